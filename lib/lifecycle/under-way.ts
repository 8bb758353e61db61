import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'
import { leadsOn } from './lifecycle-graph.ts'
import { replay, startOf } from './replay.ts'

/**
 * Whether somebody has still to act on a system at the end of a day: it is not in formal use, what was granted is not
 * carried out, a procedure that branched off has not returned, or its last request has neither been granted nor settled,
 * nor led back to where it was made.
 */
export function isUnderWay(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf: string,
): boolean {
  let position = startOf(profile)
  let madeIn: string | undefined
  for (const { event, misfit, ...step } of replay(profile, history, asOf)) {
    if (misfit !== undefined) continue
    const { requests, settles } = entryOf(profile.lifecycle.events, event.event) ?? {}
    const isBack = step.state === madeIn && position.state !== madeIn
    const isAnswered = event.grants !== undefined || settles === true || isBack
    if (requests === true) madeIn = position.state
    else if (isAnswered) madeIn = undefined
    position = step
  }
  const { state, below, resources } = position
  return resources !== 'formal' || below.length > 0 || madeIn !== undefined || leadsOn(profile, state)
}
