import { type Html, html } from '../html.ts'
import type { JurisdictionSummary, UnitSummary } from '../summary.ts'
import { bilingual } from '../wording.ts'

/** The way to a unit's or a system's place from the page. */
export interface Ways {
  readonly unit: (address: string) => string
  readonly system: (address: string) => string
}

/** Every unit with its systems, by regulation. Without a place for single systems, units with how many each has. */
export function unitsSection(jurisdictions: readonly JurisdictionSummary[], ways: Partial<Ways>): Html {
  return html`<section>
<h2>${bilingual({ zh: '使用单位', en: 'Using units' })}</h2>
${jurisdictions.map(({ name, regulation, units }) => {
  const none = html`<p class="note">${bilingual({ zh: '尚无使用单位', en: 'no units yet' })}</p>`
  const list = html`<ul class="units">${units.map(unit => unitItem(unit, ways))}</ul>`
  return html`<h3>${bilingual(name)}</h3>
<p class="note">${regulation}</p>
${units.length === 0 ? none : list}`
})}
</section>`
}

function unitItem({ address, name, cases }: UnitSummary, { unit, system }: Partial<Ways>): Html {
  const title =
    unit === undefined ? html`<b>${name}</b>` : html`<b><a href="${unit(address)}">${name}</a></b>`
  const systems =
    system === undefined
      ? [html`${cases.length} 个系统`]
      : cases.map(one => html`<a href="${system(one.address)}">${one.name}</a>`)
  return html`<li id="${address}">${title} ${systems}</li>`
}
