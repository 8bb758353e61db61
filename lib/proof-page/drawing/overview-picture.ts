import { type Html, html } from '../../summary/html.ts'
import type { ProvenGateway, ProvenZone } from '../content.ts'

const width = 1000
const zoneHeight = 90
const gatewayTop = 140
const gatewayHeight = 50
const margin = 10

/** The zones beside each other, and below them the gateways that alone join them. */
export function overviewPicture(zones: readonly ProvenZone[], gateways: readonly ProvenGateway[]): Html {
  const zoneWidth = (width - (zones.length + 1) * margin) / Math.max(1, zones.length)
  const middleOf = (index: number) => margin + index * (zoneWidth + margin) + zoneWidth / 2
  const height = gateways.length === 0 ? zoneHeight + 2 * margin : gatewayTop + gatewayHeight + margin
  const gatewayWidth = (width - (gateways.length + 1) * margin) / Math.max(2, gateways.length)
  return html`<svg class="topology" viewBox="0 0 ${width} ${height}" role="img" aria-label="分区与交换网关 zones and gateways">
${zones.map(
  (
    { name, cloud, rows },
    index,
  ) => html`<rect class="frame" x="${middleOf(index) - zoneWidth / 2}" y="${margin}" width="${zoneWidth}" height="${zoneHeight}" rx="6"/>
<text class="name middle" x="${middleOf(index)}" y="40">${name.zh} ${name.en}</text>
<text class="detail middle" x="${middleOf(index)}" y="60">${cloud}</text>
<text class="detail middle" x="${middleOf(index)}" y="80">${systemsIn(rows.rows)} 个系统 systems</text>`,
)}
${gateways.map((gateway, index) => {
  const middle = (width / (gateways.length + 1)) * (index + 1)
  const ends = gateway.zones.flatMap(id => {
    const at = zones.findIndex(zone => zone.id === id)
    return at < 0 ? [] : [middleOf(at)]
  })
  return html`${ends.map(end => html`<path class="line" d="M${end} ${zoneHeight + margin}L${middle} ${gatewayTop}"/>`)}
<rect class="box" x="${middle - gatewayWidth / 2}" y="${gatewayTop}" width="${gatewayWidth}" height="${gatewayHeight}" rx="4"/>
<text class="name middle" x="${middle}" y="${gatewayTop + 20}">${gateway.name}</text>
<text class="detail middle" x="${middle}" y="${gatewayTop + 40}">${gateway.id}：${gateway.systems} 个系统 systems</text>`
})}
</svg>`
}

function systemsIn(rows: ProvenZone['rows']['rows']): number {
  return rows.reduce((sum, { systems }) => sum + systems.length, 0)
}
