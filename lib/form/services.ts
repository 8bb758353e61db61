import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import {
  compareServices,
  type LineTerm,
  type ListedService,
  listedServices,
  pairServices,
  type ServicePair,
  type Services,
} from '../entitlement/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Model } from '../model/model.ts'
import { sharedPool } from '../model/pool.ts'
import type { Pricing } from '../money/price-list.ts'
import { chineseDate } from './date.ts'
import type { Subject, SystemSubject } from './subject.ts'

/** Whose prices a form states. */
export function pricingOf({ model, profile }: Subject): Pricing {
  return { catalogue: model.catalogue, jurisdiction: profile.metadata.id }
}

/** The term of a line that has one of its own: phased resources (XS-19.2). */
export function termText({ from, to }: LineTerm): string | undefined {
  if (from !== undefined && to !== undefined) return `${chineseDate(from)}至${chineseDate(to)}`
  if (from !== undefined) return `自${chineseDate(from)}起`
  return to === undefined ? undefined : `至${chineseDate(to)}`
}

/** What the manifest asks for. */
export function requestedServices(system: SystemManifest): readonly ListedService[] {
  return listedServices(system.zones)
}

function grantingEvents({ history }: SystemSubject): readonly HistoryEvent[] {
  return history.filter(({ grants }) => grants !== undefined)
}

/** The last grant by the day; it is still what a system had after it was given up, which receipts of exit list. */
export function grantedServices(system: SystemSubject): readonly ListedService[] {
  return listedServices(grantingEvents(system).at(-1)?.grants ?? {})
}

/** A change of services, line by line. */
export interface ChangedServices {
  readonly lines: readonly ServicePair[]
  /** Whether anything changes on any day; lines may be written in another way for the same. */
  readonly differ: boolean
}

/**
 * The change that a form is about: from what is granted to what is asked for; when those agree, the change was already
 * granted and is the step from the grant before to the last.
 */
export function changedServices(subject: SystemSubject): ChangedServices {
  const [last, previous] = grantingEvents(subject).toReversed()
  const pending = stepBetween(last?.grants, subject.system.value.zones, last?.on)
  if (pending.differ || previous === undefined) return pending
  return stepBetween(previous.grants, last?.grants, last?.on)
}

/** Nobody can change what was held before the last grant. */
function stepBetween(
  before: Services = {},
  after: Services = {},
  since: string | undefined,
): ChangedServices {
  return {
    lines: pairServices(listedServices(before), listedServices(after)),
    differ: compareServices(before, after, since).length > 0,
  }
}

/** Standards change: a receipt shows those of the day that it records. */
export function feeDate({ system, model }: Subject): string {
  return system?.stage?.on ?? model.asOf
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
