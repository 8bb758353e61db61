import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { isEmptyPeriod, type Period } from '../clock/period.ts'
import { isKept } from '../lifecycle/lifecycle-graph.ts'
import { entryOf } from '../model/entry.ts'

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
  const holdings: GrantPeriod[] = []
  let open: { readonly event: number; readonly from: string } | undefined
  const close = (until: string | undefined): void => {
    if (open !== undefined) holdings.push({ ...open, until })
    open = undefined
  }
  let state = profile.lifecycle.initial
  for (const [index, { event: name, on, grants }] of history.entries()) {
    const event = entryOf(profile.lifecycle.events, name)
    const fits = event?.from.includes(state) === true
    if (fits) state = event.to ?? state
    const released = fits && !isKept(profile, state)
    if (grants !== undefined || released) close(on)
    if (grants !== undefined && !released) open = { event: index, from: on }
  }
  close(undefined)
  return holdings.filter(holding => !isEmptyPeriod(holding))
}
