import type { CodeDefinition } from '../finding/finding.ts'

/** What is told of the version that a change is compared with (TY402x). */
export const baseCodes = {
  behind: {
    code: 'TY4020',
    severity: 'info',
    title: { zh: '目标分支已有新的提交', en: 'The target branch has moved on' },
    why: {
      zh: '改动以分叉点为准，并按合并后的结果再核验一次；他人已合并的改动不算在本分支上。无须处理。',
      en: 'A change counts from where its branch began, and is judged once more as it would be after the merge; what others merged meanwhile is not held against it. Nothing needs to be done.',
    },
  },
  conflict: {
    code: 'TY4021',
    severity: 'error',
    title: {
      zh: '与目标分支冲突，无法核验合并结果',
      en: 'The change conflicts with the target branch, so that the merge cannot be judged',
    },
    why: {
      zh: '双方改了同一处，合并后是什么样无人知道。先把目标分支合并进来（git merge）并解决冲突，再核验。',
      en: 'Both sides changed the same place, and nobody knows what comes of it. Merge the target branch (`git merge`), resolve the conflict, and check again.',
    },
  },
  unreadableBefore: {
    code: 'TY4022',
    severity: 'error',
    title: {
      zh: '改动前的文件无法读懂，无从核验改动',
      en: 'What stood before cannot be understood, so that the change cannot be judged',
    },
    why: {
      zh: '目标分支上的该文件有误，较早的提交中也没有可读的版本。无从比较的改动不予放行：由目标分支的管理员直接改正该文件，或用 --base 指定一个可读的提交。',
      en: 'The file is broken on the target branch, and no earlier commit has it readable. What cannot be compared does not pass: whoever administers the target branch mends the file there, or names a readable commit with --base.',
    },
  },
  judgedByEarlier: {
    code: 'TY4023',
    severity: 'info',
    title: {
      zh: '目标分支有误，按其较早的可读版本核验',
      en: 'The target branch is broken; the change is judged by an earlier commit of it',
    },
    why: {
      zh: '目标分支上的文件有误，读不出其内容；改正它的改动仍须核验，因此与最近一个全部可读的提交比较，该提交以后的内容都算作改动。',
      en: 'A file of the target branch cannot be understood. The change that mends it has to be judged all the same, and so it is compared with the newest commit in which all can be read: everything since then counts as changed.',
    },
  },
  notCompared: {
    code: 'TY4028',
    severity: 'info',
    title: { zh: '未与其他提交比较', en: 'Nothing was compared with another commit' },
    why: {
      zh: '没有 --base，只看仓库现在的样子：改动本身、沿用的访问规则有无放宽，都没有核验。核验改动请写 --base <目标分支>；未提交的改动写 --base HEAD。',
      en: 'Without --base only the repository as it is was looked at: neither the change itself nor whether inherited openings became wider was judged. Name the target branch with --base; for what is not committed yet, --base HEAD.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
