import type { PlatformZone } from '../../../generated/types/platform.ts'
import { holdsOn } from '../../clock/period.ts'
import { availableOf, type Measure, measures } from '../../entitlement/index.ts'
import { entryOf } from '../../model/entry.ts'
import type { System } from '../../model/model.ts'
import { type ExtractedModel, extractIn } from './extract.ts'
import type { DrawExtract } from './grant-extract.ts'

/** What one grant of a system takes up in a pool. */
interface Draw extends DrawExtract {
  readonly system: System
}

export interface Holder {
  readonly system: System
  readonly zone: string
  /** The granting event's index in the history. */
  readonly event: number
  /** In the capacity's unit. */
  readonly amount: number
}

/** The first day from today on when a pool has granted more of something than it may. */
export interface Shortage {
  readonly zone: string
  readonly pool: string
  readonly measure: Measure
  readonly day: string
  readonly used: number
  /** The capacity less the zone's reserve. */
  readonly available: number
  /** By system, the largest first, and of two that are as large the first in the model. */
  readonly holders: readonly Holder[]
}

/** The shortages of every pool, today and on each later day on which a granted line begins. */
export function* shortagesOf(model: ExtractedModel): Generator<Shortage> {
  const draws = drawsOf(model)
  for (const [zone, value] of Object.entries(model.catalogue.platform.value.zones)) {
    const inZone = draws.get(zone)
    if (inZone === undefined) continue
    for (const [pool, inPool] of Map.groupBy(inZone, ({ pool }) => pool))
      yield* shortagesIn(zone, value, pool, inPool)
  }
}

function drawsOf(model: ExtractedModel): ReadonlyMap<string, readonly Draw[]> {
  const draws = model.systems.flatMap(system =>
    extractIn(model, system).draws.map((fact): Draw => ({ ...fact, system })),
  )
  return Map.groupBy(draws, ({ zone }) => zone)
}

function* shortagesIn(
  zone: string,
  { pools, reservePercent }: PlatformZone,
  pool: string,
  draws: readonly Draw[],
): Generator<Shortage> {
  const capacity = entryOf(pools, pool)?.capacity
  if (capacity === undefined) return
  for (const measure of measures) {
    const available = availableOf(capacity, measure, reservePercent)
    const found = firstDayAbove(draws, measure, available * measure.scale)
    if (found === undefined) continue
    const holders = holdersOn(draws, measure, found.day)
    yield { zone, pool, measure, available, holders, day: found.day, used: found.used / measure.scale }
  }
}

function amountOf({ amounts }: Draw, { key }: Measure): number {
  return amounts[key] ?? 0
}

/** Goes through the days on which something begins, adding what begins and taking off what has ended. */
function firstDayAbove(
  draws: readonly Draw[],
  measure: Measure,
  limit: number,
): { readonly day: string; readonly used: number } | undefined {
  const beginning = Map.groupBy(draws, ({ from }) => from)
  const ending = Map.groupBy(draws, ({ until }) => until ?? never)
  const ends = [...ending.keys()].toSorted()
  const sum = (some: readonly Draw[] = []): number =>
    some.reduce((total, draw) => total + amountOf(draw, measure), 0)
  let used = 0
  for (const day of [...beginning.keys()].toSorted()) {
    while (ends[0] !== undefined && ends[0] <= day) used -= sum(ending.get(ends.shift() ?? never))
    used += sum(beginning.get(day))
    if (used > limit) return { day, used }
  }
  return undefined
}

/** Sorts after every date. */
const never = '~'

function holdersOn(draws: readonly Draw[], measure: Measure, day: string): readonly Holder[] {
  const active = draws.filter(draw => holdsOn(draw, day) && amountOf(draw, measure) > 0)
  const bySystem = Map.groupBy(active, ({ system }) => system)
  const holders = bySystem.values().flatMap(own => {
    const [first] = own
    const amount = own.reduce((total, draw) => total + amountOf(draw, measure), 0) / measure.scale
    return first === undefined ? [] : [{ system: first.system, zone: first.zone, event: first.event, amount }]
  })
  return [...holders].toSorted((a, b) => b.amount - a.amount)
}
