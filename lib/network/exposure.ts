import type { Exchange, IcmpType, IngressRule, Protocol } from '../../generated/types/system.ts'
import type { DataPath } from '../finding/finding.ts'
import type { IpVersion } from './cidr.ts'
import { families } from './family.ts'
import { partsOf, type TieredZone, type ZonePart } from './zone-part.ts'

/** What is opened to others: as a manifest asks for it, as a grant gives it, or as it stands by inheritance. */
export interface Exposure {
  readonly zones: Readonly<Record<string, TieredZone>>
  readonly exchange?: readonly Exchange[] | undefined
}

/** One line of an exposure. */
export interface Opening {
  readonly direction: 'ingress' | 'egress' | 'exchange'
  /** The zone; of an exchange its two ends in their direction, as `endsOf` reads them. */
  readonly scope: string
  /** The tier whose servers it is about; undefined for those in none, and for an exchange, whose ends have their own. */
  readonly tier: string | undefined
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

/** Every line of an exposure: by zone and tier, ingress first; then what is exchanged. */
export function openingsOf({ zones, exchange = [] }: Exposure): readonly Opening[] {
  return [
    ...Object.entries(zones).flatMap(([zone, value]) =>
      partsOf(value).flatMap(part => partOpenings(zone, part)),
    ),
    ...exchange.map((line, index) =>
      opening(
        { direction: 'exchange', scope: exchangeScope(line), tier: undefined, versions: bothVersions },
        { path: ['exchange', index], peerText: `gateway:${line.through}` },
        line,
      ),
    ),
  ]
}

/** Servers that an opening is about: those of a zone in one tier, or in none. */
export interface OpenEnd {
  readonly zone: string
  readonly tier: string | undefined
}

/** Both ends of an exchange, from and to. */
export function exchangeEnds({ from, fromTier, to, toTier }: Exchange): readonly [OpenEnd, OpenEnd] {
  return [
    { zone: from, tier: fromTier },
    { zone: to, tier: toTier },
  ]
}

/** The names of zones and tiers have neither sign. */
function exchangeScope(line: Exchange): string {
  return exchangeEnds(line)
    .map(({ zone, tier }) => (tier === undefined ? zone : `${zone}/${tier}`))
    .join('→')
}

/** Whose servers a line is about: those of its zone, or of both ends of an exchange, from and to. */
export function endsOf({ scope, tier }: Pick<Opening, 'scope' | 'tier'>): readonly OpenEnd[] {
  return scope.split('→').map(end => {
    const [zone = end, own] = end.split('/')
    return { zone, tier: own ?? tier }
  })
}

const bothVersions: readonly IpVersion[] = [4, 6]

function partOpenings(
  scope: string,
  { tier, path, ingress = [], egress = [], network }: ZonePart,
): readonly Opening[] {
  const own = families.flatMap(([family, version]) => (network?.[family] === undefined ? [] : [version]))
  const where = { scope, tier, versions: own.length === 0 ? bothVersions : own }
  const at = (direction: string, index: number) => ['zones', scope, ...path, direction, index]
  return [
    ...ingress.map((line, index) =>
      opening({ ...where, direction: 'ingress' }, { path: at('ingress', index), peerText: line.from }, line),
    ),
    ...egress.map((line, index) =>
      opening({ ...where, direction: 'egress' }, { path: at('egress', index), peerText: line.to }, line),
    ),
  ]
}

type Written = Pick<IngressRule, 'protocol' | 'ports' | 'icmpTypes' | 'authorisedBy' | 'since' | 'until'>

function opening(
  where: Pick<Opening, 'direction' | 'scope' | 'tier' | 'versions'>,
  what: Pick<Opening, 'path' | 'peerText'>,
  { protocol, ports, icmpTypes, authorisedBy, since, until }: Written,
): Opening {
  return { ...where, ...what, protocol, ports, icmpTypes, authorisedBy, since, until }
}
