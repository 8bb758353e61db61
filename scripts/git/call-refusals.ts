// Why git says nothing at all.
import { codes } from '../../lib/command-line/codes.ts'
import { gitCodes } from '../../lib/command-line/git-codes.ts'
import { finding, type Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'

export function noGit(): Refusal {
  const message = {
    zh: 'PATH 中没有 git，无法读取版本历史',
    en: 'git is not on the PATH, so that no commit can be read',
  }
  return new Refusal(finding(codes.noGit, { machine: 'git' }, { message }), 'environment')
}

export function noAnswer(command: string): Refusal {
  return unanswered(command, { zh: command, en: command })
}

export function neverEnds(path: string): Refusal {
  const shown = printable(path)
  return unanswered(path, {
    zh: `${shown} 是管道或设备，不是文件`,
    en: `${shown} is a pipe or a device, and no file`,
  })
}

function unanswered(machine: string, reason: Text): Refusal {
  const { title, why } = gitCodes.noAnswer
  const message = { zh: `${title.zh}：${reason.zh}`, en: `${title.en}: ${reason.en}` }
  return new Refusal(
    finding(gitCodes.noAnswer, { machine }, { message, fix: { message: why } }),
    'environment',
  )
}

export function foreignOwner(root: string): Refusal {
  const shown = printable(root)
  const command = `git config --global --add safe.directory ${shown}`
  const message = {
    zh: `${shown} 所在的仓库属于另一个用户`,
    en: `the repository of ${shown} belongs to another user`,
  }
  const fix = { message: { zh: `确认可信后运行 ${command}`, en: `if you trust it, run \`${command}\`` } }
  return new Refusal(finding(gitCodes.foreignOwner, { machine: root }, { message, fix }), 'environment')
}
