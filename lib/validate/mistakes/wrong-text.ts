import { dayIn, isWrittenDay, writtenYears } from '../../clock/index.ts'
import { type Finding, finding, type Text } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import { isJsonObject, type JsonObject } from '../json-schema.ts'
import type { Mistake } from './mistake.ts'
import { atValue, placeName, type Reporter, replaceWith, type Setting, shown } from './reporter.ts'

/** A text that misses its pattern: the schema says beside the pattern what it wants. */
export const wrongForm: Reporter = (mistake, setting) => {
  const meant = mended(mistake.data, mistake.schema)
  return written(mistake, setting, formOf(mistake.schema), meant)
}

/** A key that may be chosen, but not in this form. */
export const wrongKeyName: Reporter = ({ key = '', path, schema, params }, setting) => {
  const form = lengthForms[String(params.cause)] ?? formOf(schema)
  return finding(codes.wrongKeyName, setting.document.at([...path, key], 'key'), {
    message: {
      zh: `键“${shown(key)}”的写法不对，应${form.zh}`,
      en: `the key “${shown(key)}” is written wrongly; it must ${form.en}`,
    },
  })
}

const lengthForms: Readonly<Record<string, Text>> = {
  maxLength: { zh: '再短一些', en: 'be shorter' },
  minLength: { zh: '再长一些', en: 'be longer' },
}

const formats: Readonly<Record<string, Text>> = {
  email: { zh: '为电子邮件地址', en: 'be an e-mail address' },
  uri: { zh: '为完整的网址，如 https://…', en: 'be a whole URL such as https://…' },
}

/** A text that misses a format. */
export const wrongFormat: Reporter = (mistake, setting) => {
  if (mistake.params.format === 'date') return wrongDate(mistake, setting)
  return written(mistake, setting, formats[String(mistake.params.format)] ?? unknownForm)
}

function written(mistake: Mistake, setting: Setting, form: Text, meant?: string): Finding {
  const place = placeName(setting, mistake.path)
  return atValue(setting, mistake, codes.wrongForm, {
    message: {
      zh: `${place.zh}的写法“${shown(mistake.data)}”不对，应${form.zh}`,
      en: `${place.en} is written “${shown(mistake.data)}”; it must ${form.en}`,
    },
    ...(meant === undefined ? {} : { fix: replaceWith(meant, true) }),
  })
}

/** A text that is no date, none that the calendar has, or none that anybody can mean. */
export const wrongDate: Reporter = (mistake, setting) => {
  const place = placeName(setting, mistake.path)
  const text = String(mistake.data)
  const meant = dateMeant(text)
  const wrong = wrongOf(text)
  return atValue(setting, mistake, codes.wrongDate, {
    message: {
      zh: `${place.zh}的日期“${shown(mistake.data)}”${wrong.zh}`,
      en: `${place.en} is “${shown(mistake.data)}”${wrong.en}`,
    },
    ...(meant === undefined ? {} : { fix: replaceWith(meant, true) }),
  })
}

function wrongOf(text: string): Text {
  const { first, last } = writtenYears
  if (dayIn(text) !== undefined)
    return {
      zh: `的年份不在 ${first} 至 ${last} 之间；没有终止日的不写终止日`,
      en: `, and its year is none of ${first} to ${last}; an end that is open is left out`,
    }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { zh: '不存在', en: ', a day that does not exist' }
  return {
    zh: '写法不对，应写作 YYYY-MM-DD，如 2026-03-09',
    en: '; a date is written YYYY-MM-DD, such as 2026-03-09',
  }
}

/** `2026/3/9`, `2026.3.9`, `2026年3月9日` and `20260309` can only mean one day. */
function dateMeant(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isWrittenDay(date) ? date : undefined
}

const unknownForm: Text = { zh: '对照示例书写', en: 'be like the examples' }

function formOf(schema: JsonObject): Text {
  const form = schema['x-form']
  if (!isJsonObject(form) || typeof form.zh !== 'string' || typeof form.en !== 'string') return unknownForm
  return { zh: form.zh, en: form.en }
}

/** What people write for what is meant: blanks around it, full-width signs, capitals and underscores, `1,200.00 元`. */
const habits: readonly ((text: string) => string)[] = [
  text => text.trim(),
  text => text.normalize('NFKC').trim(),
  text =>
    text
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replaceAll(/[_\s]+/g, '-'),
  text => text.normalize('NFKC').replaceAll(/[,\s¥元]/g, ''),
]

/** The text without the habit that keeps it from its pattern, where that is all that is wrong. */
function mended(value: unknown, { pattern }: JsonObject): string | undefined {
  if (typeof value !== 'string' || typeof pattern !== 'string') return undefined
  const form = new RegExp(pattern, 'u')
  return habits.map(habit => habit(value)).find(text => text !== '' && form.test(text))
}

export const wrongLength: Reporter = (mistake, setting) => {
  const place = placeName(setting, mistake.path)
  const limit = Number(mistake.params.limit)
  const short = mistake.keyword === 'minLength'
  const empty = mistake.data === ''
  return atValue(setting, mistake, codes.wrongLength, {
    message: {
      zh: empty
        ? `${place.zh}不能为空`
        : `${place.zh}${short ? `至少 ${limit} 个字符` : `至多 ${limit} 个字符`}`,
      en: empty
        ? `${place.en} is empty`
        : `${place.en} has ${short ? `at least ${limit}` : `at most ${limit}`} characters`,
    },
  })
}
