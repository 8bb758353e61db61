import type { CodeDefinition } from '../finding/finding.ts'

/** What the runner holds outside the data repository: its state home, its settings, and what it lets a repository ask for. */
export const runnerCodes = {
  stateHomeInside: {
    code: 'TY6020',
    severity: 'error',
    title: { zh: '状态目录位于数据仓库之内', en: 'the state home lies inside the data repository' },
    why: {
      zh: '状态、执行记录和锁决定交付什么，仓库中的改动不得触及。请用 --state-dir 或环境变量 TENANTRY_STATE_DIR 指定仓库之外的目录；不指定时，用 $XDG_STATE_HOME/tenantry 或 ~/.local/state/tenantry。',
      en: 'State, run records and locks decide what is delivered, and no change to the repository may reach them. Name a directory outside it with --state-dir or TENANTRY_STATE_DIR; without either, $XDG_STATE_HOME/tenantry or ~/.local/state/tenantry is taken.',
    },
  },
  stateHomeUnknown: {
    code: 'TY6021',
    severity: 'error',
    title: { zh: '没有可存放状态的目录', en: 'there is no place to keep the state in' },
    why: {
      zh: '环境中既没有 XDG_STATE_HOME，也没有 HOME。请用 --state-dir 或者环境变量 TENANTRY_STATE_DIR 指定目录。',
      en: 'The environment has neither XDG_STATE_HOME nor HOME. Name a directory with --state-dir or TENANTRY_STATE_DIR.',
    },
  },
  stateHomeUnsafe: {
    code: 'TY6022',
    severity: 'error',
    title: { zh: '状态目录可能被他人改动', en: 'the state home may be changed by others' },
    why: {
      zh: '状态中有机密，也决定交付什么：目录须为执行者本人所有，权限为 0700，途经之处不得有符号链接，也不得任人写入。请写明不含链接的真实路径，并按提示改正所有者和权限（chmod 700）。',
      en: 'The state holds secrets and decides what is delivered: the directory has to be the runner’s own, with mode 0700, and nothing on the way to it may be a link or writable by anybody. Name the real path, and mend owner and mode (chmod 700) as said.',
    },
  },
  stateHomeForeign: {
    code: 'TY6023',
    severity: 'error',
    title: { zh: '状态目录属于另一处', en: 'the state home is somebody else’s' },
    why: {
      zh: '一个状态目录只属于一个位置的数据仓库；两个仓库的栈可能同名，混用会互相删除。数据仓库移动过的，运行 tenantry state move <原路径>；否则请另指定目录。',
      en: 'A state home belongs to the data repository of one place: stacks of two repositories may have one name, and would remove each other. If the repository was moved, run `tenantry state move <former path>`; otherwise name another directory.',
    },
  },
  oldState: {
    code: 'TY6024',
    severity: 'error',
    title: {
      zh: '数据仓库中还有旧版存放的状态',
      en: 'the state still lies in the data repository, as older versions kept it',
    },
    why: {
      zh: '不搬走而继续，会把已有的一切当作没有。请运行 tenantry state migrate；可以随时中断，再次运行即从断处继续。',
      en: 'Going on without it would take everything that stands for new. Run `tenantry state migrate`; it may be broken off at any time, and goes on from there when run again.',
    },
  },
  oldStateTracked: {
    code: 'TY6025',
    severity: 'error',
    title: { zh: '旧状态的位置上有纳入 Git 的文件', en: 'git tracks what lies where old state would' },
    why: {
      zh: '纳入版本库的状态谁都可能写过，不能当作执行机自己的记录。请先核实来源，用 git rm --cached -r .tenantry 移出版本库并提交，再运行 tenantry state migrate。',
      en: 'Anybody may have written a state that git holds: it is no record of this runner. Find out where it comes from, take it out with `git rm --cached -r .tenantry` and a commit, then run `tenantry state migrate`.',
    },
  },
  stateInTheWay: {
    code: 'TY6026',
    severity: 'error',
    title: { zh: '同一栈在新旧两处都有状态', en: 'a stack has a state in both places' },
    why: {
      zh: '哪一份为准无从得知，两份都保持原样。请核对后移走不用的一份，再次运行。',
      en: 'Nobody can tell which one holds, and both stay as they are. Compare them, take away the one that is not wanted, and run again.',
    },
  },
  nothingToMove: {
    code: 'TY6027',
    severity: 'error',
    title: { zh: '该处没有状态目录', en: 'there is no state home of that place' },
    why: {
      zh: '参数是数据仓库移动之前的绝对路径。运行 tenantry state where 查看当前仓库的状态目录及其归属。',
      en: 'The argument is the path that the data repository had before it was moved. `tenantry state where` shows the state home of this repository and whose it is.',
    },
  },
  cloudsFileInside: {
    code: 'TY6028',
    severity: 'error',
    title: {
      zh: '云的地址和凭据取自数据仓库之内',
      en: 'addresses or credentials of clouds would come from within the data repository',
    },
    why: {
      zh: '仓库中的改动不得决定口令送往何处。请把 clouds.yaml、secure.yaml 和证书放在仓库之外，如 ~/.config/openstack，或者改正 OS_CLIENT_CONFIG_FILE 和 OS_CLIENT_SECURE_FILE。',
      en: 'No change to the repository may decide where passwords go. Keep clouds.yaml, secure.yaml and certificates outside it, as in ~/.config/openstack, or mend OS_CLIENT_CONFIG_FILE and OS_CLIENT_SECURE_FILE.',
    },
  },
  noCommit: {
    code: 'TY6029',
    severity: 'error',
    title: { zh: '没有可交付的提交', en: 'there is no commit to deliver' },
    why: {
      zh: '交付以 Git 提交中的内容为准，与检出目录里尚未提交、未纳入或者被忽略的文件无关。请先提交；或者加 --dirty，明确按目录现状交付。',
      en: 'What is delivered is what a commit of git holds, whatever else lies in the checkout: changed, untracked or ignored. Commit first, or say with --dirty that the directory is to be delivered as it lies.',
    },
  },
  brokenCommit: {
    code: 'TY6030',
    severity: 'error',
    title: { zh: '提交的内容不完整', en: 'the content of the commit is not all there' },
    why: {
      zh: '本地仓库缺少或者损坏了该文件的内容（常见于部分克隆）。请取得完整的仓库：git fetch --refetch --no-filter origin，再次运行。',
      en: 'The clone lacks the content of the file, as partial clones do, or it is damaged. Fetch all of it with `git fetch --refetch --no-filter origin`, and run again.',
    },
  },
  dirtyDelivery: {
    code: 'TY6031',
    severity: 'warning',
    title: {
      zh: '按检出目录的现状交付（--dirty），而非某个提交',
      en: 'the checkout is delivered as it lies (--dirty), not a commit',
    },
    why: {
      zh: '其中可能有未经评审的改动；执行记录中注明了这一点。',
      en: 'It may hold what nobody reviewed; the record of the run says so.',
    },
  },
  leftOutOfCommit: {
    code: 'TY6032',
    severity: 'info',
    title: {
      zh: '检出目录中的改动尚未提交，未予交付',
      en: 'changes of the checkout are not in the commit, and are not delivered',
    },
    why: {
      zh: '交付以提交为准。请先提交这些改动，或者加 --dirty 按现状交付。',
      en: 'A delivery goes by the commit. Commit the changes first, or deliver them as they lie with --dirty.',
    },
  },
  runnerFileUnsafe: {
    code: 'TY6033',
    severity: 'error',
    title: { zh: '执行机的设置文件不可信', en: 'the settings of the runner cannot be relied on' },
    why: {
      zh: '设置决定口令可送往何处：文件须在数据仓库之外，为执行者本人或者系统管理员所有，他人不得写入。请检查 --runner、环境变量 TENANTRY_RUNNER 所指的文件及其权限。',
      en: 'They decide where passwords may go: the file has to lie outside the data repository, belong to the runner’s user or the system’s, and be writable by nobody else. Check the file that --runner or TENANTRY_RUNNER names, and its mode.',
    },
  },
  runnerFileInvalid: {
    code: 'TY6034',
    severity: 'error',
    title: { zh: '执行机的设置有误', en: 'the settings of the runner are not valid' },
    why: {
      zh: '请按所指的行列改正；写法见 docs/guide.zh.md 中“执行机的设置”一节。',
      en: 'Mend the file at the line and column shown; docs/guide.zh.md describes it.',
    },
  },
  cloudNotAllowed: {
    code: 'TY6035',
    severity: 'error',
    title: { zh: '执行机不允许该分区使用这个云', en: 'the runner does not let the zone use this cloud' },
    why: {
      zh: '分区用哪个云、地址是什么，以执行机的设置为准，catalogue/platform.yaml 中写的只是请求。请核实改动；确应如此的，由管理执行机的人修改其设置。',
      en: 'Which cloud a zone uses, and at which address, is for the settings of the runner to say; catalogue/platform.yaml only asks. Find out who changed it; if it is right, whoever looks after the runner changes its settings.',
    },
  },
  backendNotAllowed: {
    code: 'TY6036',
    severity: 'error',
    title: { zh: '执行机不允许这个状态后端', en: 'the runner does not allow this state backend' },
    why: {
      zh: '状态中有机密，其后端以执行机的设置为准；未设置时只允许 local。请在执行机设置的 zones 中写明该分区的 backend，与 catalogue/platform.yaml 相同。',
      en: 'The state holds secrets, and where it goes is for the settings of the runner to say; without them only `local` is allowed. Write the zone’s backend under `zones` of the settings, the same as in catalogue/platform.yaml.',
    },
  },
  lockNotAllowed: {
    code: 'TY6037',
    severity: 'error',
    title: {
      zh: '数据仓库的提供程序锁定文件未经执行机认可',
      en: 'the runner does not know the provider lock file of the repository',
    },
    why: {
      zh: '提供程序在执行机上运行，能用其全部凭据：由谁审定，以执行机的设置为准。请把 catalogue/terraform.lock.hcl 核实后复制到执行机，并在其设置的 provider.lockFile 中写明；内容须一致。',
      en: 'A provider runs on the runner with all its credentials, and which one is for its settings to say. Verify catalogue/terraform.lock.hcl, copy it to the runner, and name it as provider.lockFile in the settings; both have to be the same.',
    },
  },
  stateWouldBeLost: {
    code: 'TY6038',
    severity: 'error',
    title: {
      zh: '状态会随这台执行机一起消失',
      en: 'the state would be lost with this runner',
    },
    why: {
      zh: '流水线的执行机通常用后即弃，存在本地的状态下次就没有了，已有的一切会被当作没有。请为分区配置远程状态后端；执行机并非用后即弃的，用 --state-dir 指定其上的目录，或者在执行机设置中写 ephemeral: false。',
      en: 'Runners of a pipeline are thrown away as a rule, and with them a local state: the next run would take everything for new. Give the zone a remote backend; on a runner that stays, name a directory of it with --state-dir, or write `ephemeral: false` in its settings.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
