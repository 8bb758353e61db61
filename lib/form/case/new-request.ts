import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../../generated/types/system.ts'
import { compareServices } from '../../entitlement/index.ts'
import { requestsServices, stateOf } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'
import { askedBy } from './asked.ts'
import type { CaseSpan } from './span.ts'
import type { Versions } from './versions.ts'

/**
 * Whether the manifest asks for something that no request in its history does: the form is then for the request that is
 * being written. What was granted in another measure than asked is no new request.
 */
export function isTakenUpAnew(
  profile: JurisdictionProfile,
  versions: Versions,
  { at, begin }: CaseSpan,
  known: readonly HistoryEvent[],
): boolean {
  const { history, zones } = versions.now
  const request = known[begin]
  if (at === undefined || request === undefined || known.length < history.length) return false
  if (!requestsServices(profile, request.event) || !canFollow(profile, versions, request.event)) return false
  const granted = known.findLast(({ grants }) => grants !== undefined)
  if (granted?.grants === undefined || compareServices(granted.grants, zones, granted.on).length === 0)
    return false
  const asked = askedBy(profile, versions, begin)
  return asked?.isRecorded !== true || compareServices(asked.zones, zones).length > 0
}

function canFollow(profile: JurisdictionProfile, { now }: Versions, event: string): boolean {
  const { state } = stateOf(profile, now.history, now.history.at(-1)?.on ?? '')
  return entryOf(profile.lifecycle.events, event)?.from.includes(state) === true
}
