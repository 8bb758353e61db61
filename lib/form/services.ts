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
import { writtenUnit } from '../model/unit-of-measure.ts'
import type { Pricing } from '../money/price-list.ts'
import type { CaseSubject } from './case/index.ts'
import { chineseDate } from './date.ts'
import type { Subject } from './subject.ts'

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

/** What the case asks for. */
export function requestedServices({ asked }: CaseSubject): readonly ListedService[] {
  return listedServices(asked?.zones ?? {})
}

/** The last grant of the case; it is still what a system had after it was given up, which receipts of exit list. */
export function grantedServices({ granted }: CaseSubject): readonly ListedService[] {
  return listedServices(granted?.grants ?? {})
}

/** What was granted on the request itself. */
export function verifiedServices(system: CaseSubject): readonly ListedService[] {
  return system.isAnswered ? grantedServices(system) : []
}

/** A change of services, line by line. */
export interface ChangedServices {
  readonly lines: readonly ServicePair[]
  /** Whether anything changes on any day; lines may be written in another way for the same. */
  readonly differ: boolean
}

/**
 * The change that a form is about, from what was granted before the case: on a request to what it asks for, on what follows
 * its answer to what was granted.
 */
export function changedServices({ before, asked, granted, span }: CaseSubject): ChangedServices {
  const isRequest = span.at === undefined || span.at === span.begin
  const after = isRequest ? asked?.zones : granted?.grants
  return stepBetween(before?.grants, after ?? before?.grants, before?.on)
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

/** As forms write it. */
export function itemUnit({ catalogue }: Model, item: string): string {
  return writtenUnit(catalogue.items.get(item)?.value.unit.zh ?? '', catalogue.units?.value.units)
}

/** What a pool is called where it is not the shared one. */
export function poolName({ model }: Subject, zone: string, pool: string): string | undefined {
  if (pool === sharedPool) return undefined
  return entryOf(entryOf(model.catalogue.platform.value.zones, zone)?.pools, pool)?.name.zh ?? pool
}
