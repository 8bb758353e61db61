import type { PlatformZone } from '../../generated/types/platform.ts'
import { hasEnded } from '../entitlement/index.ts'
import type { DataPath } from '../finding/finding.ts'
import type { Sourced, Surroundings, System } from '../model/model.ts'
import { systemValue, systemView, view } from '../model/view.ts'
import { Cidr, type CidrReading, type IpVersion } from './cidr.ts'
import { gatewayKeys } from './egress.ts'
import { families } from './family.ts'
import { trafficIn } from './traffic.ts'
import { partsOf } from './zone-part.ts'

/** A network text in the catalogue or in a manifest, read. */
export interface WrittenNetwork {
  readonly source: Sourced<unknown>
  readonly path: DataPath
  readonly text: string
  readonly reading: CidrReading
  /** The only version that may stand there. */
  readonly version?: IpVersion
}

/** A network, or with `nameserver` and `egress-address` a single address, that the platform itself uses. */
export interface PlatformText extends WrittenNetwork {
  readonly use: 'pool' | 'egress' | 'gateway' | 'nameserver' | 'egress-address'
  readonly zone: string
}

export interface SystemText extends WrittenNetwork {
  readonly system: System
  readonly zone: string
  /** The tier whose network it is; undefined for what is in none. */
  readonly tier: string | undefined
}

/** A network of a system in a zone. */
export interface SystemNetwork {
  readonly system: System
  readonly zone: string
  /** The tier whose network it is; undefined for what is in none. */
  readonly tier: string | undefined
  readonly cidr: Cidr
  readonly path: DataPath
}

/** A network that the platform uses itself; of a name server its one address. */
export interface ReservedNetwork {
  readonly use: 'egress' | 'gateway' | 'nameserver'
  readonly zone: string
  readonly cidr: Cidr
  readonly path: DataPath
}

export interface PlatformNetwork {
  readonly use: 'pool' | 'egress' | 'gateway'
  readonly zone: string
  readonly cidr: Cidr
  readonly path: DataPath
}

export const platformTextsOf = view((model: Surroundings): readonly PlatformText[] => {
  const source = model.catalogue.platform
  const { zones, gateways = [] } = source.value
  const texts: PlatformText[] = []
  for (const [zone, { addressPools, egress, nameservers = [] }] of Object.entries(zones)) {
    const shared = { source, zone }
    for (const [index, { cidr: text }] of addressPools.entries()) {
      const path = ['zones', zone, 'addressPools', index, 'cidr']
      texts.push({ ...shared, use: 'pool', path, text, reading: Cidr.read(text) })
    }
    for (const [family, version] of families) {
      const text = egress[family]
      const path = ['zones', zone, 'egress', family]
      if (text !== undefined)
        texts.push({ ...shared, use: 'egress', path, text, version, reading: Cidr.read(text) })
    }
    for (const [path, text, version] of egressAddresses(egress)) {
      const at = ['zones', zone, 'egress', ...path]
      texts.push({
        ...shared,
        use: 'egress-address',
        path: at,
        text,
        ...(version && { version }),
        reading: Cidr.readHost(text),
      })
    }
    for (const [index, text] of nameservers.entries()) {
      const path = ['zones', zone, 'nameservers', index]
      texts.push({ ...shared, use: 'nameserver', path, text, reading: Cidr.readHost(text) })
    }
  }
  for (const [index, { addresses = {} }] of gateways.entries()) {
    for (const [zone, text] of Object.entries(addresses)) {
      const path = ['gateways', index, 'addresses', zone]
      texts.push({ source, zone, use: 'gateway', path, text, reading: Cidr.read(text) })
    }
  }
  return texts
})

function* egressAddresses(egress: PlatformZone['egress']): Generator<[DataPath, string, IpVersion?]> {
  for (const [family, version] of families) {
    const text = egress[gatewayKeys[family]]
    if (text !== undefined) yield [[gatewayKeys[family]], text, version]
  }
  for (const [index, { from, to }] of (egress.allocation ?? []).entries()) {
    yield [['allocation', index, 'from'], from]
    yield [['allocation', index, 'to'], to]
  }
}

/** The networks of a system as its manifest writes them. */
export const networkTextsIn = systemValue((system): readonly SystemText[] => {
  const texts: SystemText[] = []
  for (const [zone, declared] of Object.entries(system.value.zones)) {
    for (const { tier, path, network } of partsOf(declared)) {
      for (const [family, version] of families) {
        const text = network?.[family]
        if (text === undefined) continue
        const at = ['zones', zone, ...path, 'network', family]
        texts.push({ source: system, system, zone, tier, path: at, text, version, reading: Cidr.read(text) })
      }
    }
  }
  return texts
})

/** The networks that a system's ingress and egress rules name. */
export const peerTextsIn = systemValue((system): readonly WrittenNetwork[] =>
  trafficIn(system)
    .filter(({ peer }) => peer.kind === 'network')
    .map(({ path, peerKey, peerText: text }) => ({
      source: system,
      path: [...path, peerKey],
      text,
      reading: Cidr.read(text),
    })),
)

/**
 * Every readable network of a system; none of one that has come to its end: `tenantry allocate` may give its addresses
 * to another. One under the other version's key is left out, as a rule reports it.
 */
export const systemNetworksIn = systemView((around, system): readonly SystemNetwork[] => {
  if (hasEnded(around, system)) return []
  return networkTextsIn(system).flatMap(({ zone, tier, path, version, reading: { cidr } }) =>
    cidr === undefined || cidr.version !== version ? [] : [{ system, zone, tier, cidr, path }],
  )
})

export const platformNetworksOf = view((model: Surroundings): readonly PlatformNetwork[] =>
  platformTextsOf(model).flatMap(({ use, zone, path, reading: { cidr } }) =>
    cidr === undefined || use === 'nameserver' || use === 'egress-address' ? [] : [{ use, zone, cidr, path }],
  ),
)

/**
 * What the platform keeps for itself: no system's network may hold any of it. Name servers in one of the platform's own
 * networks are a part of that.
 */
export const reservedNetworksOf = view((model: Surroundings): readonly ReservedNetwork[] => {
  const own = platformNetworksOf(model).flatMap(({ use, ...network }) =>
    use === 'pool' ? [] : [{ ...network, use }],
  )
  const nameservers = platformTextsOf(model).flatMap(({ use, zone, path, reading: { cidr } }) =>
    use !== 'nameserver' || cidr === undefined || own.some(network => network.cidr.contains(cidr))
      ? []
      : [{ use, zone, cidr, path }],
  )
  return [...own, ...nameservers]
})

const poolsByZone = view((model: Surroundings) =>
  Map.groupBy(
    platformNetworksOf(model).filter(network => network.use === 'pool'),
    ({ zone }) => zone,
  ),
)

/** The readable address pools of a zone. */
export function poolsOf(model: Surroundings, zone: string): readonly PlatformNetwork[] {
  return poolsByZone(model).get(zone) ?? []
}

/**
 * The routing domain of each zone: zones that a gateway joins, directly or through others, are one domain, named after
 * the first of them. Addresses are unique in a domain; elsewhere the same ones may come again.
 */
export const routingDomainsOf = view((model: Surroundings): ReadonlyMap<string, string> => {
  const { zones, gateways = [] } = model.catalogue.platform.value
  const domains = new Map(Object.keys(zones).map(zone => [zone, zone]))
  for (const gateway of gateways) {
    const joined = gateway.zones.flatMap(zone => domains.get(zone) ?? [])
    const [first] = joined.toSorted()
    if (first === undefined) continue
    for (const [zone, domain] of domains) if (joined.includes(domain)) domains.set(zone, first)
  }
  return domains
})
