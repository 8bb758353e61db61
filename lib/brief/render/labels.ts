import type { Language, Text } from '../../finding/finding.ts'
import type { Flag } from '../brief.ts'

export const title: Text = { zh: '审阅要点', en: 'Review brief' }
export const working: Text = { zh: '当前文件', en: 'the files here' }
export const flagsName: Text = { zh: '需要留意', en: 'What gives pause' }
export const noFlags: Text = { zh: '未发现需要留意的问题', en: 'Nothing was found that gives pause' }
export const nothingChanged: Text = {
  zh: '没有改变：内容相同',
  en: 'Nothing differs: what is said is the same',
}
export function flagsLeftOut(flags: number): Text {
  return {
    zh: `篇幅所限，另有 ${flags} 条未列出，见 tenantry brief --format html`,
    en: `${flags} more have no room here: see tenantry brief --format html`,
  }
}

/** Of a comment that would be too long. */
export function leftOut(parts: number): Text {
  return {
    zh: `篇幅所限，另有 ${parts} 个部分未列出，见 tenantry brief --format html`,
    en: `${parts} more parts have no room here: see tenantry brief --format html`,
  }
}

const groundName: Text = { zh: '依据', en: 'by ' }

export const gravities: Readonly<Record<Flag['severity'], Text>> = {
  error: { zh: '不符合', en: 'not allowed' },
  warning: { zh: '注意', en: 'look twice' },
}

/** The marks of each language. */
export const colon: Readonly<Record<Language, string>> = { zh: '：', en: ': ' }
export const comma: Readonly<Record<Language, string>> = { zh: '，', en: ', ' }

/** What stands behind a flag, to be put in brackets: its ground and its code; empty where it has neither. */
export function behind({ ground, code = '' }: Flag, language: Language): string {
  const by = ground[language] === '' ? '' : `${groundName[language]}${ground[language]}`
  return [by, code].filter(text => text !== '').join(comma[language])
}

/** So much of a commit's name tells it from every other. */
export const nameLength = 12
