import { type Html, html } from '../../summary/html.ts'
import type { ProvenZone, Row } from '../content.ts'

/** Rows send, columns receive; both in the same order. */
export function matrix({ rows: { rows, level }, openness }: ProvenZone): Html {
  const cell = (from: Row, to: Row): Html => {
    if (from === to && level === 'system') return html`<td class="same"></td>`
    const { open, pairs } = openness(from.label, to.label)
    const title = `${from.name} → ${to.name}：${open}/${pairs}`
    return open === 0
      ? html`<td title="${title}"></td>`
      : html`<td class="open" title="${title}">${level === 'system' ? '●' : open}</td>`
  }
  return html`<table class="matrix">
<thead><tr><th></th>${rows.map((_, index) => html`<th>${index + 1}</th>`)}</tr></thead>
<tbody>
${rows.map((from, index) => html`<tr><th>${index + 1} ${from.name}</th>${rows.map(to => cell(from, to))}</tr>`)}
</tbody>
</table>`
}
