import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { isEmptyPeriod, type Period } from '../clock/period.ts'
import { isKept, replay } from '../lifecycle/index.ts'

/** The days on which one event's grants hold. */
export interface GrantPeriod extends Period {
  /** The event's index in the history. */
  readonly event: number
}

/**
 * When each grant of a history holds: from its event until the next grant, or until the system enters a state that
 * gives its grant up. A grant that is approved and waits to be opened already holds: it takes up capacity.
 * Events that do not fit the graph leave the state as it is; their grants hold all the same, as in `grantsOn`.
 */
export function grantPeriodsOf(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
): readonly GrantPeriod[] {
  const periods: GrantPeriod[] = []
  let open: { readonly event: number; readonly from: string } | undefined
  const close = (until: string | undefined): void => {
    if (open !== undefined) periods.push({ ...open, until })
    open = undefined
  }
  for (const { index, event, state, misfit } of replay(profile, history)) {
    const released = misfit === undefined && !isKept(profile, state)
    if (event.grants !== undefined || released) close(event.on)
    if (event.grants !== undefined && !released) open = { event: index, from: event.on }
  }
  close(undefined)
  return periods.filter(period => !isEmptyPeriod(period))
}
