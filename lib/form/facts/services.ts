import type { ListedService, ServicePair } from '../../entitlement/index.ts'
import type { Model } from '../../model/model.ts'
import { deliveredVersionOn } from '../../model/version.ts'
import { amountInFigures, amountInWords } from '../../money/amount.ts'
import { type FeeTotals, feesOn, totalPer, totalsOf } from '../../money/fee.ts'
import { type Facts, type FactValue, ofSystem, plain } from '../fact.ts'
import { unpricedNote } from '../fees.ts'
import {
  changedServices,
  feeDate,
  grantedServices,
  itemName,
  itemUnit,
  pricingOf,
  requestedServices,
  termText,
} from '../services.ts'
import type { Subject, SystemSubject } from '../subject.ts'
import { zoneNames } from './zones.ts'

/** `通用型云主机 4核8G 2台`: an item that ends in a figure stays apart from its quantity. */
function itemWords(model: Model, entry: ListedService): string {
  const { item, quantity } = entry
  const term = termText(entry)
  const words = `${itemName(model, item)} ${quantity}${itemUnit(model, item)}`
  return term === undefined ? words : `${words}（${term}）`
}

/** One line a zone: `互联网区：通用型云主机 4核8G 2台、…`. */
export function servicesInWords(entries: readonly ListedService[], subject: Subject): string {
  const names = zoneNames(subject)
  const zones = [...new Set(entries.map(entry => entry.zone))]
  return zones
    .map(zone => {
      const items = entries.filter(entry => entry.zone === zone).map(entry => itemWords(subject.model, entry))
      return `${names(zone)}：${items.join('、')}`
    })
    .join('；')
}

/** `互联网区通用型云主机 4核8G由2台增加为4台`. */
function changeInWords(change: ServicePair, subject: Subject): string {
  const { zone, item, before, after } = change
  const term = termText(change)
  const name = `${itemName(subject.model, item)}${term === undefined ? '' : `（${term}）`}`
  const what = `${zoneNames(subject)(zone)}${name}`
  const unit = itemUnit(subject.model, item)
  if (before === 0) return `${what}新增${after}${unit}`
  if (after === 0) return `${what}取消${before}${unit}`
  return `${what}由${before}${unit}${after > before ? '增加' : '减少'}为${after}${unit}`
}

function changesInWords(system: SystemSubject, subject: Subject): FactValue | undefined {
  const { lines, differ } = changedServices(system)
  const changes = lines.filter(({ before, after }) => before !== after)
  return plain(!differ ? undefined : changes.map(change => changeInWords(change, subject)).join('；'))
}

/** What the granted services cost, by the standards valid on the day; nothing where nothing is granted. */
function grantedTotals(system: SystemSubject, subject: Subject): FeeTotals | undefined {
  const fees = feesOn(pricingOf(subject), grantedServices(system), feeDate(subject))
  return fees.length === 0 ? undefined : totalsOf(fees)
}

function monthlyInFigures(totals: FeeTotals): string {
  const figures = amountInFigures(totalPer(totals, 'month'))
  return totals.unpriced === 0 ? figures : `${figures}（另有${unpricedNote(totals.unpriced)}，未计入）`
}

/** One line for each kind of server and its operating system; nothing where none is named. */
function operatingSystems({ asked }: SystemSubject, { model }: Subject): FactValue | undefined {
  const lines = Object.values(asked?.zones ?? {}).flatMap(({ services }) => services)
  const servers = lines.filter(({ item, os }) => os !== undefined || isServer(model, item))
  if (servers.every(({ os }) => os === undefined)) return undefined
  const said = servers.map(({ item, os = '' }) => `${itemName(model, item)}：${os}`)
  return plain([...new Set(said)].join('\n'))
}

function isServer({ catalogue, asOf }: Model, item: string): boolean {
  const found = catalogue.items.get(item)?.value
  return found !== undefined && deliveredVersionOn(found, asOf)?.delivery.flavor !== undefined
}

export const serviceFacts: Facts = {
  'services.requested': ofSystem('申请的云资源', (system, subject) =>
    plain(servicesInWords(requestedServices(system), subject)),
  ),
  'services.systems': ofSystem('操作系统', operatingSystems),
  'services.granted': ofSystem('核定的云资源', (system, subject) =>
    plain(servicesInWords(grantedServices(system), subject)),
  ),
  'services.change': ofSystem('变更内容', changesInWords),
  'fees.monthly': ofSystem('月费用', (system, subject) => {
    const totals = grantedTotals(system, subject)
    return plain(totals === undefined ? undefined : monthlyInFigures(totals))
  }),
  'fees.monthly.words': ofSystem('月费用大写', (system, subject) => {
    const totals = grantedTotals(system, subject)
    return plain(totals === undefined ? undefined : amountInWords(totalPer(totals, 'month')))
  }),
}
