import type { JurisdictionProfile, Prohibition } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { firstDayOf, isWithinAny } from '../clock/calendar-window.ts'
import { addCalendarDays } from '../clock/index.ts'
import { isWaiting } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Surroundings, System } from '../model/model.ts'
import { caseOf } from './case.ts'
import { type Case, holds } from './condition.ts'
import { bindsOn } from './decisions.ts'
import type { EventAt } from './owed.ts'
import { isOfTheEvent } from './told-by-event.ts'

/** A prohibition that an event of a system falls under. */
export interface Prohibited {
  readonly prohibition: Prohibition
  /** The first day on which its dates no longer forbid the event; undefined where dates have no part in it. */
  readonly freeOn: string | undefined
}

/**
 * What forbids an event, in the order of the profile. What a manifest says of the present is held against what is asked
 * and answered now: what was settled before is judged by what is known of its own day, for nobody could mend it.
 */
export function prohibitionsAt(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
  { event, index, on }: EventAt,
): readonly Prohibited[] {
  const concerned = prohibitionsOn(profile, event, on)
  if (concerned.length === 0) return []
  const of = caseOf(model, profile, system, index)
  const { history } = system.value
  const isNow = isOpen(profile, history, index)
  return concerned
    .filter(one => isNow || isOfTheEvent([one.when, one.unless], history[index]))
    .filter(one => applies(one, of))
    .map(prohibition => ({ prohibition, freeOn: freeOn(prohibition, on) }))
}

/** The prohibitions that an event falls under on a day, if only its case is theirs. */
export function prohibitionsOn(
  profile: JurisdictionProfile,
  event: string,
  on: string,
): readonly Prohibition[] {
  return (profile.prohibitions ?? []).filter(
    one => one.on.includes(event) && bindsOn(profile, one, on) && isTimely(one, on),
  )
}

/** Whether a prohibition holds in a case; by its dates it may still hold on some days only. */
export function applies({ when, unless }: Prohibition, of: Case): boolean {
  return holds(when, of) && (unless === undefined || !holds(unless, of))
}

/** Whether the dates of a prohibition let it hold on a day; one without dates always holds. */
function isTimely({ during, outside }: Prohibition, day: string): boolean {
  return (during === undefined || isWithinAny(during, day)) && !(outside && isWithinAny(outside, day))
}

/** The first day from one on on which its dates no longer forbid anything; undefined of one without dates. */
export function freeOn(prohibition: Prohibition, day: string): string | undefined {
  return hasDates(prohibition) ? firstDayOf(day, one => !isTimely(prohibition, one)) : undefined
}

/** Whether a prohibition holds on some days only. */
export function hasDates({ during, outside }: Prohibition): boolean {
  return during !== undefined || outside !== undefined
}

/** Whether there is any day at all on which the dates of a prohibition let an event come. */
export function isEverFree(prohibition: Prohibition): boolean {
  if (!hasDates(prohibition)) return false
  const { during = [], outside = [] } = prohibition
  // Windows of every year and month show themselves within a few years; one of single days begins and ends on its own.
  const edges = [...during, ...outside].flatMap(window => ('dates' in window ? edgesOf(window.dates) : []))
  const isFree = (day: string) => !isTimely(prohibition, day)
  return edges.some(isFree) || firstDayOf('2024-01-01', isFree) !== undefined
}

function edgesOf({ from, to }: { readonly from: string; readonly to: string }): readonly string[] {
  return [addCalendarDays(from, -1), from, to, addCalendarDays(to, 1)]
}

/** Whether an event is the last, still to come, or of a request that waits. */
function isOpen(profile: JurisdictionProfile, history: readonly HistoryEvent[], index: number): boolean {
  if (index >= history.length - 1) return true
  const request = history.findLastIndex(
    ({ event }) => entryOf(profile.lifecycle.events, event)?.requests === true,
  )
  return request >= 0 && index >= request && isWaiting(profile, history, request)
}
