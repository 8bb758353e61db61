import type { JurisdictionProfile, Requirement } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { bindsOn } from './decisions.ts'
import { marksOf, procedureStart } from './procedure.ts'

/** A procedure that went ahead of its papers (XS-26). */
export interface Emergency {
  /** Where its procedure begins: an index in the history, as all that follow. */
  readonly start: number
  /** Its first event that bears the mark, and the last of its procedure so far. */
  readonly marked: number
  readonly last: number
  /** The event that names the day agreed for the papers: the last that is marked or grants. */
  readonly agreed: number
  /** The event that completed it; undefined while its papers are owed, however many requests later. */
  readonly completed: number | undefined
}

/** The emergencies among the events up to and with an index, in order: one that is marked anew after it was completed is another. */
export function emergenciesIn(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  index: number = history.length - 1,
): readonly Emergency[] {
  const { emergency } = profile
  if (emergency === undefined) return []
  const isMarked = (event: HistoryEvent) =>
    bindsOn(profile, emergency, event.on) &&
    marksOf(profile, event).some(mark => emergency.flags.some(flag => flag === mark))
  const found: Emergency[] = []
  for (const [at, event] of history.slice(0, index + 1).entries()) {
    const start = procedureStart(profile, history, at)
    const own = found.findIndex(one => one.start === start && one.completed === undefined)
    const known = found[own]
    if (event.event === emergency.completedBy) complete(found, at)
    else if (known !== undefined)
      found[own] = { ...known, last: at, agreed: agreedAt(known, event, at, isMarked(event)) }
    else if (isMarked(event)) found.push({ start, marked: at, last: at, agreed: at, completed: undefined })
  }
  return found
}

function complete(found: Emergency[], at: number): void {
  for (const [index, one] of found.entries())
    if (one.completed === undefined) found[index] = { ...one, completed: at }
}

function agreedAt(
  { agreed }: Emergency,
  { until, grants }: HistoryEvent,
  at: number,
  isMarked: boolean,
): number {
  return until !== undefined && (isMarked || grants !== undefined) ? at : agreed
}

/**
 * Whether a requirement may be met after an event, because its own request was opened in an emergency (XS-26): one that
 * was never made good lets nothing follow in the next request.
 */
export function isDeferred(
  profile: JurisdictionProfile,
  requirement: Requirement,
  history: readonly HistoryEvent[],
  index: number,
): boolean {
  if (requirement.deferrable !== true) return false
  const start = procedureStart(profile, history, index)
  return emergenciesIn(profile, history, index).some(
    one => one.start === start && one.completed === undefined,
  )
}
