import type { PlatformZone, ResourcePool } from '../../generated/types/platform.ts'
import type { Delivery } from '../../generated/types/service.ts'
import type { Text } from '../finding/finding.ts'
import { type DaySpan, intersectSpans, isEmptySpan, spanOf } from '../model/date.ts'
import type { Model } from '../model/model.ts'
import { entryOf } from '../model/record.ts'
import { grantedLinesOf, type LineUse } from './lines.ts'
import { text } from './place.ts'

/** A kind of resource that a pool has so much of. */
export interface Measure {
  readonly key: keyof ResourcePool['capacity']
  readonly name: Text
  /** How many of the delivery's units make one unit of the capacity. */
  readonly scale: number
  /** What one unit of an item takes up, in the delivery's unit. */
  readonly of: (delivery: Delivery) => number
}

/** A volume item counts in GiB. Backup and object storage are kept apart from the pools and have no capacity here. */
export const measures: readonly Measure[] = [
  {
    key: 'vcpus',
    name: text('vCPU（核）', 'vCPUs'),
    scale: 1,
    of: ({ flavor }) => flavor?.vcpus ?? 0,
  },
  {
    key: 'ramGib',
    name: text('内存（GiB）', 'GiB of memory'),
    scale: 1024,
    of: ({ flavor }) => flavor?.ramMib ?? 0,
  },
  {
    key: 'volumeGib',
    name: text('块存储（GiB）', 'GiB of block storage'),
    scale: 1,
    of: ({ volume }) => (volume === undefined ? 0 : 1),
  },
  {
    key: 'gpus',
    name: text('GPU（张）', 'GPUs'),
    scale: 1,
    of: ({ flavor }) => flavor?.gpus ?? 0,
  },
  {
    key: 'addresses',
    name: text('公网地址（个）', 'addresses'),
    scale: 1,
    of: ({ address }) => (address === undefined ? 0 : 1),
  },
  {
    key: 'bandwidthMbps',
    name: text('带宽（Mbps）', 'Mbps of bandwidth'),
    scale: 1000,
    of: ({ address }) => address?.bandwidthKbps ?? 0,
  },
]

/** What one granted line takes up over a stretch of days on which one version of its item is valid. */
interface Draw {
  readonly use: LineUse
  readonly span: DaySpan
  readonly delivery: Delivery
}

export interface Holder {
  readonly use: LineUse
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
  /** By system and grant, the largest first. */
  readonly holders: readonly Holder[]
}

/** The shortages of every pool, today and on each later day on which a granted line begins. */
export function* shortagesOf(model: Model): Generator<Shortage> {
  const draws = drawsOf(model)
  for (const [zone, value] of Object.entries(model.catalogue.platform.value.zones)) {
    const inZone = draws.get(zone)
    if (inZone === undefined) continue
    for (const [pool, inPool] of Map.groupBy(inZone, ({ use }) => use.pool))
      yield* shortagesIn(zone, value, pool, inPool)
  }
}

function drawsOf(model: Model): ReadonlyMap<string, readonly Draw[]> {
  const versions = new Map(
    model.catalogue.items
      .entries()
      .map(([id, { value }]) => [
        id,
        value.versions.map(({ from, to, delivery }) => ({ delivery, valid: spanOf(from, to) })),
      ]),
  )
  const fromToday: DaySpan = { from: model.asOf, until: undefined }
  const draws: Draw[] = []
  for (const use of grantedLinesOf(model)) {
    if (!use.current) continue
    const ahead = intersectSpans(use.span, fromToday)
    for (const { delivery, valid } of versions.get(use.line.item) ?? []) {
      const span = intersectSpans(ahead, valid)
      if (!isEmptySpan(span)) draws.push({ use, span, delivery })
    }
  }
  return Map.groupBy(draws, ({ use }) => use.zone)
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
    const available = Math.floor(((capacity[measure.key] ?? 0) * (100 - reservePercent)) / 100)
    const found = firstDayAbove(draws, measure, available * measure.scale)
    if (found === undefined) continue
    const holders = holdersOn(draws, measure, found.day)
    yield { zone, pool, measure, available, holders, day: found.day, used: found.used / measure.scale }
  }
}

function amountOf({ use, delivery }: Draw, measure: Measure): number {
  return use.line.quantity * measure.of(delivery)
}

/** Goes through the days on which something begins, adding what begins and taking off what has ended. */
function firstDayAbove(
  draws: readonly Draw[],
  measure: Measure,
  limit: number,
): { readonly day: string; readonly used: number } | undefined {
  const relevant = draws.filter(draw => measure.of(draw.delivery) > 0)
  const beginning = Map.groupBy(relevant, ({ span }) => span.from)
  const ending = Map.groupBy(relevant, ({ span }) => span.until ?? never)
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
  const active = draws.filter(
    draw => draw.span.from <= day && day < (draw.span.until ?? never) && measure.of(draw.delivery) > 0,
  )
  const bySystem = Map.groupBy(active, ({ use }) => use.system)
  const holders = bySystem.values().flatMap(own => {
    const [first] = own
    const amount = own.reduce((total, draw) => total + amountOf(draw, measure), 0) / measure.scale
    return first === undefined ? [] : [{ use: first.use, amount }]
  })
  return [...holders].toSorted((a, b) => b.amount - a.amount || (addressOf(a) < addressOf(b) ? -1 : 1))
}

function addressOf({ use }: Holder): string {
  return use.system.address
}
