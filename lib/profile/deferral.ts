import type { JurisdictionProfile, Requirement } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { procedureStart } from './procedure.ts'

/** The latest emergency up to an event that is not yet made good: its papers are owed, however many requests later. */
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

/**
 * Whether a requirement may be met after an event, because its own request was opened in an emergency (XS-26, JQ-24): one
 * that was never made good lets nothing follow in the next request.
 */
export function isDeferred(
  profile: JurisdictionProfile,
  requirement: Requirement,
  history: readonly HistoryEvent[],
  index: number,
): boolean {
  if (requirement.deferrable !== true) return false
  const opened = openEmergency(profile, history, index)
  return opened !== undefined && history.indexOf(opened) >= procedureStart(profile, history, index)
}
