import { createInterface } from 'node:readline/promises'
import { codes } from '../../lib/deliver/codes.ts'
import { isEmpty } from '../../lib/deliver/resource-changes.ts'
import { hasSucceeded, type RunRecord } from '../../lib/deliver/run.ts'
import { CommandError, type Context } from './command.ts'

/** Throws a `CommandError` where nobody can be asked. */
export function requireTerminal({ interactive, json }: Context): void {
  if (interactive && !json && process.stdin.isTTY === true) return
  const { code, title, why } = codes.confirmationMissing
  throw new CommandError(code, { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` })
}

/**
 * Asks a person whether to go on with what was shown, where anything was. What failed to plan is not applied and keeps
 * nothing else from it; whatever of it was not shown is refused when its turn comes.
 */
export async function consented(context: Context, record: RunRecord): Promise<boolean> {
  const { language, signal, stdout } = context
  if (record.stacks.every(({ changes }) => changes === undefined || isEmpty(changes))) return false
  const question = record.stacks.every(hasSucceeded)
    ? {
        zh: '按以上计划交付？只有输入 yes 才会执行：',
        en: 'Apply the plan above? Only "yes" is taken as consent: ',
      }[language]
    : {
        zh: '按以上计划交付（不含未成功的栈）？只有输入 yes 才会执行：',
        en: 'Apply the plan above, without what did not succeed? Only "yes" is taken as consent: ',
      }[language]
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    if ((await lines.question(question, { signal: signal() })).trim() === 'yes') return true
  } catch (error) {
    if (!signal().aborted) throw error
  } finally {
    lines.close()
  }
  stdout({ zh: '未作任何改变。\n', en: 'Nothing was changed.\n' }[language])
  return false
}
