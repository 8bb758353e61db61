import { codes } from '../../lib/deliver/codes.ts'
import { isEmpty } from '../../lib/deliver/resource-changes.ts'
import { hasSucceeded, type RunRecord } from '../../lib/deliver/run.ts'
import type { Text } from '../../lib/finding/finding.ts'
import { askedWord, canAsk } from './asked-word.ts'
import { CommandError, type Context } from './command.ts'

/** Throws a `CommandError` where nobody can be asked. */
export function requireTerminal(context: Context): void {
  if (canAsk(context)) return
  const { code, title, why } = codes.confirmationMissing
  throw new CommandError(code, { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` })
}

/**
 * Asks a person whether to go on with what was shown, where anything was. What failed to plan is not applied and keeps
 * nothing else from it; whatever of it was not shown is refused when its turn comes.
 * @param goes how many stacks would go for good: with any, nobody shall say yes out of habit
 */
export async function consented(context: Context, record: RunRecord, goes: number): Promise<boolean> {
  if (record.stacks.every(({ changes }) => changes === undefined || isEmpty(changes))) return false
  const word = goes === 0 ? 'yes' : 'retire'
  const question = questionOf(record.stacks.every(hasSucceeded), goes, word)
  return await askedWord(context, { question, word, declined: nothingChanged })
}

const nothingChanged: Text = { zh: '未作任何改变。', en: 'Nothing was changed.' }

function questionOf(isWhole: boolean, goes: number, word: string): Text {
  const part = isWhole
    ? { zh: '', en: '' }
    : { zh: '（不含未成功的栈）', en: ', without what did not succeed' }
  const end =
    goes === 0
      ? { zh: '', en: '' }
      : { zh: `其中 ${goes} 个栈将被永久删除。`, en: ` ${goes} of the stacks go for good.` }
  return {
    zh: `按以上计划交付${part.zh}？${end.zh}只有输入 ${word} 才会执行：`,
    en: `Apply the plan above${part.en}?${end.en} Only "${word}" is taken as consent: `,
  }
}
