import { grantIndexOn, grantsOn } from '../entitlement/index.ts'
import type { Surroundings, System } from '../model/model.ts'
import { isRecord } from '../model/record.ts'
import { quotaOfLines } from './line-quota.ts'

/** What a grant comes to today and what it came to on its own day, where that was more. */
export interface Shrink {
  /** Such as `quota.compute.cores`, in the words of the desired state. */
  readonly what: string
  readonly granted: number
  readonly delivered: number
}

export interface ShrinkSinceGrant {
  /** The event that granted it. */
  readonly event: string
  readonly on: string
  /** At least one. */
  readonly shrinks: readonly Shrink[]
}

/**
 * What of a system's grant the catalogue delivers less of today than on the day of the grant: no event of the history
 * asked for that. Lines that are over are not counted, for their end was granted with them.
 */
export function shrinkSinceGrant(
  model: Surroundings,
  { value }: System,
  zone: string,
): ShrinkSinceGrant | undefined {
  const granting = value.history[grantIndexOn(value.history, model.asOf)]
  const lines = grantsOn(value, model.asOf).get(zone)?.services
  if (granting === undefined || lines === undefined) return undefined
  const amountsOn = (day: string) => new Map(numbersIn(quotaOfLines(lines, model.catalogue.items, day)))
  const today = amountsOn(model.asOf)
  const shrinks = [...amountsOn(granting.on)].flatMap(([what, granted]) => {
    const delivered = today.get(what) ?? 0
    return delivered < granted ? [{ what, granted, delivered }] : []
  })
  return shrinks.length === 0 ? undefined : { event: granting.event, on: granting.on, shrinks }
}

/** Every number, by its path. */
function numbersIn(value: unknown, path: readonly string[] = []): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path.join('.'), value]]
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, member]) => numbersIn(member, [...path, key]))
}
