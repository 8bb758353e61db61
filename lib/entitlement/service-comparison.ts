import type { ServiceLine, SystemManifest } from '../../generated/types/system.ts'
import { holdsOn, isEmptyPeriod, type Period, periodOf } from '../clock/period.ts'
import { entryOf } from '../model/entry.ts'
import { poolOf } from '../model/pool.ts'

/** Services by zone, as a manifest asks for them and as a grant gives them. */
export type Services = Readonly<Record<string, ZoneServices>>

export interface ZoneServices {
  readonly pool?: string
  readonly services: readonly ServiceLine[]
}

/** One way in which two lists of services differ. */
export type Difference = ZoneDifference | PoolDifference | ItemDifference

export interface ZoneDifference {
  readonly kind: 'add-zone' | 'leave-zone'
  readonly zone: string
}

export interface PoolDifference {
  readonly kind: 'change-pool'
  readonly zone: string
  readonly before: string
  readonly after: string
}

/** How the quantities of an item in a zone differ. */
export type ItemDifference = { readonly zone: string; readonly item: string } & QuantityDifference

type QuantityDifference =
  /** More, or fewer, on a day on which there was some; or more at once than there ever was. */
  | {
      readonly kind: 'enlarge' | 'shrink'
      /** How many on the first such day, which is named where the quantities change over time. */
      readonly before: number
      readonly after: number
      readonly on?: string
    }
  /** Never more at once and never fewer, but on other days. */
  | { readonly kind: 'reschedule' }

/** How the requested zones, pools and services of two versions of a manifest differ, in a stable order. */
export function differencesOf(before: SystemManifest, after: SystemManifest): readonly Difference[] {
  return compareServices(before.zones, after.zones)
}

/**
 * How two lists of services differ, by zone and item in the order of their names. Quantities are compared day by day: a
 * line that is cut into two that follow one another is no difference, and two phases of which never both hold do not
 * add up.
 *
 * @param since the first day that is compared: of a grant, the day from which it holds
 * @default - every day.
 */
export function compareServices(before: Services, after: Services, since = ''): readonly Difference[] {
  const zones = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return zones.flatMap((zone): readonly Difference[] => {
    const [had, has] = [entryOf(before, zone), entryOf(after, zone)]
    if (had === undefined) return [{ kind: 'add-zone', zone }]
    if (has === undefined) return [{ kind: 'leave-zone', zone }]
    return [...comparePools(zone, poolOf(had), poolOf(has)), ...compareItems(zone, had, has, since)]
  })
}

function comparePools(zone: string, before: string, after: string): readonly Difference[] {
  return before === after ? [] : [{ kind: 'change-pool', zone, before, after }]
}

function compareItems(
  zone: string,
  before: ZoneServices,
  after: ZoneServices,
  since: string,
): readonly Difference[] {
  if (isRepeated(before, after)) return []
  const [had, has] = [byItem(before), byItem(after)]
  const items = [...new Set([...had.keys(), ...has.keys()])].sort()
  return items.flatMap((item): readonly ItemDifference[] => {
    const levels = levelsOf(had.get(item) ?? [], has.get(item) ?? [], since)
    return compareLevels(levels).map(difference => ({ zone, item, ...difference }))
  })
}

/** A manifest mostly repeats its grant line by line, and ten thousand of them take long to compare day by day. */
function isRepeated({ services: before }: ZoneServices, { services: after }: ZoneServices): boolean {
  return (
    before.length === after.length &&
    before.every(({ item, quantity, from, to }, index) => {
      const other = after[index]
      return item === other?.item && quantity === other.quantity && from === other.from && to === other.to
    })
  )
}

/** So many of an item over a stretch of days. */
interface Amount extends Period {
  readonly quantity: number
}

function byItem({ services }: ZoneServices): ReadonlyMap<string, readonly Amount[]> {
  const amounts = services.map(({ item, quantity, from, to }) => ({ item, quantity, ...periodOf(from, to) }))
  return Map.groupBy(amounts, ({ item }) => item)
}

/** How many of an item there are on both sides, from a day until the next. */
interface Level {
  readonly on: string
  readonly before: number
  readonly after: number
}

/** Each day on which either quantity can change, from the first that is compared. */
function levelsOf(before: readonly Amount[], after: readonly Amount[], since: string): readonly Level[] {
  const turns = [...before, ...after]
    .filter(amount => !isEmptyPeriod(amount))
    .flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]))
    .filter(day => day > since)
  return [since, ...new Set(turns.sort())].map(on => ({
    on,
    before: quantityOn(before, on),
    after: quantityOn(after, on),
  }))
}

function quantityOn(amounts: readonly Amount[], day: string): number {
  return amounts.reduce((sum, amount) => sum + (holdsOn(amount, day) ? amount.quantity : 0), 0)
}

function compareLevels(levels: readonly Level[]): readonly QuantityDifference[] {
  const [first] = levels
  const peak = (side: 'before' | 'after') => Math.max(...levels.map(level => level[side]))
  const [most, mostNow] = [peak('before'), peak('after')]
  const more = levels.find(({ before, after }) => after > before && (before > 0 || after > most))
  const fewer = levels.find(({ before, after }) => after < before && (after > 0 || before > mostNow))
  const told = (kind: 'enlarge' | 'shrink', level: Level | undefined): readonly QuantityDifference[] => {
    if (level === undefined) return []
    const { on, before, after } = level
    return [{ kind, before, after, ...(level === first ? {} : { on }) }]
  }
  const sizes = [...told('enlarge', more), ...told('shrink', fewer)]
  const differ = levels.some(({ before, after }) => before !== after)
  return sizes.length === 0 && differ ? [{ kind: 'reschedule' }] : sizes
}
