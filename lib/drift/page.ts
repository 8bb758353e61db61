// What has drifted, as one page that needs nothing else.
import type { AnyFinding, Text } from '../finding/finding.ts'
import { isInFile, placeText } from '../finding/place.ts'
import { printable } from '../finding/printable.ts'
import { type Html, html } from '../summary/html.ts'
import { pageShell } from '../summary/shell.ts'
import { bilingual, heads } from '../summary/wording.ts'
import type { Drift } from './drift.ts'
import { sidesText } from './sides-text.ts'
import { driftClassNames, headings, movedWords, sumOf } from './words.ts'

export interface DriftPage {
  readonly drifts: readonly Drift[]
  /** What could not be looked at, and why. */
  readonly unlooked: readonly AnyFinding[]
  readonly zones: readonly string[]
  /** When each drift was seen first, ISO 8601, UTC. */
  readonly firstSeen: ReadonlyMap<Drift, string>
  /** When the clouds were looked at, ISO 8601, UTC. */
  readonly at: string
  /** Of the tool. */
  readonly version: string
}

export function driftPage(page: DriftPage): string {
  const { drifts, unlooked, zones, at, version } = page
  const title = { zh: '清单、状态与云的比对', en: 'Drift' }
  return pageShell({
    title: `${title.zh} ${at}`,
    heading: html`<h1>${bilingual(title)}</h1>
<p>${bilingual(sumOf(drifts, zones))}</p><p class="note">${at}</p>`,
    body: [
      ...section(headings.openings, 'error', page, drifts.filter(isOpening)),
      ...section(
        headings.others,
        'warning',
        page,
        drifts.filter(drift => !isOpening(drift)),
      ),
      ...unlookedSection(unlooked),
    ],
    style,
    version,
  })
}

/** Where there is room for columns, codes and times are not broken. */
const style =
  '@media print, (min-width: 52.01rem) { .drift td:nth-child(2), .drift td:last-child { white-space: nowrap; } .drift td:first-child { min-width: 6rem; } }'

function isOpening({ opens }: Drift): boolean {
  return opens
}

const columns: readonly Text[] = [
  { zh: '类别', en: 'class' },
  { zh: '代码', en: 'code' },
  { zh: '位置', en: 'place' },
  { zh: '说明', en: 'meaning' },
  { zh: '栈', en: 'stacks' },
  { zh: '自何时起', en: 'since' },
]

function section(
  title: Text,
  grade: 'error' | 'warning',
  { firstSeen }: DriftPage,
  drifts: readonly Drift[],
): readonly Html[] {
  if (drifts.length === 0) return []
  return [
    html`<section>
<h2>${bilingual(title)}</h2>
<table class="findings drift">
${heads(columns)}
<tbody>
${drifts.map(drift => row(drift, grade, firstSeen.get(drift) ?? ''))}
</tbody>
</table>
</section>`,
  ]
}

function row({ class: of, moved, stacks, values, finding }: Drift, grade: string, since: string): Html {
  const texts = [finding.message, ...values.map(sidesText), movedWords[moved]]
  const fix = finding.fix === undefined ? [] : [finding.fix.message]
  const source = finding.citation === undefined ? [] : [finding.citation]
  return html`<tr class="${grade}"><td>${bilingual(driftClassNames[of])}</td><td>${finding.code}</td><td class="place">${printable(placeText(finding))}</td><td>${[...texts, ...source, ...fix].map(paragraph)}</td><td>${stacks.join(' ')}</td><td>${since}</td></tr>`
}

function paragraph({ zh, en }: Text): Html {
  return html`<p>${printable(zh)}<br><small lang="en">${printable(en)}</small></p>`
}

function unlookedSection(findings: readonly AnyFinding[]): readonly Html[] {
  if (findings.length === 0) return []
  const title = { zh: '没有比对的', en: 'Not looked at' }
  return [
    html`<section>
<h2>${bilingual(title)}</h2>
<table class="findings">
${heads(columns.slice(1, 4))}
<tbody>
${findings.map(unlookedRow)}
</tbody>
</table>
</section>`,
  ]
}

function unlookedRow(finding: AnyFinding): Html {
  const place = isInFile(finding) ? finding.file : placeText(finding)
  return html`<tr class="${finding.severity}"><td>${finding.code}</td><td class="place">${printable(place)}</td><td>${paragraph(finding.message)}</td></tr>`
}
