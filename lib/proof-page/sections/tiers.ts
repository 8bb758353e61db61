import type { Text } from '../../finding/finding.ts'
import { packetText } from '../../isolation/packet-text.ts'
import type { Side, SideVerdict } from '../../isolation/sides.ts'
import { type Html, html } from '../../summary/html.ts'
import { bilingual, heads } from '../../summary/wording.ts'
import type { ProofContent } from '../content.ts'

/** The tiers of a system against each other; nothing where no system has any. */
export function tiersSection({ proof: { tiers }, systems }: ProofContent): Html {
  if (tiers.length === 0) return html``
  return html`<section id="tiers">
<h2>${bilingual({ zh: '系统内部各层之间', en: 'Tiers within systems' })}</h2>
<table>
${heads([
  { zh: '信息系统', en: 'system' },
  { zh: '由', en: 'from' },
  { zh: '至', en: 'to' },
  { zh: '结论', en: 'verdict' },
])}
<tbody>
${tiers.map(verdict => html`<tr><td>${systems.get(verdict.from.project)?.name ?? verdict.from.project}</td><td>${side(verdict.from)}</td><td>${side(verdict.to)}</td><td>${verdictPart(verdict)}</td></tr>`)}
</tbody>
</table>
</section>`
}

function side({ tier }: Side): Html {
  return tier === undefined ? bilingual({ zh: '未分层部分', en: 'in no tier' }) : html`${tier}`
}

function verdictPart(verdict: SideVerdict): Html {
  const unreachable: Text = { zh: '不可达', en: 'unreachable' }
  if (!verdict.reaches) return bilingual(unreachable)
  return html`${bilingual({ zh: '可达', en: 'reachable' })}<br><code>${packetText(verdict.packet)}</code>`
}
