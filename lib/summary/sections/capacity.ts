import type { CapacityUse, PoolSummary, ZoneSummary } from '../capacity.ts'
import { type Html, html } from '../html.ts'
import { amount, bilingual } from '../wording.ts'

export function zoneSection({ name, cloud, region, pools }: ZoneSummary): Html {
  return html`<section>
<h2>${bilingual(name)}</h2>
<p class="note">${bilingual({ zh: `云 ${cloud}，区域 ${region}`, en: `cloud ${cloud}, region ${region}` })}</p>
${pools.map(poolTable)}
</section>`
}

function poolTable({ name, uses }: PoolSummary): Html {
  return html`<table class="pool">
<caption>${bilingual(name)}</caption>
<thead><tr><th></th><th class="number">${bilingual({ zh: '已授予', en: 'granted' })}</th><th class="number">${bilingual({ zh: '可授予', en: 'available' })}</th><th class="number">${bilingual({ zh: '总量', en: 'capacity' })}</th><th class="bar"></th></tr></thead>
<tbody>
${uses.map(useRow)}
</tbody>
</table>`
}

function useRow({ measure, granted, available, capacity }: CapacityUse): Html {
  const share = available === 0 ? (granted === 0 ? 0 : 100) : Math.min(100, (granted / available) * 100)
  const rounded = Math.round(share * 10) / 10
  return html`<tr><th>${bilingual(measure)}</th><td class="number">${amount(granted)}</td><td class="number">${amount(available)}</td><td class="number">${amount(capacity)}</td><td class="bar"><meter min="0" max="100" high="85" value="${rounded}">${rounded}%</meter></td></tr>`
}
