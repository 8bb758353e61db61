import { partsWithNetworks } from '../../desired-state/index.ts'
import type { ZoneSummary } from '../capacity.ts'
import type { CaseSummary } from '../case-summary.ts'
import { type Html, html } from '../html.ts'
import type { RequestedLine } from '../request-summary.ts'
import type { GrantSummary } from '../system-summary.ts'
import { amount } from '../wording.ts'

/** Who asked when for what, and how it differs from what is granted: 2 → 4 台. */
export function requestPart({ request }: CaseSummary, zones: readonly ZoneSummary[]): Html {
  if (request === undefined) return html``
  const { name, on, by, change, lines, opened, closed } = request
  const who = [by, on, ...(change === undefined ? [] : [`合并请求 ${change}`])].filter(text => text !== '')
  return html`<p>${name}：${who.join('，')}</p>${[...Map.groupBy(lines, placeOf(zones))].map(
    ([place, inPlace]) => html`<p><b>${place}</b>：${inPlace.map(lineText).join('、')}</p>`,
  )}${openings('开通', opened)}${openings('关闭', closed)}`
}

function openings(verb: string, texts: readonly { readonly zh: string }[]): Html {
  return texts.length === 0 ? html`` : html`<p><b>${verb}</b>：${texts.map(({ zh }) => zh).join('；')}</p>`
}

function lineText({ name, unit, granted, asked, from, to }: RequestedLine): string {
  const term = from === undefined && to === undefined ? '' : `（${from ?? ''} 至 ${to ?? ''}）`
  return `${name.zh} ${amount(granted)} → ${amount(asked)} ${unit.zh}${term}`
}

type Place = Pick<GrantSummary, 'zone' | 'pool'>

/** 互联网区（共享资源池） */
function placeOf(zones: readonly ZoneSummary[]): (place: Place) => string {
  return ({ zone, pool }) => {
    const found = zones.find(({ id }) => id === zone)
    const poolName = found?.pools.find(({ id }) => id === pool)?.name.zh ?? pool
    return `${found?.name.zh ?? zone}（${poolName}）`
  }
}

/** Folded away: whoever decides looks at what differs, and paper has room for that alone. */
export function grantedPart({ grants }: CaseSummary, zones: readonly ZoneSummary[]): Html {
  const count = grants.reduce((sum, { lines }) => sum + lines.length, 0)
  if (count === 0) return html`<p>尚无授予</p>`
  return html`<details><summary>已授予 ${count} 项</summary>${grants.map(grant => grantItem(grant, zones))}</details>`
}

function grantItem(grant: GrantSummary, zones: readonly ZoneSummary[]): Html {
  const items = grant.lines.map(({ name, quantity, unit }) => `${name.zh} ${amount(quantity)} ${unit.zh}`)
  const parts = grant.record === undefined ? [] : partsWithNetworks(grant.record)
  const networks = parts.flatMap(({ tier, networks: own }) =>
    own.map(({ cidr }) => html` ${tier === undefined ? '' : `${tier} 层 `}<code>${cidr}</code>`),
  )
  return html`<p><b>${placeOf(zones)(grant)}</b>：${items.join('、')}${networks}</p>`
}
