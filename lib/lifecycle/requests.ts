import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'
import { isDecision, wayToApproval } from './decisions.ts'
import { replay, type Step, startOf } from './replay.ts'

/**
 * The events of a history that wait for an approval: requests, and what else brings a system to where one decides on it,
 * such as a trial that has passed. What is filed beside them waits for nothing.
 */
export function* requestsIn(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf?: string,
): Generator<Step> {
  let { state } = startOf(profile)
  for (const step of replay(profile, history, asOf)) {
    const isMove = step.state !== state
    state = step.state
    if (step.misfit !== undefined || isDecision(profile, step.event.event)) continue
    const asks = entryOf(profile.lifecycle.events, step.event.event)?.requests === true
    if ((asks || isMove) && wayToApproval(profile, step) !== undefined) yield step
  }
}
