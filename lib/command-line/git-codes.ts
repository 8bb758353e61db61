import type { CodeDefinition } from '../finding/finding.ts'

/** What stands between a change and the version that it is compared with (TY903x). */
export const gitCodes = {
  foreignOwner: {
    code: 'TY9030',
    severity: 'error',
    title: {
      zh: '仓库属于另一个用户，git 拒绝读取',
      en: 'the repository belongs to another user, and git refuses it',
    },
    why: {
      zh: '他人的仓库可能借其设置让 git 执行程序。确认该仓库可信后，把它的路径写入运行者自己的 git 设置：git config --global --add safe.directory 路径；或由其所有者运行。',
      en: 'Another user’s repository could have git run programs by its settings. If you trust it, enter its path in your own settings: `git config --global --add safe.directory PATH`; or let its owner run the command.',
    },
  },
  shallow: {
    code: 'TY9031',
    severity: 'error',
    title: { zh: '浅克隆，历史不完整', en: 'the clone is shallow: part of the history is missing' },
    why: {
      zh: '改动以分叉点为准，浅克隆中找不到分叉点。运行 git fetch --unshallow，流水线中请取得完整的历史（fetch-depth: 0）。',
      en: 'A change is judged from where its branch began, which a shallow clone does not hold. Run `git fetch --unshallow`; in CI fetch the whole history (fetch-depth: 0).',
    },
  },
  objectsMissing: {
    code: 'TY9032',
    severity: 'error',
    title: { zh: '本地缺少所比较版本的内容', en: 'contents of the version to compare with are missing here' },
    why: {
      zh: '部分克隆（--filter）不含全部内容，本工具不会让 git 自行联网补取。运行 git fetch --refetch --no-filter 取得全部内容，或重新完整克隆。',
      en: 'A partial clone (--filter) lacks contents, and the tool never lets git fetch by itself. Run `git fetch --refetch --no-filter`, or clone the whole repository anew.',
    },
  },
  refUnclear: {
    code: 'TY9033',
    severity: 'error',
    title: { zh: '版本名称有歧义，或只是标签', en: 'the name is unclear, or is that of a tag' },
    why: {
      zh: '简称只指分支：先找 refs/heads/，再找 refs/remotes/。标签可由他人推送，不能以同名顶替分支。请写全称，如 refs/heads/main、refs/remotes/origin/main、refs/tags/v1。',
      en: 'A short name means a branch: first of refs/heads/, then of refs/remotes/. A tag can be pushed by others and never stands in for a branch. Write the full name, such as refs/heads/main, refs/remotes/origin/main or refs/tags/v1.',
    },
  },
  unrelated: {
    code: 'TY9034',
    severity: 'error',
    title: { zh: '两个版本没有共同的历史', en: 'the two versions share no history' },
    why: {
      zh: '没有分叉点，便无从判断改动了什么。请在目标分支的基础上重做本分支，或取得完整的历史。',
      en: 'Without a common commit nobody can tell what was changed. Make the branch anew from the target branch, or fetch the whole history.',
    },
  },
  severalBases: {
    code: 'TY9035',
    severity: 'error',
    title: { zh: '两个版本有多个分叉点', en: 'the two versions have several merge bases' },
    why: {
      zh: '两个分支曾互相合并，改动从哪里算起并不唯一。先把目标分支合并进来（git merge 目标分支），分叉点便只有一个。',
      en: 'The branches were merged into each other, so that it is not clear from where the change counts. Merge the target branch first (`git merge TARGET`): then there is one base.',
    },
  },
  noAnswer: {
    code: 'TY9036',
    severity: 'error',
    title: { zh: 'git 迟迟没有回答', en: 'git gives no answer' },
    why: {
      zh: '.git 中可能有管道等并非普通文件的内容，或者磁盘已无响应。请在该目录中运行 git status 查看，必要时重新克隆。',
      en: 'In `.git` there may be a pipe or something else that is no plain file, or the disk does not answer. Run `git status` there, and clone the repository anew if need be.',
    },
  },
  mergeDriver: {
    code: 'TY9037',
    severity: 'error',
    title: { zh: '仓库设置了自己的合并程序', en: 'the repository has a merge program of its own' },
    why: {
      zh: '审批以平台合并后的内容为准，平台不用这样的程序，本工具也不让 git 执行它。请用 git config --unset 删去该设置，或另作克隆。',
      en: 'Approvals are of what the forge’s merge makes, which uses no such program, and the tool lets git run none. Remove the setting with `git config --unset`, or clone anew.',
    },
  },
  branchNotWritten: {
    code: 'TY9038',
    severity: 'error',
    title: { zh: '新分支写不进仓库', en: 'the new branch could not be written' },
    why: {
      zh: 'git 不接受该分支：已有的分支与其名称的前一段同名（如名为 tenantry 的分支）、仓库只读、磁盘已满，或者另一个 git 正在写入。请按所示原因处理，再次运行；其他内容未作改动。',
      en: 'Git did not take the branch: another is called like the first part of its name, such as one called `tenantry`; the repository cannot be written, the disk is full, or another git is writing. See to the reason shown and run the command again; nothing else was changed.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
