import type { Fix, Range, Text } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import type { Mistake } from './mistake.ts'
import { atValue, placeName, type Reporter } from './reporter.ts'

const names: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'a text' },
  integer: { zh: '整数', en: 'an integer' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '由“键: 值”组成的映射', en: 'a map of keys and values' },
  null: { zh: '空值', en: 'nothing' },
}

export const wrongType: Reporter = (mistake, setting) => {
  const wanted = [mistake.params.type].flat().filter(type => typeof type === 'string')
  const place = placeName(setting, mistake.path)
  const found = names[typeOf(mistake.data)] ?? { zh: '其他内容', en: 'something else' }
  const { range } = setting.document.at(mistake.path)
  const mend = wanted.map(type => mends[type]?.(mistake.data, range)).find(fix => fix !== undefined)
  const advice =
    mend === undefined ? { zh: '', en: '' } : { zh: `；${mend.message.zh}`, en: `; ${mend.message.en}` }
  return atValue(setting, mistake, codes.wrongType, {
    message: {
      zh: `${place.zh}应为${listed(wanted, 'zh', '或')}，而不是${found.zh}${advice.zh}`,
      en: `${place.en} should be ${listed(wanted, 'en', ' or ')}, not ${found.en}${advice.en}`,
    },
    ...(mend === undefined ? {} : { fix: mend }),
  })
}

function listed(types: readonly string[], language: keyof Text, or: string): string {
  return [...new Set(types.map(type => names[type]?.[language] ?? type))].join(or)
}

function typeOf(value: Mistake['data']): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value
}

/** How a value of another type becomes one of the wanted type, where that is plain. */
const mends: Readonly<Record<string, (value: unknown, range: Range) => Fix | undefined>> = {
  string: (value, range) => {
    if (typeof value !== 'number' && typeof value !== 'boolean') return undefined
    return fix({ zh: '请加引号', en: 'quote it' }, asWritten(value, range), text => `"${text}"`)
  },
  integer: value => unquoted(value, /^(?:0|-?[1-9][0-9]{0,14})$/),
  number: value => unquoted(value, /^(?:0|-?[1-9][0-9]{0,9})(?:\.[0-9]{1,4})?$/),
  boolean: value => unquoted(value, /^(?:true|false)$/),
  array: (value, range) => {
    if (typeof value === 'object') return undefined
    return fix({ zh: '请写成列表', en: 'write a list' }, asWritten(value, range), text => `[${text}]`)
  },
}

function unquoted(value: unknown, form: RegExp): Fix | undefined {
  if (typeof value !== 'string' || !form.test(value)) return undefined
  return fix({ zh: '请去掉引号', en: 'remove the quotes' }, value, text => text)
}

function fix(message: Text, text: string | undefined, make: (text: string) => string): Fix {
  return text === undefined ? { message } : { message, replacement: make(text) }
}

/**
 * What stands in the file, where the value tells it for certain. `0755` reads as 755 and `1.10` as 1.1: such a text has
 * another width than the number's own, and quoting the number would put something else in its place.
 */
function asWritten(value: unknown, { start, end }: Range): string | undefined {
  if (typeof value === 'number' && !isExact(value)) return undefined
  if (typeof value === 'string' && !/^[\w.-]+$/.test(value)) return undefined
  const text = String(value)
  return start.line === end.line && end.column - start.column === text.length ? text : undefined
}

function isExact(value: number): boolean {
  return Number.isSafeInteger(value) || String(value).length <= 15
}
