import type { CodeDefinition } from '../finding/finding.ts'

/** What stands between a stack and its cloud, found before anything is touched or read from what the cloud said. */
export const wedgeCodes = {
  quotaBelowUsage: {
    code: 'TY6217',
    severity: 'error',
    title: { zh: '配额低于现有用量', en: 'a quota would go below what is in use' },
    why: {
      zh: '云不接受低于用量的配额。请由使用单位先行释放所列资源，或者调整批复的数量，再执行 tenantry plan。',
      en: 'No cloud takes a quota below its usage. Have the using unit give back what is listed, or grant as much as is in use, then run `tenantry plan`.',
    },
  },
  standsUnrecorded: {
    code: 'TY6218',
    severity: 'error',
    title: {
      zh: '云上已有本栈所述的资源，而状态中没有',
      en: 'what this stack describes stands in the cloud already, and its state does not have it',
    },
    why: {
      zh: '状态可能丢失、未随仓库克隆，或者执行中断时未能写下。请先恢复状态；无法恢复的，用 tenantry apply --adopt 按所列标识登记，不会重新创建，也不会登记他人的资源。',
      en: 'The state may be lost, not come with the clone, or a broken-off run could not write it. Bring the state back; where it is gone, `tenantry apply --adopt` takes up what is listed, makes nothing twice, and takes nothing of anybody else.',
    },
  },
  goneFromCloud: {
    code: 'TY6219',
    severity: 'error',
    title: {
      zh: '状态所载的项目或者域在云上已不存在',
      en: 'the cloud no longer has a project or domain that the state has',
    },
    why: {
      zh: '有人绕过本工具将其删除。请核实原因；确已删除的，用 tenantry state forget 从状态中移除，再执行 tenantry plan 查看重建的内容。',
      en: 'Somebody removed it behind the tool. Find out why; where it is certainly gone, take it out of the state with `tenantry state forget`, then look with `tenantry plan` at what is made anew.',
    },
  },
  cloudHides: {
    code: 'TY6220',
    severity: 'error',
    title: {
      zh: '云不让执行账户看到状态所载的资源',
      en: 'the cloud does not show the account of the runner what the state has',
    },
    why: {
      zh: '看不到的账户不得写入：继续执行会把现有资源移出状态，并重复创建。请核对账户的角色和作用域，以及该服务的 oslo_policy 设置（如 enforce_scope）；确实全部被删除的，用 tenantry state forget --gone 说明理由后移除。',
      en: 'An account that cannot see must not write: it would drop from the state what stands, and make it twice. Check its roles and scope, and the oslo_policy settings of the service, such as enforce_scope. Where all of it was certainly removed, `tenantry state forget --gone` takes it out of the state, with a reason.',
    },
  },
  orphanInTheWay: {
    code: 'TY6221',
    severity: 'error',
    title: {
      zh: '已消失项目的遗留网络占用所分配的地址',
      en: 'a network of a project that is gone holds the addresses of this stack',
    },
    why: {
      zh: '项目被直接删除而网络未删。请由云管理员按所列标识依次删除端口、路由器接口、子网和网络，再执行 tenantry plan。',
      en: 'The project was removed without its networks. Have the administrator of the cloud delete by the ids shown the ports, the router interfaces, the subnets and the network, then run `tenantry plan`.',
    },
  },
  tenantInTheWay: {
    code: 'TY6222',
    severity: 'error',
    title: {
      zh: '使用单位的资源阻碍计划中的删除',
      en: 'what the using unit has stands in the way of a removal that is planned',
    },
    why: {
      zh: '云会拒绝删除仍被使用的资源。请由使用单位先行释放所列资源，或者维持原有批复，再执行 tenantry plan。',
      en: 'The cloud refuses to remove what is in use. Have the using unit give back what is listed, or keep the grant as it was, then run `tenantry plan`.',
    },
  },
  widerThanStood: {
    code: 'TY6236',
    severity: 'error',
    title: {
      zh: '沿用的访问规则比云上现有的宽，未经授予',
      en: 'what is open by inheritance would become wider than it stands, and nobody has granted it',
    },
    why: {
      zh: '该系统的访问规则沿用自此前的授予，只可收紧。所列规则云上没有，也没有授予写明：在清单中恢复原规则；确需开放的，追加申请环节（以 inherited 写明现有的规则），获批的授予写明 ingress、egress 和 exchange 之后再交付。',
      en: 'The openings of this system stand by inheritance and may only be narrowed. The cloud has none of the rules shown, and no grant names them. Restore the rules of the manifest; to open more, append a request that says under `inherited` what stands, and deliver once a grant names ingress, egress and exchange.',
    },
  },
  refreshLoses: {
    code: 'TY6223',
    severity: 'error',
    title: {
      zh: '刷新会使状态丢失多项资源',
      en: 'a refresh would lose more of the state than somebody removes by hand',
    },
    why: {
      zh: '状态所载的多项资源在云上读不到，可能是账户权限不足、服务异常，或者项目被整体清除。未作任何改变。请逐项核实；确已删除的，用 tenantry state forget 移除。',
      en: 'Much of what the state has cannot be read in the cloud: the account may lack rights, a service may be broken, or the project was emptied. Nothing was changed. Look at each; take out of the state what is certainly gone with `tenantry state forget`.',
    },
  },
  stillInUse: {
    code: 'TY6224',
    severity: 'error',
    title: { zh: '资源仍被占用，云拒绝删除或者变更', en: 'the cloud keeps what is still in use' },
    why: {
      zh: '使用单位的端口、浮动 IP、云主机等仍依赖于它。请按报错中的标识查明并释放，再执行 tenantry plan。',
      en: 'Ports, floating IPs, servers and the like of the using unit hang on it. Find them by the ids in the message and have them given back, then run `tenantry plan`.',
    },
  },
  addressesTaken: {
    code: 'TY6225',
    severity: 'error',
    title: { zh: '所分配的网段已被占用', en: 'the addresses of this stack are taken in the cloud' },
    why: {
      zh: '子网池中已有子网占用该网段，可能属于已消失的项目。tenantry plan 会列明占用者；由云管理员删除，或者用 tenantry allocate 另行分配。',
      en: 'A subnet of the pool holds them, maybe of a project that is gone. `tenantry plan` names the holder: have the administrator of the cloud remove it, or allocate others with `tenantry allocate`.',
    },
  },
  neverSettled: {
    code: 'TY6226',
    severity: 'error',
    title: { zh: '资源未在时限内就绪或者消失', en: 'something neither came up nor went away in its time' },
    why: {
      zh: '提供程序等待到时限为止，重试只会再等一次。请在云上查看该资源的状态和占用者，处理后再执行 tenantry plan。',
      en: 'The provider waited to its limit; trying again would only wait again. Look in the cloud at the state of the object and at what holds it, then run `tenantry plan`.',
    },
  },
  projectClosed: {
    code: 'TY6411',
    severity: 'error',
    title: {
      zh: '执行账户无法查看使用单位项目中的内容',
      en: 'the account of the runner cannot look into the project of a using unit',
    },
    why: {
      zh: '密钥管理和对象存储等服务只向项目自身列出其内容，管理员也看不到；看不到就不能确认没有遗留。请由云管理员为执行账户授予可继承的只读角色：openstack role add --user <执行账户> --domain <单位的域> --inherited reader（Barbican 依其策略可能须 observer 或者 creator），再执行。使用应用凭据的，须改用口令，因其不能换到其他项目。',
      en: 'Services such as key management and object storage tell what a project has to that project alone, not to administrators; what cannot be seen cannot be said to be empty. Have the administrator of the cloud give the account of the runner an inherited role that reads: `openstack role add --user <account> --domain <domain of the unit> --inherited reader` (Barbican may ask for observer or creator, by its policy), then run again. An application credential cannot be used in another project: take a password.',
    },
  },
  goneProjectKept: {
    code: 'TY6412',
    severity: 'warning',
    title: {
      zh: '云上还有已消失项目的残留',
      en: 'the cloud still has something of projects that are gone',
    },
    why: {
      zh: '项目被绕过本工具删除，或者云不随项目清除这些记录。配额、授权和 default 安全组可用 tenantry state sweep <分区> <项目标识> 清除；其中还有网络、云主机等资源的，由云管理员按标识先行处理。',
      en: 'Somebody removed a project behind the tool, or a cloud keeps these records when a project goes. `tenantry state sweep <zone> <project id>` has it drop quotas, accesses and the group default; networks, servers and the like are for the administrator of the cloud to remove first, by their ids.',
    },
  },
  projectStands: {
    code: 'TY6413',
    severity: 'error',
    title: { zh: '项目仍在云上', en: 'the project stands in the cloud' },
    why: {
      zh: '只清除已消失项目的残留。要回收仍在的项目，请按生命周期修改数据仓库，或者用 tenantry destroy。',
      en: 'Only what is left of projects that are gone is dropped. One that stands goes by way of the repository, or by `tenantry destroy`.',
    },
  },
  goneProjectHolds: {
    code: 'TY6414',
    severity: 'error',
    title: {
      zh: '已消失的项目中还有资源，未作清除',
      en: 'resources lie in a project that is gone; nothing was dropped',
    },
    why: {
      zh: '其中可能有使用单位的数据。请由云管理员查明用途，按所列标识处理，再运行一次。',
      en: 'Data of the using unit may be among them. Have the administrator of the cloud find out what they were for and remove them by the ids shown, then run again.',
    },
  },
  oneZoneOnly: {
    code: 'TY6415',
    severity: 'error',
    title: { zh: '须恰好指明一个分区', en: 'exactly one zone has to be named' },
    why: {
      zh: '请写分区的选择符，如 zone:internet。',
      en: 'Write the selector of a zone, such as zone:internet.',
    },
  },
  notForgettable: {
    code: 'TY6404',
    severity: 'error',
    title: {
      zh: '资源仍在云上，不得从状态中移除',
      en: 'it stands in the cloud, and is not taken out of the state',
    },
    why: {
      zh: '移除之后无人再管理它。仅当云上已查不到该资源，且同一服务的其他资源可见时，方可移除；要删除资源，请修改数据仓库后执行 tenantry apply，或者用 tenantry destroy。',
      en: 'Nobody would look after it any more. Only what the cloud no longer has, while it shows others of the same service, is taken out; what shall go is removed by way of the repository and `tenantry apply`, or by `tenantry destroy`.',
    },
  },
  addressUnknown: {
    code: 'TY6405',
    severity: 'error',
    title: { zh: '状态中没有该资源地址', en: 'the state has no such resource' },
    why: {
      zh: '请用 tenantry state list 查看该栈状态中的地址。',
      en: 'Look with `tenantry state list` at what the state of the stack has.',
    },
  },
  oneStackOnly: {
    code: 'TY6406',
    severity: 'error',
    title: { zh: '须恰好指明一个栈', en: 'exactly one stack has to be named' },
    why: {
      zh: '请写栈名；tenantry state list 列出全部栈名。',
      en: 'Write the name of the stack; `tenantry state list` shows all names.',
    },
  },
  stackBeingWritten: {
    code: 'TY6227',
    severity: 'error',
    title: { zh: '该栈正由另一次执行写入', en: 'another run is writing this stack' },
    why: {
      zh: '写入之中的状态说明不了将有哪些变更，计划已等待并重试。请在该次执行结束后再执行 tenantry plan；其他栈不受影响。',
      en: 'A state that is being written does not tell what would change; the plan has waited and tried again. Run `tenantry plan` once that run has ended; other stacks are not concerned.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
