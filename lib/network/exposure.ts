import type { EgressRule, Exchange, IcmpType, IngressRule, Protocol } from '../../generated/types/system.ts'
import type { DataPath } from '../finding/finding.ts'
import type { IpVersion } from './cidr.ts'
import { type Family, families } from './family.ts'

/** What is opened to others: as a manifest asks for it, as a grant gives it, or as it stands by inheritance. */
export interface Exposure {
  readonly zones: Readonly<Record<string, ExposedZone>>
  readonly exchange?: readonly Exchange[] | undefined
}

export interface ExposedZone {
  readonly ingress?: readonly IngressRule[]
  readonly egress?: readonly EgressRule[]
  /** The zone's own networks: it is open in their IP versions alone; without any, in both. */
  readonly network?: Readonly<Partial<Record<Family, string>>>
}

/** One line of an exposure. */
export interface Opening {
  readonly direction: 'ingress' | 'egress' | 'exchange'
  /** The zone, or the two that an exchange joins, in its direction. */
  readonly scope: string
  /** From the root of the exposure. */
  readonly path: DataPath
  /** The other end as it is written; of an exchange `gateway:` and the gateway's id. */
  readonly peerText: string
  readonly protocol: Protocol
  readonly ports: readonly (number | string)[] | undefined
  readonly icmpTypes: readonly IcmpType[] | undefined
  readonly authorisedBy: string | undefined
  readonly since: string | undefined
  /** The last day, which counts. */
  readonly until: string | undefined
  readonly versions: readonly IpVersion[]
}

/** Every line of an exposure: by zone, ingress first; then what is exchanged. */
export function openingsOf({ zones, exchange = [] }: Exposure): readonly Opening[] {
  return [
    ...Object.entries(zones).flatMap(([zone, value]) => zoneOpenings(zone, value)),
    ...exchange.map((line, index) =>
      opening(
        { direction: 'exchange', scope: `${line.from}→${line.to}`, versions: bothVersions },
        { path: ['exchange', index], peerText: `gateway:${line.through}` },
        line,
      ),
    ),
  ]
}

const bothVersions: readonly IpVersion[] = [4, 6]

function zoneOpenings(
  scope: string,
  { ingress = [], egress = [], network }: ExposedZone,
): readonly Opening[] {
  const own = families.flatMap(([family, version]) => (network?.[family] === undefined ? [] : [version]))
  const versions = own.length === 0 ? bothVersions : own
  const path = (direction: string, index: number) => ['zones', scope, direction, index]
  return [
    ...ingress.map((line, index) =>
      opening(
        { direction: 'ingress', scope, versions },
        { path: path('ingress', index), peerText: line.from },
        line,
      ),
    ),
    ...egress.map((line, index) =>
      opening(
        { direction: 'egress', scope, versions },
        { path: path('egress', index), peerText: line.to },
        line,
      ),
    ),
  ]
}

type Written = Pick<IngressRule, 'protocol' | 'ports' | 'icmpTypes' | 'authorisedBy' | 'since' | 'until'>

function opening(
  where: Pick<Opening, 'direction' | 'scope' | 'versions'>,
  what: Pick<Opening, 'path' | 'peerText'>,
  { protocol, ports, icmpTypes, authorisedBy, since, until }: Written,
): Opening {
  return { ...where, ...what, protocol, ports, icmpTypes, authorisedBy, since, until }
}
