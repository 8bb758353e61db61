import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { SystemManifest, SystemZone, ZoneGrant } from '../../generated/types/system.ts'
import type { Step } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'
import { withoutNetworks } from '../network/zone-part.ts'

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

function zoneGrant(asked: SystemZone | ZoneGrant): ZoneGrant {
  const { pool, services, ingress = [], egress = [], tiers } = withoutNetworks(asked)
  const granted = Object.entries(tiers ?? {}).map(([tier, part]) => [
    tier,
    { ingress: [], egress: [], ...part },
  ])
  return {
    ...(pool === undefined ? {} : { pool }),
    services,
    ingress,
    egress,
    ...(granted.length === 0 ? {} : { tiers: Object.fromEntries(granted) }),
  }
}
