import type { CaseSummary, Urgency } from '../case-summary.ts'
import { type Html, html } from '../html.ts'
import { bilingual } from '../wording.ts'
import { urgencyNames } from './cases.ts'

const counted = ['overdue', 'due-soon', 'due', 'under-way'] as const satisfies readonly Urgency[]

/** How many cases wait for whom; a case that may go on by either of two roles counts for both. */
export function actorsSection(cases: readonly CaseSummary[]): Html {
  const waiting = cases.flatMap(one => actorsOf(one).map(actor => ({ actor, urgency: one.urgency })))
  const byActor = [...Map.groupBy(waiting, ({ actor }) => actor)]
  if (byActor.length === 0) return html``
  const names = counted.map(urgency => urgencyNames[urgency])
  return html`<section>
<h2>${bilingual({ zh: '由谁办理', en: 'Who must act' })}</h2>
<table class="actors">
<thead><tr><th>${bilingual({ zh: '办理方', en: 'role' })}</th>${names.map(name => html`<th class="number">${bilingual(name)}</th>`)}</tr></thead>
<tbody>
${byActor.map(([actor, own]) => actorRow(actor, own))}
</tbody>
</table>
</section>`
}

/** Where something is due, whoever owes it first; else all who may take the case on. */
function actorsOf({ duties: [nearest], steps }: CaseSummary): readonly string[] {
  const actors = nearest === undefined ? steps.map(({ actor }) => actor) : [nearest.actor.zh]
  return [...new Set(actors.filter(actor => actor !== ''))]
}

function actorRow(actor: string, own: readonly { readonly urgency: Urgency }[]): Html {
  const count = (urgency: Urgency) => own.filter(one => one.urgency === urgency).length
  return html`<tr><th><a href="#q=${encodeURIComponent(actor)}">${actor}</a></th>${counted.map(
    urgency => html`<td class="number">${count(urgency)}</td>`,
  )}</tr>`
}
