import { gitCodes } from '../../lib/command-line/git-codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'

/** @param stderr what git said of it */
export function historyBroken(words: readonly string[], stderr: string): Refusal {
  const [command, check] = [`git ${words[0]}`, 'git fsck']
  const said = printable(stderr.split('\n')[0]?.slice(0, 200) ?? '')
  const reason = said === '' ? '' : `: ${said}`
  const message = {
    zh: `读不出提交历史（${command} 未成功${reason}）；用 ${check} 查看损坏之处，再重新完整克隆`,
    en: `the history cannot be read (\`${command}\` failed${reason}); \`${check}\` shows what is broken; clone the repository anew`,
  }
  return new Refusal(finding(gitCodes.objectsMissing, { machine: command }, { message }), 'environment')
}
