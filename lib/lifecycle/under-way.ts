import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'
import { leadsOn } from './lifecycle-graph.ts'
import { replay, startOf } from './replay.ts'

/**
 * Whether somebody has still to act on a system at the end of a day: it is not in formal use, what was granted is not
 * carried out, a procedure that branched off has not returned, or its last request still waits.
 */
export function isUnderWay(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf: string,
): boolean {
  let position = startOf(profile)
  let request: number | undefined
  for (const { index, event, misfit, ...step } of replay(profile, history, asOf)) {
    if (misfit !== undefined) continue
    if (entryOf(profile.lifecycle.events, event.event)?.requests === true) request = index
    position = step
  }
  const { state, below, resources } = position
  const waits = request !== undefined && isWaiting(profile, history, request, asOf)
  return resources !== 'formal' || below.length > 0 || waits || leadsOn(profile, state)
}

/** Whether the request at an index has neither been granted, settled or refused, nor led back to where it was made. */
export function isWaiting(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  request: number,
  asOf?: string,
): boolean {
  let before = startOf(profile).state
  let madeIn: string | undefined
  for (const { index, event, misfit, state } of replay(profile, history, asOf)) {
    if (misfit !== undefined) continue
    if (index === request) madeIn = before
    const isBack = state === madeIn && before !== madeIn
    if (index > request && (isBack || isAnswer(profile, event))) return false
    before = state
  }
  return true
}

function isAnswer({ lifecycle }: JurisdictionProfile, { event, grants }: HistoryEvent): boolean {
  const { settles, refuses } = entryOf(lifecycle.events, event) ?? {}
  return grants !== undefined || settles === true || refuses === true
}
