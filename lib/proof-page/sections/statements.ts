import type { BeliefVerdict } from '../../isolation/judge.ts'
import { originText } from '../../isolation/model.ts'
import { packetText } from '../../isolation/packet-text.ts'
import { type Html, html } from '../../summary/html.ts'
import { bilingual, heads } from '../../summary/wording.ts'
import type { ProofContent, Statement } from '../content.ts'

export function statementsSection({ proof, statements }: ProofContent): Html {
  return html`<section id="statements">
<h2>${bilingual({ zh: '逐条结论', en: 'Verdicts' })}</h2>
<table class="statements">
${heads([
  { zh: '隔离要求', en: 'statement' },
  { zh: '依据', en: 'source' },
  { zh: '适用', en: 'about' },
  { zh: '结论', en: 'verdict' },
  { zh: '理由', en: 'why' },
])}
<tbody>
${proof.beliefs.flatMap((verdict, index) => {
  const statement = statements[index]
  return statement === undefined ? [] : [statementRow(statement, verdict)]
})}
</tbody>
</table>
</section>`
}

function statementRow(
  { id, name, source, place, reason }: Statement,
  { subjects, breaches }: BeliefVerdict,
): Html {
  const about = place ?? { zh: '全部系统', en: 'all systems' }
  return html`<tr class="${classOf(subjects, breaches.length)}">
<td>${bilingual(name)} <code>${id}</code></td>
<td>${source.zh === source.en ? source.zh : bilingual(source)}</td>
<td>${bilingual(about)} <b class="count">${subjects}</b></td>
<td class="verdict">${bilingual(verdictOf(subjects, breaches.length))}</td>
<td>${breaches.length === 0 ? bilingual(reason) : breachList(breaches)}</td>
</tr>`
}

function classOf(subjects: number, breaches: number): string {
  if (breaches > 0) return 'error'
  return subjects === 0 ? 'empty' : 'holds'
}

function verdictOf(subjects: number, breaches: number) {
  if (breaches > 0) return { zh: `不成立，${breaches} 处`, en: `broken in ${breaches}` }
  return subjects === 0 ? { zh: '不适用于任何系统', en: 'about no system' } : { zh: '成立', en: 'holds' }
}

function breachList(breaches: BeliefVerdict['breaches']): Html {
  return html`<ul>${breaches.map(
    ({ message, origin, packet, others = [] }) => html`<li>${bilingual(message)}
${[origin, ...others].map(one => html`<br><code>${originText(one)}</code>`)}
${packet === undefined ? '' : html`<br><code>${packetText(packet)}</code>`}</li>`,
  )}</ul>`
}
