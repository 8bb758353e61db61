import type { Finding } from '../../finding/finding.ts'
import { severityNames } from '../../finding/printers/printer.ts'
import { type Html, html } from '../html.ts'
import { bilingual, heads } from '../wording.ts'

/** So many of one code are shown; a thousand systems may share one fault, and `validate` names them all. */
const shownPerCode = 20

export function findingsSection(findings: readonly Finding[]): Html {
  const title = bilingual({ zh: '校验结果', en: 'Findings' })
  if (findings.length === 0)
    return html`<section><h2>${title}</h2><p>${bilingual({ zh: '未发现问题。', en: 'Nothing found.' })}</p></section>`
  return html`<section>
<h2>${title}</h2>
<table class="findings">
${heads([
  { zh: '级别', en: 'level' },
  { zh: '代码', en: 'code' },
  { zh: '位置', en: 'place' },
  { zh: '说明', en: 'meaning' },
  { zh: '条款', en: 'article' },
])}
<tbody>
${[...Map.groupBy(findings, ({ code }) => code).values()].flatMap(rowsOf)}
</tbody>
</table>
</section>`
}

function rowsOf(same: readonly Finding[]): readonly Html[] {
  const left = same.length - shownPerCode
  const rows = same.slice(0, shownPerCode).map(findingRow)
  if (left <= 0) return rows
  const code = same[0]?.code ?? ''
  const rest = {
    zh: `${code} 另有 ${left} 处，见 tenantry validate`,
    en: `${left} more of ${code}: see tenantry validate`,
  }
  return [...rows, html`<tr><td colspan="5">${bilingual(rest)}</td></tr>`]
}

function findingRow({ severity, code, file, range, message, article = '' }: Finding): Html {
  const { line, column } = range.start
  return html`<tr class="${severity}"><td>${severityNames[severity].zh}</td><td>${code}</td><td class="place">${file}:${line}:${column}</td><td>${message.zh}<br><small lang="en">${message.en}</small></td><td>${article}</td></tr>`
}
