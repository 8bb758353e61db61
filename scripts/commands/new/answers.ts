import { codes } from '../../../lib/command-line/codes.ts'
import type { PersonAnswer } from '../../../lib/draft/unit.ts'
import { printable } from '../../../lib/finding/printable.ts'
import { plainScalar } from '../../../lib/read/plain-scalar.ts'
import { isTextAt } from '../../../lib/validate/choices.ts'
import type { JsonSchema } from '../../../lib/validate/json-schema.ts'
import type { Word } from '../../../lib/vocabulary/index.ts'
import { type Asker, askerOn, type Choice } from '../../terminal/ask.ts'
import { CommandError, type Context, type OptionValues } from '../../terminal/command.ts'

/** Answers as they come: from options where given, from a person where there is one; what is neither is told at once. */
export interface Answers {
  readonly asker: Asker | undefined
  readonly text: (
    flag: string,
    question: string,
    accept?: (text: string) => string | undefined,
  ) => Promise<string>
  readonly choice: (flag: string, question: string, choices: readonly Choice[]) => Promise<string>
  readonly lacks: (flag: string) => void
  /** @throws CommandError where anything is missing. */
  readonly requireAll: () => void
}

export function answersOf(context: Context, options: OptionValues): Answers {
  const { language } = context
  const canAsk = context.interactive && !context.json && process.stdin.isTTY === true
  const asker = canAsk ? askerOn({}, { zh: '不能为空', en: 'must not be empty' }[language]) : undefined
  const missing: string[] = []
  const given = (flag: string): string | undefined => {
    const value = options[flag]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const lacks = (flag: string) => {
    missing.push(`--${flag}`)
  }
  return {
    asker,
    lacks,
    text: async (flag, question, accept) => {
      const value = given(flag)
      if (value !== undefined) {
        const wrong = accept?.(value)
        if (wrong !== undefined) throw wrongAnswer(flag, value, wrong)
        return value
      }
      if (asker !== undefined) return await asker.text(question, accept === undefined ? {} : { accept })
      lacks(flag)
      return ''
    },
    choice: async (flag, question, choices) => {
      const value = given(flag)
      if (value !== undefined) {
        const meant = choices.find(choice => choice.value === value || choice.label === value)
        if (meant !== undefined) return meant.value
        throw wrongAnswer(flag, value, choices.map(choice => choice.value).join('、'))
      }
      if (asker !== undefined) return await asker.choice(question, choices)
      lacks(flag)
      return ''
    },
    requireAll: () => {
      if (missing.length === 0) return
      const list = [...new Set(missing)].join(' ')
      throw new CommandError(codes.answersMissing.code, {
        zh: `缺少选项：${list}；在终端上运行则逐项提问`,
        en: `options are missing: ${list}; on a terminal they are asked for one by one`,
      })
    },
  }
}

export function wrongAnswer(flag: string, value: string, wanted: string): CommandError {
  const shown = printable(value)
  return new CommandError(codes.wrongAnswer.code, {
    zh: `--${flag} 的写法“${shown}”不对，应为：${wanted}`,
    en: `--${flag} is written “${shown}”; it takes: ${wanted}`,
  })
}

export function listOf(options: OptionValues, flag: string): readonly string[] {
  const value = options[flag]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}

/** A word of a vocabulary to choose. */
export function asChoice({ id, name }: Word): Choice {
  return { value: id, label: name }
}

const personForm = '[role=]姓名,电话[,职务]'

export async function contactsOf(
  answers: Answers,
  options: OptionValues,
): Promise<ReadonlyMap<string, PersonAnswer>> {
  const given = listOf(options, 'contact').map(personOf)
  if (given.length > 0) return new Map(given)
  if (answers.asker === undefined) {
    answers.lacks('contact')
    return new Map()
  }
  const name = await answers.asker.text('负责人姓名 / responsible person')
  const phone = await answers.asker.text('联系电话 / phone', {
    placeholder: '0350-0000123',
    accept: phoneFault,
  })
  return new Map([['responsible', { name, phone }]])
}

function phoneFault(text: string): string | undefined {
  return /^[+0-9][0-9 -]{5,24}$/.test(text.normalize('NFKC')) ? undefined : '0350-0000123'
}

/** Whoever types with a Chinese input method types its comma too. */
export function personOf(text: string): readonly [string, PersonAnswer] {
  const [, role = 'responsible', rest = ''] = /^(?:([a-z]+)[=＝])?(.*)$/su.exec(text) ?? []
  const [name = '', number = '', title] = rest.split(/[,，]/).map(part => part.trim())
  const phone = number.normalize('NFKC')
  if (name === '' || phoneFault(phone) !== undefined) throw wrongAnswer('contact', text, personForm)
  return [role, { name, phone, ...(title === undefined || title === '' ? {} : { title }) }]
}

/** `field=value`, as text where the schema wants text, else as YAML would read it. */
export function factOf(schema: JsonSchema | undefined, text: string): readonly [string, unknown] {
  const [, field = '', value = ''] =
    /^([A-Za-z]+(?:\.[A-Za-z][A-Za-z0-9-]*)*)[=＝](.+)$/su.exec(text.trim()) ?? []
  if (field === '') throw wrongAnswer('set', text, 'project.approval=宁发改审〔2026〕8号')
  const isText = isTextAt(schema, field.split('.'))
  return [field, isText ? value.trim() : (plainScalar(value.trim()) ?? value.trim())]
}
