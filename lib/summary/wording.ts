import type { Text } from '../finding/finding.ts'
import { type Html, html } from './html.ts'

/** Chinese, with English small beside it. */
export function bilingual({ zh, en }: Text): Html {
  return html`${zh} <small lang="en">${en}</small>`
}

/** A head of a table or of a part of the page. */
export function heads(names: readonly Text[]): Html {
  return html`<thead><tr>${names.map(name => html`<th>${bilingual(name)}</th>`)}</tr></thead>`
}

export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Grouped by thousands, with at most one decimal: amounts are counts, GiB and Mbps. */
export function amount(value: number): string {
  const [whole = '', decimal] = String(Math.round(value * 10) / 10).split('.')
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  return decimal === undefined ? grouped : `${grouped}.${decimal}`
}
