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

/** Asks a person whether to go on with what was shown. What failed to plan is not applied, nor what is empty. */
export async function consented(context: Context, record: RunRecord): Promise<boolean> {
  const { language, signal, stdout } = context
  const sound = record.stacks.every(hasSucceeded)
  if (!sound || record.stacks.every(({ changes }) => changes === undefined || isEmpty(changes))) return false
  const question = {
    zh: '按以上计划交付？只有输入 yes 才会执行：',
    en: 'Apply the plan above? Only "yes" is taken as consent: ',
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
