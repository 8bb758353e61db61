import type { ServiceLine, SystemManifest } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'
import type { Model } from '../model/model.ts'
import { sharedPool } from '../model/pool.ts'
import { versionOn } from '../model/version.ts'
import { parseAmount } from '../money/amount.ts'
import { chineseDate } from './date.ts'
import type { Subject, SystemSubject } from './subject.ts'

/** One line of a form's list of services. */
export interface ServiceEntry {
  readonly zone: string
  readonly pool: string
  readonly item: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly quantity: number
}

/** A line before and after; a quantity is 0 where the line does not stand. */
export interface ServiceChange extends Omit<ServiceEntry, 'quantity'> {
  readonly before: number
  readonly after: number
}

/** The term of a line that has one of its own: phased resources (XS-19.2). */
export function termText({ from, to }: Pick<ServiceEntry, 'from' | 'to'>): string | undefined {
  if (from !== undefined && to !== undefined) return `${chineseDate(from)}至${chineseDate(to)}`
  if (from !== undefined) return `自${chineseDate(from)}起`
  return to === undefined ? undefined : `至${chineseDate(to)}`
}

type Zones = Readonly<Record<string, { readonly pool?: string; readonly services: readonly ServiceLine[] }>>

function entriesOf(zones: Zones): readonly ServiceEntry[] {
  return Object.entries(zones).flatMap(([zone, { pool = sharedPool, services }]) =>
    services.map(({ item, quantity, from, to }) => ({ zone, pool, item, quantity, from, to })),
  )
}

/** What the manifest asks for. */
export function requestedServices(system: SystemManifest): readonly ServiceEntry[] {
  return entriesOf(system.zones)
}

function grantsOf({ history }: SystemSubject): readonly Zones[] {
  return history.map(event => event.grants).filter(grants => grants !== undefined)
}

/** The last grant by the day; it is still what a system had after it was given up, which receipts of exit list. */
export function grantedServices(system: SystemSubject): readonly ServiceEntry[] {
  return entriesOf(grantsOf(system).at(-1) ?? {})
}

function keyOf({ zone, pool, item, from, to }: Omit<ServiceEntry, 'quantity'>): string {
  return [zone, pool, item, from, to].join('\n')
}

/** Two lists side by side: a line in the first list's order, then what only the second has. */
export function compareServices(
  before: readonly ServiceEntry[],
  after: readonly ServiceEntry[],
): readonly ServiceChange[] {
  const changes = new Map<string, ServiceChange>()
  const add = (entry: ServiceEntry, side: 'before' | 'after'): void => {
    const { quantity, ...line } = entry
    const known = changes.get(keyOf(entry)) ?? { ...line, before: 0, after: 0 }
    changes.set(keyOf(entry), { ...known, [side]: known[side] + quantity })
  }
  for (const entry of before) add(entry, 'before')
  for (const entry of after) add(entry, 'after')
  const zones = [...new Set([...changes.values()].map(change => change.zone))]
  return zones.flatMap(zone => [...changes.values()].filter(change => change.zone === zone))
}

export function differs(changes: readonly ServiceChange[]): boolean {
  return changes.some(({ before, after }) => before !== after)
}

/**
 * The change that a form is about: from what is granted to what is asked for; when those agree, the change was already
 * granted and is the step from the grant before to the last.
 */
export function changedServices(subject: SystemSubject): readonly ServiceChange[] {
  const [previous, last] = [grantsOf(subject).at(-2), grantsOf(subject).at(-1)]
  const granted = entriesOf(last ?? {})
  const pending = compareServices(granted, requestedServices(subject.system.value))
  if (differs(pending) || previous === undefined) return pending
  return compareServices(entriesOf(previous), granted)
}

/** The fee of a line for one of its periods, by the standard valid on a day. */
export interface Fee {
  readonly price: bigint
  readonly total: bigint
  readonly per: 'month' | 'year' | 'day' | 'once'
}

/** Standards change: a receipt shows those of the day that it records. */
export function feeDate({ system, model }: Subject): string {
  return system?.stage?.on ?? model.asOf
}

export function feeOf(model: Model, { item, quantity }: ServiceEntry, date: string): Fee | undefined {
  const found = model.catalogue.items.get(item)
  const fee = found === undefined ? undefined : versionOn(found.value, date)?.fee
  if (fee === undefined) return undefined
  const price = parseAmount(fee.price)
  return { price, total: price * BigInt(quantity), per: fee.per }
}

export function itemName(model: Model, item: string): string {
  return model.catalogue.items.get(item)?.value.name.zh ?? item
}

export function itemUnit(model: Model, item: string): string {
  return model.catalogue.items.get(item)?.value.unit.zh ?? ''
}

/** What a pool is called where it is not the shared one. */
export function poolName({ model }: Subject, zone: string, pool: string): string | undefined {
  if (pool === sharedPool) return undefined
  return entryOf(entryOf(model.catalogue.platform.value.zones, zone)?.pools, pool)?.name.zh ?? pool
}
