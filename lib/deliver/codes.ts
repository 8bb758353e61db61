import type { CodeDefinition } from '../finding/finding.ts'
import { credentialCodes } from './credential-codes.ts'
import { retirementCodes } from './retirement-codes.ts'
import { runnerCodes } from './runner-codes.ts'
import { wedgeCodes } from './wedge-codes.ts'

/** What stops a delivery before any stack runs: the machine, the credentials, the clouds. */
const environment = {
  engineMissing: {
    code: 'TY6001',
    severity: 'error',
    title: { zh: '未找到 terraform 或 tofu', en: 'neither terraform nor tofu was found' },
    why: {
      zh: '计划、交付和销毁均由 terraform 或 tofu 执行。请安装其一并置于 PATH，或者用环境变量 TENANTRY_TERRAFORM 指明程序路径。',
      en: 'Plan, apply and destroy are carried out by terraform or tofu. Install one of them on the PATH, or name the program in the environment variable TENANTRY_TERRAFORM.',
    },
  },
  engineTooOld: {
    code: 'TY6002',
    severity: 'error',
    title: { zh: 'terraform 或 tofu 版本过低', en: 'the terraform or tofu found is too old' },
    why: {
      zh: '中断后的恢复依赖导入块和机器可读输出，需要 terraform 1.5 或者 tofu 1.6 以上版本。',
      en: 'Recovery after a crash needs import blocks and machine-readable output: terraform 1.5, or tofu 1.6, or newer.',
    },
  },
  providerMissing: {
    code: 'TY6003',
    severity: 'error',
    title: {
      zh: '无法取得 OpenStack 提供程序（provider）',
      en: 'the OpenStack provider cannot be installed',
    },
    why: {
      zh: '请检查到软件源的网络，或者在 Terraform 命令行配置文件中设置 filesystem_mirror，指向存有该提供程序的目录。',
      en: 'Check the network towards the registry, or set up a filesystem_mirror that holds the provider in the Terraform CLI configuration.',
    },
  },
  lockMismatch: {
    code: 'TY6004',
    severity: 'error',
    title: {
      zh: '提供程序与已审定的锁定文件不符',
      en: 'the provider does not match the reviewed lock file',
    },
    why: {
      zh: 'catalogue/terraform.lock.hcl 记录了经审定的版本和校验值。请核实所安装的提供程序，或者经评审后更新该文件。',
      en: 'catalogue/terraform.lock.hcl records the reviewed version and checksums. Verify the installed provider, or update the file through review.',
    },
  },
  cloudsFileMissing: {
    code: 'TY6005',
    severity: 'error',
    title: { zh: '未找到 clouds.yaml', en: 'no clouds.yaml was found' },
    why: {
      zh: '云的地址和凭据取自 clouds.yaml：依次查找环境变量 OS_CLIENT_CONFIG_FILE、~/.config/openstack 和 /etc/openstack，从不在当前目录或者数据仓库中查找。',
      en: 'Addresses and credentials of the clouds come from clouds.yaml, looked for in OS_CLIENT_CONFIG_FILE, ~/.config/openstack and /etc/openstack, in this order, and never in the current directory or the data repository.',
    },
  },
  cloudsFileInvalid: {
    code: 'TY6006',
    severity: 'error',
    title: { zh: 'clouds.yaml 无法读取或者格式有误', en: 'clouds.yaml cannot be read or is malformed' },
    why: {
      zh: '请按 OpenStack 客户端的格式改正：顶层为 clouds，每个云含 auth 一节。',
      en: 'Correct it to the format of the OpenStack clients: `clouds` at the top, and an `auth` section for each cloud.',
    },
  },
  cloudUnknown: {
    code: 'TY6007',
    severity: 'error',
    title: { zh: 'clouds.yaml 中没有该云', en: 'clouds.yaml has no such cloud' },
    why: {
      zh: 'catalogue/platform.yaml 中分区所指的云名必须在 clouds.yaml 中存在。',
      en: 'The cloud that a zone of catalogue/platform.yaml names has to exist in clouds.yaml.',
    },
  },
  credentialsIncomplete: {
    code: 'TY6008',
    severity: 'error',
    title: { zh: '云的凭据不完整', en: 'the credentials of the cloud are incomplete' },
    why: {
      zh: '请在 clouds.yaml 或 secure.yaml 中补齐认证地址，以及用户名和口令，或者应用凭据。',
      en: 'Complete clouds.yaml or secure.yaml: the address of Keystone, and a user with a password or an application credential.',
    },
  },
  credentialsRefused: {
    code: 'TY6009',
    severity: 'error',
    title: { zh: '云拒绝了所用凭据', en: 'the cloud refused the credentials' },
    why: {
      zh: '请核对用户、口令、应用凭据的有效期以及项目和域。',
      en: 'Check the user, the password, the expiry of the application credential, and the project and domain.',
    },
  },
  endpointUnreachable: {
    code: 'TY6010',
    severity: 'error',
    title: { zh: '无法连接云的服务地址', en: 'an endpoint of the cloud cannot be reached' },
    why: {
      zh: '请检查网络、代理、域名解析以及服务是否运行。分区彼此隔离，执行机必须位于能够访问该分区的网络。',
      en: 'Check the network, the proxy, name resolution and whether the service runs. Zones are apart: the runner has to stand where it can reach this one.',
    },
  },
  certificateUntrusted: {
    code: 'TY6011',
    severity: 'error',
    title: { zh: '云的证书不受信任', en: 'the certificate of the cloud is not trusted' },
    why: {
      zh: '请在 clouds.yaml 中用 cacert 指明签发机构的证书；不建议关闭校验。',
      en: 'Name the authority that issued it as `cacert` in clouds.yaml; switching verification off is not advised.',
    },
  },
  serviceMissing: {
    code: 'TY6012',
    severity: 'error',
    title: { zh: '云的服务目录缺少所需服务', en: 'the service catalogue of the cloud lacks a service' },
    why: {
      zh: '请核对 clouds.yaml 的 region_name 和 interface，以及该云是否部署了该服务。',
      en: 'Check region_name and interface in clouds.yaml, and whether the cloud has the service at all.',
    },
  },
  runInProgress: {
    code: 'TY6013',
    severity: 'error',
    title: { zh: '该数据仓库的另一次执行尚未结束', en: 'another run on this data repository is going on' },
    why: {
      zh: '同一工作目录同时只允许一次执行。请等待其结束后重试。',
      en: 'One working directory takes one run at a time. Try again when it has ended.',
    },
  },
  policyRoomLacking: {
    code: 'TY6014',
    severity: 'error',
    title: {
      zh: '执行账户的项目不能再建网络共享策略',
      en: 'the project of the runner may make no more RBAC policies',
    },
    why: {
      zh: '每个有出口的系统占用一条策略，Neutron 将其计入执行账户的项目，默认上限为 10。请由云管理员提高该项目的 rbac_policy 配额。',
      en: 'Every system with a way out takes one, which Neutron counts against the project of the runner; by default it may have 10. Have the administrator of the cloud raise the quota rbac_policy of that project.',
    },
  },
  textNotHeld: {
    code: 'TY6070',
    severity: 'error',
    title: {
      zh: '云存不下 platform.yaml 所说的文字',
      en: 'the cloud cannot hold the text that platform.yaml says it can',
    },
    why: {
      zh: '云的数据库用三字节的 UTF-8（MySQL 的 utf8mb3）时，写入生僻字会返回 500 或断开连接。请在该分区删去 text: any；或由云管理员把数据库改为 utf8mb4。',
      en: "Where the databases of the cloud keep UTF-8 of three bytes (MySQL's utf8mb3), writing a rare character ends in a 500 or a dropped connection. Take `text: any` out of the zone, or have the administrator of the cloud change the databases to utf8mb4.",
    },
  },
  volumeTypesUnknown: {
    code: 'TY6071',
    severity: 'error',
    title: {
      zh: '云上有目录没有提到的卷类型',
      en: 'the cloud has volume types that the catalogue does not name',
    },
    why: {
      zh: 'Cinder 的配额逐个卷类型计算，没有写到的卷类型不受限制，每次计划都会显示差异。请把它们写入该分区的 otherVolumeTypes，或从云上删除。',
      en: 'Cinder counts quotas by volume type. One that is not named stays without a limit, and every plan shows a difference. Name them under `otherVolumeTypes` of the zone, or remove them from the cloud.',
    },
  },
  volumeTypesMissing: {
    code: 'TY6072',
    severity: 'error',
    title: {
      zh: '目录写到的卷类型云上没有',
      en: 'the catalogue names volume types that the cloud does not have',
    },
    why: {
      zh: 'Cinder 拒绝没有的卷类型的配额（400，Bad key(s) in quota set）。请从该分区的 otherVolumeTypes 中删去它们；没有 __DEFAULT__ 的，写 defaultVolumeType: false。',
      en: 'Cinder refuses a quota of a type that it does not have (400, Bad key(s) in quota set). Take them out of `otherVolumeTypes` of the zone; where it has no __DEFAULT__, write `defaultVolumeType: false`.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>

/** What doctor finds of the account that deliveries run by. */
const runner = {
  runnerRoleLacking: {
    code: 'TY6050',
    severity: 'error',
    title: { zh: '执行账户没有管理员角色', en: 'the account of the runner is no administrator' },
    why: {
      zh: '域、项目和配额只能由管理员建立。请由云管理员授予执行账户 admin 角色，或者换用 clouds.yaml 中另一凭据。',
      en: 'Domains, projects and quotas are made by administrators alone. Have the administrator of the cloud give the account the role admin, or put other credentials into clouds.yaml.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>

/** Mistakes in what was asked for on the command line. */
const request = {
  selectorInvalid: {
    code: 'TY6101',
    severity: 'error',
    title: { zh: '选择符写法有误', en: 'a selector is malformed' },
    why: {
      zh: '可用“platform[:分区]”“zone:分区”“unit:制度/单位”“system:制度/单位/系统”“制度/单位[/系统]”或者栈名；各部分可用 *，末尾可加 @分区。',
      en: 'Write platform[:ZONE], zone:ZONE, unit:JURISDICTION/UNIT, system:JURISDICTION/UNIT/SYSTEM, JURISDICTION/UNIT[/SYSTEM] or the name of a stack; any part may hold *, and @ZONE may follow.',
    },
  },
  selectorUnknown: {
    code: 'TY6102',
    severity: 'error',
    title: { zh: '选择符没有选中任何栈', en: 'a selector selects no stack' },
    why: {
      zh: '请核对拼写；没有获批资源的信息系统没有栈。',
      en: 'Check the spelling; a system without granted resources has no stack.',
    },
  },
  nothingToRetry: {
    code: 'TY6103',
    severity: 'error',
    title: { zh: '没有可重试的交付', en: 'there is no apply to retry' },
    why: {
      zh: '本数据仓库尚无交付记录。请先执行 tenantry apply。',
      en: 'This data repository has no record of an apply. Run `tenantry apply` first.',
    },
  },
  confirmationMissing: {
    code: 'TY6104',
    severity: 'error',
    title: { zh: '交付未经确认', en: 'the apply was not confirmed' },
    why: {
      zh: '在终端上交付时须输入 yes；在流水线中须加 --yes。',
      en: 'On a terminal, answer yes; in a pipeline, pass --yes.',
    },
  },
  destroyUnconfirmed: {
    code: 'TY6105',
    severity: 'error',
    title: { zh: '销毁未经明确确认', en: 'the destroy was not confirmed in so many words' },
    why: {
      zh: '销毁不可恢复：必须写明选择符，并用 --confirm 原样重复一次。',
      en: 'Destroying cannot be undone: name a selector, and repeat it word for word after --confirm.',
    },
  },
  parallelInvalid: {
    code: 'TY6106',
    severity: 'error',
    title: { zh: '并行数有误', en: 'the number of parallel stacks is wrong' },
    why: { zh: '并行数为 1 至 64 的整数。', en: 'It is an integer from 1 to 64.' },
  },
  mostRemovalsInvalid: {
    code: 'TY6108',
    severity: 'error',
    title: { zh: '删除上限有误', en: 'the number of removals is wrong' },
    why: {
      zh: '--most-removals 之后写 0 至 100000 的整数。',
      en: 'Write a whole number from 0 to 100000 after --most-removals.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>

/** Why a stack failed, as read from what terraform and the clouds said. */
const cause = {
  quotaExceeded: {
    code: 'TY6201',
    severity: 'error',
    title: { zh: '超出云的配额', en: 'a quota of the cloud is exceeded' },
    why: {
      zh: '请核对目标项目的现有用量：配额不得低于用量，执行账户所在项目也不得超额。',
      en: 'Check the usage of the project: a quota cannot go below it, and the project of the runner has limits as well.',
    },
  },
  conflict: {
    code: 'TY6202',
    severity: 'error',
    title: {
      zh: '与云上已有资源冲突（409）',
      en: 'the resource conflicts with one that exists in the cloud (409)',
    },
    why: {
      zh: '云上已有同名资源。tenantry plan 会列明；属于本栈的，用 tenantry apply --adopt 登记，属于他人的，请更名或者由其删除。',
      en: 'A resource of this name exists. `tenantry plan` names it: `tenantry apply --adopt` takes up what is ours; what belongs to somebody else has to be renamed or removed by its owner.',
    },
  },
  notFound: {
    code: 'TY6203',
    severity: 'error',
    title: { zh: '云上找不到所引用的资源（404）', en: 'the cloud does not have what is referred to (404)' },
    why: {
      zh: '所依赖的平台或单位资源可能尚未交付，或者被人在云上删除。请先交付其所依赖的栈。',
      en: 'What this stack stands on may not be applied yet, or was removed in the cloud. Apply the stacks it depends on first.',
    },
  },
  stateLocked: {
    code: 'TY6204',
    severity: 'error',
    title: { zh: '状态被锁定', en: 'the state is locked' },
    why: {
      zh: '另一次执行正在使用该栈的状态。请等待其结束；确认持锁者已经消失的，可用 terraform force-unlock 解锁。',
      en: 'Another run uses the state of this stack. Wait for its end; when the holder is certainly gone, `terraform force-unlock` removes the lock.',
    },
  },
  forbidden: {
    code: 'TY6205',
    severity: 'error',
    title: { zh: '执行账户权限不足（403）', en: 'the account of the runner lacks a permission (403)' },
    why: {
      zh: '请核对执行账户在该云的角色和作用域。',
      en: 'Check the roles and the scope of the account in this cloud.',
    },
  },
  rateLimited: {
    code: 'TY6206',
    severity: 'error',
    title: { zh: '云限制了请求频率（429）', en: 'the cloud limits the rate of requests (429)' },
    why: {
      zh: '稍后自动重试；经常出现的，请减小 --parallel。',
      en: 'It is tried again after a while; lower --parallel if it is frequent.',
    },
  },
  serverError: {
    code: 'TY6207',
    severity: 'error',
    title: { zh: '云的服务内部出错（5xx）', en: 'a service of the cloud failed (5xx)' },
    why: {
      zh: '稍后自动重试；持续出现的，请凭请求编号查阅该服务的日志。',
      en: 'It is tried again after a while; if it stays, look the request id up in the log of that service.',
    },
  },
  connectionLost: {
    code: 'TY6208',
    severity: 'error',
    title: { zh: '与云的连接中断或者超时', en: 'the connection to the cloud broke or timed out' },
    why: {
      zh: '稍后自动重试；持续出现的，请检查网络和代理。',
      en: 'It is tried again after a while; if it stays, check the network and the proxy.',
    },
  },
  requestInvalid: {
    code: 'TY6209',
    severity: 'error',
    title: { zh: '云不接受请求的内容（400）', en: 'the cloud does not accept the request (400)' },
    why: {
      zh: '所申请的参数不为该云支持。请根据报错内容核对目录的映射。',
      en: 'The cloud does not support what is asked for. Compare the message with the mapping in the catalogue.',
    },
  },
  configurationInvalid: {
    code: 'TY6210',
    severity: 'error',
    title: { zh: '栈的配置无效', en: 'the configuration of the stack is invalid' },
    why: {
      zh: '生成的配置不被提供程序接受。未作手工改动的，请将此作为工具缺陷报告。',
      en: 'The provider does not accept the generated configuration. Unless it was edited by hand, report this as a defect of the tool.',
    },
  },
  stateUnreadable: {
    code: 'TY6211',
    severity: 'error',
    title: { zh: '状态或者状态后端不可用', en: 'the state or its backend is not usable' },
    why: {
      zh: '请检查后端的地址和凭据；状态文件损坏的，用同目录的 .backup 恢复。',
      en: 'Check the address and credentials of the backend; restore a damaged file from the `.backup` beside it.',
    },
  },
  timedOut: {
    code: 'TY6212',
    severity: 'error',
    title: { zh: '执行超时', en: 'the stack took too long' },
    why: {
      zh: '已请 terraform 停止并保存状态。请检查云的负载后重试。',
      en: 'Terraform was asked to stop and save its state. Check the load of the cloud, then retry.',
    },
  },
  interrupted: {
    code: 'TY6213',
    severity: 'error',
    title: { zh: '执行被中断', en: 'the run was interrupted' },
    why: {
      zh: '用 tenantry apply --retry 继续；已完成的部分不会重复。',
      en: 'Go on with `tenantry apply --retry`; what was done is not done again.',
    },
  },
  providerEnded: {
    code: 'TY6237',
    severity: 'error',
    title: { zh: 'OpenStack 提供程序中途退出', en: 'the provider ended in the middle' },
    why: {
      zh: '提供程序崩溃，或者被结束（例如内存不足）。请重新执行：已开始新建的对象会按日志找回，不会重复新建。屡次出现的，请保留该次执行的日志，报告给提供程序的维护者。',
      en: 'It crashed, or was killed, as where memory is short. Run again: what it had begun to make is found by the log, and not made twice. Where it happens again and again, keep the log of the run and tell the maintainers of the provider.',
    },
  },
  planChanged: {
    code: 'TY6214',
    severity: 'error',
    title: { zh: '计划与确认时所示不一致', en: 'the plan is no longer the one that was confirmed' },
    why: {
      zh: '显示计划之后，云或者清单有了变化。请重新查看计划并确认。',
      en: 'The cloud or the manifests changed after the plan was shown. Look at the plan again and confirm it.',
    },
  },
  killed: {
    code: 'TY6215',
    severity: 'error',
    title: { zh: 'terraform 被强行终止', en: 'terraform was killed' },
    why: {
      zh: '可能因内存不足或者被人终止。重新执行时，未及登记的资源会被找回。',
      en: 'Memory may have run out, or somebody ended it. The next run finds what was created but not yet recorded.',
    },
  },
  planUnreadable: {
    code: 'TY6216',
    severity: 'error',
    title: { zh: 'terraform 的计划无法读取', en: 'the plan of terraform cannot be read' },
    why: {
      zh: '读不懂的计划不得执行。可能是 terraform 版本过新；请运行 tenantry doctor，换用其所列的版本。',
      en: 'A plan that cannot be read is not applied. This terraform may be too new: run `tenantry doctor`, and use a version that it names.',
    },
  },
  unrecognised: {
    code: 'TY6299',
    severity: 'error',
    title: { zh: '未能归类的失败', en: 'a failure that fits no known cause' },
    why: {
      zh: '请阅读所附的 terraform 报错和该次执行的日志。',
      en: 'Read the message of terraform that is shown with it, and the log of the run.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>

/** What a run has to say about stacks that did not fail. */
const notice = {
  dependencyFailed: {
    code: 'TY6301',
    severity: 'error',
    title: { zh: '所依赖的栈未成功，已跳过', en: 'skipped, because a stack it depends on did not succeed' },
    why: {
      zh: '先解决所依赖的栈的问题，再执行 tenantry apply --retry。',
      en: 'Mend the stack it depends on, then run `tenantry apply --retry`.',
    },
  },
  stateWithoutManifest: {
    code: 'TY6302',
    severity: 'warning',
    title: {
      zh: '清单已不存在，而状态仍在或者中断的执行可能留有资源的栈',
      en: 'a stack without a manifest has a state, or a broken-off run may have left something of it',
    },
    why: {
      zh: '数据仓库没有提到的栈，交付从不销毁。误删清单的，请恢复，终止的系统才能由 tenantry apply --retire 收回；否则用 tenantry destroy 销毁，以 --without-papers 说明理由，中断时未及登记的资源也会一并找回。tenantry status --stacks 可查看它在何处、有何待办。',
      en: 'What the repository does not speak of is never removed by an apply. Bring the manifest back where it was removed by mistake: what its history has ended goes by `tenantry apply --retire`. Else destroy it, with a reason after --without-papers, which also finds what a broken-off run did not come to record. `tenantry status --stacks` shows where it is and what it waits for.',
    },
  },
  departedUnknown: {
    code: 'TY6307',
    severity: 'warning',
    title: {
      zh: '克隆不完整，无从得知曾有哪些清单，后端中遗留的栈未能查找',
      en: 'the clone is not whole: which manifests there once were is not known, and stacks left in the backends were not looked for',
    },
    why: {
      zh: '清单被删除的系统，其状态只有后端知道，须按提交历史逐一查询。请执行 git fetch --unshallow 之后再执行 tenantry plan --all。',
      en: 'Where a manifest was removed, only the backend knows whether its system still stands, and the commits tell which to ask for. Run `git fetch --unshallow`, then `tenantry plan --all`.',
    },
  },
  removesResources: {
    code: 'TY6303',
    severity: 'warning',
    title: { zh: '计划将删除或者重建资源', en: 'the plan deletes or replaces resources' },
    why: {
      zh: '重建会中断业务并丢失其中的数据。请逐项核对后再确认。',
      en: 'A replacement interrupts the service and loses what the resource holds. Look at each one before confirming.',
    },
  },
  stray: {
    code: 'TY6304',
    severity: 'warning',
    title: {
      zh: '位于本工具管理之处而不在任何状态中的资源',
      en: 'something lies where only our stacks put things, and is in no state',
    },
    why: {
      zh: '可能是他机中断的执行所留，或者有人手工创建，也可能本机的状态已丢失。仅凭名称从不删除。请核实来源：无用的，用 openstack 客户端按所列标识删除；应由本工具管理的，用 terraform import 登记；状态丢失的，请恢复。',
      en: 'A broken-off run of another machine may have left it, somebody may have made it by hand, or this machine has lost its state. Nothing is ever removed for its name alone. Find out which: delete by the id shown, with the openstack client, what is of no use; import into the state what is ours; bring a lost state back.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>

/** What a run has to say about zones. */
const zoneNotice = {
  zoneLeftOut: {
    code: 'TY6305',
    severity: 'error',
    title: {
      zh: '分区的云不可用，其栈全部跳过',
      en: 'the cloud of a zone cannot be used, and its stacks were left out',
    },
    why: {
      zh: '其他分区照常执行。恢复后用选择符“zone:分区”单独执行；写明其他分区的选择符，即可不含该分区。',
      en: 'The other zones were worked on. When it is back, run it alone with the selector zone:ZONE; the selectors of the others leave it out.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>

/** What a destroy refuses. */
const removal = {
  leftovers: {
    code: 'TY6401',
    severity: 'error',
    title: {
      zh: '项目或者域内仍有未经申报的资源或者用户',
      en: 'the project or domain still holds what nobody declared',
    },
    why: {
      zh: '销毁会使其一并消失或者无主。请由使用单位先行清理所列的云主机、云硬盘、端口、用户等，再销毁。',
      en: 'It would go as well, or be left without an owner. Have the using unit remove the servers, volumes, ports, users and the like that are listed, then destroy.',
    },
  },
  dependantsRemain: {
    code: 'TY6402',
    severity: 'error',
    title: { zh: '仍有依赖于它的栈', en: 'stacks that depend on it still exist' },
    why: {
      zh: '请一并选中所列的栈，或者先行销毁。',
      en: 'Select the stacks listed as well, or destroy them first.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>

export const codes = {
  ...environment,
  ...runnerCodes,
  ...runner,
  ...request,
  ...cause,
  ...wedgeCodes,
  ...notice,
  ...zoneNotice,
  ...removal,
  ...retirementCodes,
  ...credentialCodes,
}

export const deliverCodes: readonly CodeDefinition[] = Object.values(codes)

const byCode = new Map(deliverCodes.map(definition => [definition.code, definition]))

/** The definition of a finding's code; for one of another stage, that of what delivery does not recognise. */
export function definitionOf({ code }: { readonly code: string }): CodeDefinition {
  return byCode.get(code) ?? codes.unrecognised
}
