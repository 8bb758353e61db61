import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { SystemManifest, SystemZone, ZoneGrant } from '../../generated/types/system.ts'
import type { Step } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'

/** A decision on a request: what was asked for is what is granted, the openings too; where the request says none, none is. */
export function decidedBy(
  profile: JurisdictionProfile,
  { zones, exchange = [] }: SystemManifest,
  { event: { asks } }: Step,
  event: string,
) {
  if (entryOf(profile.lifecycle.events, event)?.grants !== 'required') return { event }
  const asked: Readonly<Record<string, SystemZone | ZoneGrant>> = asks?.zones ?? zones
  return {
    event,
    grants: Object.fromEntries(Object.entries(asked).map(([zone, value]) => [zone, zoneGrant(value)])),
    exchange: asks === undefined ? exchange : (asks.exchange ?? []),
  }
}

function zoneGrant({ pool, services, ingress = [], egress = [] }: SystemZone | ZoneGrant): ZoneGrant {
  return { ...(pool === undefined ? {} : { pool }), services, ingress, egress }
}
