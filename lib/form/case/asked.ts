import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import type { Exchange, SystemZone } from '../../../generated/types/system.ts'
import { requestsServices } from '../../lifecycle/index.ts'
import { type Versions, versionAsking, versionThen } from './versions.ts'

/** What a request asks for. */
export interface Asked {
  readonly zones: Readonly<Record<string, SystemZone>>
  readonly exchange: readonly Exchange[]
  /** Whether it is known as of the request itself, not only to have stayed as it was. */
  readonly isRecorded: boolean
}

/** What a manifest asks for as it is. */
export function askedNow({ now: { zones, exchange = [] } }: Versions): Asked {
  return { zones, exchange, isRecorded: false }
}

/**
 * What the request at an index asked for: as recorded with it, else as the manifest had it then. Undefined where a later
 * request has taken its place and nothing tells what it was.
 */
export function askedBy(
  profile: JurisdictionProfile,
  versions: Versions,
  request: number,
): Asked | undefined {
  const event = versions.now.history[request]
  if (event === undefined || !requestsServices(profile, event.event)) return undefined
  if (event.asks !== undefined)
    return { zones: event.asks.zones, exchange: event.asks.exchange ?? [], isRecorded: true }
  const then = versionThen(profile, versions, request)
  const version = then ?? versionAsking(profile, versions, request)
  return version && { ...askedNow({ ...versions, now: version }), isRecorded: then !== undefined }
}
