import type { Text } from '../../finding/finding.ts'
import { barrierNames, barriers } from '../../isolation/barriers.ts'
import { type Origin, originText } from '../../isolation/model.ts'
import { packetText } from '../../isolation/packet-text.ts'
import type { OpenVerdict } from '../../isolation/pairs.ts'
import { type Html, html } from '../../summary/html.ts'
import { bilingual, heads } from '../../summary/wording.ts'
import type { ProofContent } from '../content.ts'

/** What keeps pairs apart, and for what is open a packet with its way, hop by hop. */
export function witnessesSection({ proof: { tally }, systems }: ProofContent): Html {
  const title = html`<h2>${bilingual({ zh: '系统两两之间', en: 'Pairs of systems' })}</h2>`
  if (tally === undefined)
    return html`<section id="pairs">${title}<p>${bilingual({ zh: '有网络对所有项目开放，任何两个系统之间都可达。', en: 'A network is open to every project, so that every pair is open.' })}</p></section>`
  const nameOf = (project: string): string => {
    const system = systems.get(project)
    return system === undefined ? project : `${system.unit} ${system.name}`
  }
  return html`<section id="pairs">
${title}
<table class="barriers">
${heads([
  { zh: '结论', en: 'verdict' },
  { zh: '对数', en: 'pairs' },
])}
<tbody>
${barriers.map(barrier => html`<tr><td>${bilingual(apart(barrierNames[barrier]))}</td><td class="number">${tally.apart[barrier]}</td></tr>`)}
<tr><td>${bilingual({ zh: '可达：一方的规则写明另一方', en: 'reachable: one of them names the other' })}</td><td class="number">${tally.named.length}</td></tr>
<tr><td>${bilingual({ zh: '可达：双方的规则对所有人开放', en: 'reachable: their rules are for everybody' })}</td><td class="number">${tally.unnamed.reduce((sum, { pairs }) => sum + pairs, 0)}</td></tr>
</tbody>
</table>
${tally.named.map(verdict => witness(verdict, nameOf, undefined))}
${tally.unnamed.map(({ pairs, sample }) => witness(sample, nameOf, pairs))}
</section>`
}

function apart(why: Text): Text {
  return { zh: `不可达：${why.zh}`, en: `unreachable: ${why.en}` }
}

function witness(
  { from, to, packet, way, rules }: OpenVerdict,
  nameOf: (project: string) => string,
  pairs: number | undefined,
): Html {
  const others =
    pairs === undefined
      ? html``
      : html` ${bilingual({ zh: `（同类 ${pairs} 对之一）`, en: `one of ${pairs} alike` })}`
  return html`<details class="witness"><summary>${nameOf(from)} → ${nameOf(to)}${others}</summary>
${packet === undefined ? '' : html`<p><code>${packetText(packet)}</code></p>`}
<ol>${way.map(({ origin }) => html`<li>${place(origin)}</li>`)}</ol>
<p>${bilingual({ zh: '放行的规则', en: 'passed by' })}</p>
<ul>${rules.map(({ origin }) => html`<li>${place(origin)}</li>`)}</ul>
</details>`
}

function place(origin: Origin): Html {
  return html`<code>${originText(origin)}</code>`
}
