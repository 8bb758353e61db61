import type { Fix, Range, Text } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import type { JsonObject } from '../json-schema.ts'
import type { Mistake } from './mistake.ts'
import { atValue, placeName, type Reporter } from './reporter.ts'
import { wrongDate } from './wrong-text.ts'

const names: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'a text' },
  integer: { zh: '整数', en: 'an integer' },
  number: { zh: '数字', en: 'a number' },
  decimal: { zh: '小数', en: 'a decimal' },
  boolean: { zh: '真假值（true 或 false）', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '由“键: 值”组成的映射', en: 'a map of keys and values' },
  null: { zh: '空值', en: 'nothing' },
}

export const wrongType: Reporter = (mistake, setting) => {
  // A date without its hyphens is a number to YAML.
  if (mistake.schema.format === 'date' && typeof mistake.data === 'number') return wrongDate(mistake, setting)
  const wanted = [mistake.params.type].flat().filter(type => typeof type === 'string')
  const place = placeName(setting, mistake.path)
  const found = names[typeOf(mistake.data)] ?? { zh: '其他内容', en: 'something else' }
  const { range } = setting.document.at(mistake.path)
  const [only, ...others] = wanted
  const mend = only === undefined || others.length > 0 ? undefined : mends[only]?.(mistake, range)
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
  if (typeof value === 'number' && !Number.isInteger(value)) return 'decimal'
  return typeof value
}

/** How a value of another type becomes one of the wanted type, where that is plain. */
const mends: Readonly<Record<string, (mistake: Mistake, range: Range) => Fix | undefined>> = {
  string: ({ data, schema }, range) => {
    if (typeof data !== 'number' && typeof data !== 'boolean') return undefined
    // `True` and `TRUE` are truth values too: what stands there in which letters, only the person knows.
    const text = typeof data === 'boolean' ? undefined : asWritten(data, range)
    if (text !== undefined && !fitsPattern(text, schema)) return undefined
    return fix({ zh: '请加引号', en: 'quote it' }, text, text => `"${text}"`)
  },
  integer: ({ data }) => unquoted(data, /^(?:0|-?[1-9][0-9]{0,14})$/),
  number: ({ data }) => unquoted(data, /^(?:0|-?[1-9][0-9]{0,9})(?:\.[0-9]{1,4})?$/),
  boolean: ({ data }) => unquoted(data, /^(?:true|false)$/),
  array: ({ data }, range) => {
    if (typeof data === 'object') return undefined
    return fix({ zh: '请写成列表', en: 'write a list' }, asWritten(data, range), text => `[${text}]`)
  },
}

/** Quotes alone make no id of a number. */
function fitsPattern(text: string, { pattern }: JsonObject): boolean {
  return typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text)
}

function unquoted(value: unknown, form: RegExp): Fix | undefined {
  if (typeof value !== 'string' || !form.test(value)) return undefined
  return fix({ zh: '请去掉引号', en: 'remove the quotes' }, value, text => text)
}

function fix(message: Text, text: string | undefined, make: (text: string) => string): Fix {
  return text === undefined ? { message } : { message, replacement: make(text), certain: true }
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
