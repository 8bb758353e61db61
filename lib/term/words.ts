import type { Text } from '../finding/finding.ts'

/** An id as English words: `agreement-signed` is `agreement signed`. */
export function idInWords(id: string): string {
  return id.replaceAll('-', ' ')
}

/** Terms in a row, in each language's way. */
export function inARow(terms: readonly Text[]): Text {
  return { zh: terms.map(({ zh }) => zh).join('、'), en: terms.map(({ en }) => en).join(', ') }
}

/** Papers go by their titles, which are Chinese in every language: 《变更申请》. */
export function paperTitle(type: string): string {
  return `《${type}》`
}

/** A day of a year that is told beside it: `3月20日`. */
export function inMonthAndDay(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month}月${day}日`
}

/** A term with the id to be written. */
export function withId(id: string, { zh, en }: Text): Text {
  return { zh: `${zh}（${id}）`, en: `${en} (\`${id}\`)` }
}
