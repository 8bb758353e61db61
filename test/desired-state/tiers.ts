// A system of three tiers, as tests of what is made of it need it.
import type { SystemManifest, SystemZone, ZoneGrant } from '../../generated/types/system.ts'
import { withoutNetworks } from '../../lib/network/zone-part.ts'
import { system } from './model.ts'

const services = [
  { item: 'ecs.small', quantity: 2 },
  { item: 'eip.10m', quantity: 1 },
]

/** What the manifest asks for in the internet zone; nothing lies in no tier. */
export const threeTiers = {
  services,
  tiers: {
    web: {
      network: { ipv4: '10.64.0.0/26', ipv6: 'fd6a:64:0:1::/64' },
      ingress: [{ from: 'internet', protocol: 'tcp', ports: [443] }],
      egress: [{ to: 'tier:app', protocol: 'tcp', ports: [8080] }],
    },
    app: {
      network: { ipv4: '10.64.0.64/26' },
      ingress: [
        { from: 'tier:web', protocol: 'tcp', ports: [8080] },
        { from: 'self', protocol: 'tcp', ports: [7000] },
      ],
      egress: [{ to: 'tier:db', protocol: 'tcp', ports: [3306] }],
    },
    db: {
      network: { ipv4: '10.64.0.128/26' },
      ingress: [{ from: 'tier:app', protocol: 'tcp', ports: [3306] }],
    },
  },
} as const satisfies SystemZone

/** What a grant gives there: all but the networks. */
export const grantedTiers: ZoneGrant = withoutNetworks(threeTiers)

/** The system, with another zone or another grant where one is given. */
export function tieredSystem(
  zone: SystemZone = threeTiers,
  grant: ZoneGrant = grantedTiers,
  address = 'xs/rsj/shebao',
): SystemManifest {
  return system(address, {
    zones: { internet: zone },
    history: [{ event: 'opened', on: '2026-01-01', grants: { internet: grant } }],
  })
}
