import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import { requestsServices } from '../lifecycle/index.ts'

/** The index of the first request for services among the events that a change appends. */
export function appendedRequest(
  profile: JurisdictionProfile,
  before: SystemManifest,
  after: SystemManifest,
): number | undefined {
  const start = before.history.length
  const request = after.history.findIndex(({ event }, at) => at >= start && requestsServices(profile, event))
  return request < 0 ? undefined : request
}
