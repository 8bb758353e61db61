import type { UtilisationBounds, UtilisationSignal } from '../../generated/types/signal.ts'
import type { MeasuredUtilisation } from '../../generated/types/system.ts'
import { addCalendarDays, addMonths } from '../clock/index.ts'

/** A run of months that are all as a signal asks. */
export interface Spell {
  /** The last day of the month that made the months enough. */
  readonly on: string
  /** The last day of the first month that was otherwise; a month without a measurement is. */
  readonly endedOn: string | undefined
}

const keys = ['cpu', 'memory', 'storage'] as const satisfies readonly (keyof UtilisationBounds)[]

/** The spells of a signal among measurements, in order. A spell whose next month is not measured yet goes on. */
export function spellsOf(
  signal: UtilisationSignal,
  measured: readonly MeasuredUtilisation[],
): readonly Spell[] {
  const concerned = measured.filter(
    ({ zone }) => zone === undefined || (signal.zones?.includes(zone) ?? true),
  )
  const byMonth = Map.groupBy(concerned, ({ month }) => month)
  const months = [...byMonth.keys()].sort()
  const spells: Spell[] = []
  let run = 0
  let previous: string | undefined
  for (const month of months) {
    const follows = previous !== undefined && monthAfter(previous) === month
    if (!follows && previous !== undefined) {
      end(spells, run >= signal.months, lastDayOf(monthAfter(previous)))
      run = 0
    }
    const fits = (byMonth.get(month) ?? []).every(one => isAsAsked(signal, one))
    if (!fits) end(spells, run >= signal.months, lastDayOf(month))
    run = fits ? run + 1 : 0
    if (run === signal.months) spells.push({ on: lastDayOf(month), endedOn: undefined })
    previous = month
  }
  return spells
}

function end(spells: Spell[], isOpen: boolean, endedOn: string): void {
  const last = spells.pop()
  if (last !== undefined) spells.push(isOpen ? { ...last, endedOn } : last)
}

/** What is not measured is not known to be as asked. */
function isAsAsked({ below = {}, atLeast = {} }: UtilisationSignal, measured: MeasuredUtilisation): boolean {
  return keys.every(key => {
    const [value, upper, lower] = [measured[key], below[key], atLeast[key]]
    if (upper === undefined && lower === undefined) return true
    if (value === undefined) return false
    return (upper === undefined || value < upper) && (lower === undefined || value >= lower)
  })
}

function monthAfter(month: string): string {
  return addMonths(`${month}-01`, 1).slice(0, 7)
}

/** `2026-02` → `2026-02-28`. */
export function lastDayOf(month: string): string {
  return addCalendarDays(addMonths(`${month}-01`, 1), -1)
}
