import { codes } from '../../lib/command-line/codes.ts'
import { gitCodes } from '../../lib/command-line/git-codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'

/** @param stderr what git said of it */
export function historyBroken(words: readonly string[], stderr: string): Refusal {
  if (stderr.includes('not a git repository')) return outsideGit()
  const [command, check] = [`git ${words[0]}`, 'git fsck']
  const said = printable(stderr.split('\n')[0]?.slice(0, 200) ?? '')
  const reason = said === '' ? '' : `: ${said}`
  const message = {
    zh: `读不出提交历史（${command} 未成功${reason}）；用 ${check} 查看损坏之处，再重新完整克隆`,
    en: `the history cannot be read (\`${command}\` failed${reason}); \`${check}\` shows what is broken; clone the repository anew`,
  }
  return new Refusal(finding(gitCodes.objectsMissing, { machine: command }, { message }), 'environment')
}

function outsideGit(): Refusal {
  const message = {
    zh: '数据仓库不在任何 Git 仓库之中，没有可比较的版本',
    en: 'the data repository lies in no git repository, so that there is no version to compare with',
  }
  const fix = {
    message: {
      zh: '先运行 git init、git add 和 git commit；数据在别处的，用 --root 指定',
      en: 'run `git init`, `git add` and `git commit` first, or name the place of the data with --root',
    },
  }
  return new Refusal(finding(codes.notInGit, { machine: 'git' }, { message, fix }), 'usage')
}
