import type { JurisdictionProfile, Requirement } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'

/** The emergency that an event belongs to: itself or one before it in the same request, not yet made good. */
export function openEmergency(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  index: number,
): HistoryEvent | undefined {
  const { emergency } = profile
  if (emergency === undefined) return undefined
  const marked = (event: HistoryEvent | undefined): boolean =>
    event?.conditions?.some(flag => emergency.flags.some(wanted => wanted === flag)) === true
  const start = history.findLastIndex((event, at) => at <= index && marked(event))
  const completed = history.slice(start + 1, index + 1).some(event => event.event === emergency.completedBy)
  return start < 0 || completed ? undefined : history[start]
}

/** Whether a requirement may be met after an event, because the event was opened in an emergency (XS-26, JQ-24). */
export function isDeferred(
  profile: JurisdictionProfile,
  requirement: Requirement,
  history: readonly HistoryEvent[],
  index: number,
): boolean {
  return requirement.deferrable === true && openEmergency(profile, history, index) !== undefined
}
