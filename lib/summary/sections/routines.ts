import type { Duty } from '../duty.ts'
import { type Html, html } from '../html.ts'
import type { JurisdictionSummary } from '../summary.ts'
import { bilingual } from '../wording.ts'
import { urgencyNames } from './cases.ts'

/** What authorities and providers owe whatever the systems, jurisdiction by jurisdiction. */
export function routinesSection(jurisdictions: readonly JurisdictionSummary[]): Html {
  const owing = jurisdictions.filter(({ routines }) => routines.length > 0)
  if (owing.length === 0) return html``
  return html`<section id="routines">
<h2>${bilingual({ zh: '例行事项', en: 'Routines' })}</h2>
<table class="cases waiting">
<thead><tr>${heads.map(name => html`<th>${bilingual(name)}</th>`)}</tr></thead>
<tbody>
${owing.flatMap(one => one.routines.map(duty => routineRow(one, duty)))}
</tbody>
</table>
</section>`
}

const heads = [
  { zh: '到期', en: 'due' },
  { zh: '地区', en: 'jurisdiction' },
  { zh: '状态', en: 'state' },
  { zh: '由谁办理、办理何事', en: 'who acts, and what is owed' },
]

function routineRow({ id, name, regulation }: JurisdictionSummary, duty: Duty): Html {
  const doubt = duty.isProvisional ? html` <br><small>放假安排未公布，暂定</small>` : html``
  return html`<tr class="${duty.urgency}">
<td class="due"><b>${duty.due}</b> <br>${duty.distance.zh}${doubt}</td>
<td class="system"><b>${name.zh}</b> <br>《${regulation}》 <br><code>${id}</code></td>
<td class="state">${urgencyNames[duty.urgency].zh}</td>
<td class="next"><p><b>${duty.actor.zh}</b>：${duty.name.zh} <small>${duty.ground.zh}</small></p></td>
</tr>`
}
