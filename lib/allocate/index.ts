import type { PlatformZone } from '../../generated/types/platform.ts'
import { platformNetworksOf, routingDomainsOf, systemNetworksOf } from '../check/networks.ts'
import { isRecordOnly } from '../check/systems.ts'
import { type Finding, finding } from '../finding/finding.ts'
import { Cidr } from '../model/cidr.ts'
import type { Model, System } from '../model/model.ts'
import { entryOf } from '../model/record.ts'
import { codes } from './codes.ts'
import { TakenNetworks } from './free-blocks.ts'

export { codes as allocateCodes } from './codes.ts'

export interface Allocation {
  readonly system: System
  readonly zone: string
  readonly family: 'ipv4' | 'ipv6'
  readonly cidr: string
}

export interface Allocated {
  readonly allocations: readonly Allocation[]
  readonly findings: readonly Finding[]
}

const families = [
  ['ipv4', 4],
  ['ipv6', 6],
] as const

/**
 * Proposes a network for every zone of the systems that lacks one: the lowest free block of the zone's pools, of the
 * pool's default length or the one asked for. Systems go by address, zones by name, so that the order of files changes
 * nothing. Networks of systems that have ended are free again; all others stay taken, whatever their state.
 */
export function allocate(model: Model, systems: readonly System[], prefixLength?: number): Allocated {
  const taken = takenByDomain(model)
  const allocations: Allocation[] = []
  const findings: Finding[] = []
  for (const system of systems.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    if (isRecordOnly(model, system)) continue
    for (const zone of Object.keys(system.value.zones).sort()) {
      const platformZone = entryOf(model.catalogue.platform.value.zones, zone)
      const domain = taken.get(routingDomainsOf(model).get(zone) ?? zone)
      if (platformZone === undefined || domain === undefined) continue
      for (const [family, version] of families) {
        if (entryOf(system.value.zones, zone)?.network?.[family] !== undefined) continue
        const pools = poolsFor(platformZone, version, prefixLength)
        if (pools.length === 0) continue
        const cidr = firstFree(domain, pools)
        if (cidr === undefined) findings.push(exhausted(system, zone, family))
        else {
          domain.take(cidr)
          allocations.push({ system, zone, family, cidr: cidr.toString() })
        }
      }
    }
  }
  return { allocations, findings }
}

interface Pool {
  readonly cidr: Cidr
  readonly prefixLength: number
}

/** A length that is asked for is meant for IPv4; an IPv6 network is always as long as its pool says. */
function poolsFor(zone: PlatformZone, version: 4 | 6, wanted: number | undefined): readonly Pool[] {
  return zone.addressPools.flatMap(({ cidr: text, prefixLength }) => {
    const { cidr } = Cidr.read(text)
    if (cidr === undefined || cidr.version !== version) return []
    const length = version === 4 ? (wanted ?? prefixLength.default) : prefixLength.default
    return length < prefixLength.min || length > prefixLength.max ? [] : [{ cidr, prefixLength: length }]
  })
}

function firstFree(taken: TakenNetworks, pools: readonly Pool[]): Cidr | undefined {
  for (const { cidr, prefixLength } of pools) {
    const free = taken.lowestFree(cidr, prefixLength)
    if (free !== undefined) return free
  }
  return undefined
}

/** By routing domain: what systems hold there, and what the platform itself uses besides its pools. */
function takenByDomain(model: Model): ReadonlyMap<string, TakenNetworks> {
  const domains = routingDomainsOf(model)
  const held = systemNetworksOf(model).filter(({ system }) => !isRecordOnly(model, system))
  const used = platformNetworksOf(model).filter(({ use }) => use !== 'pool')
  const networks = Map.groupBy([...held, ...used], ({ zone }) => domains.get(zone) ?? zone)
  return new Map(
    [...new Set(domains.values())].map(domain => [
      domain,
      new TakenNetworks((networks.get(domain) ?? []).map(({ cidr }) => cidr)),
    ]),
  )
}

function exhausted(system: System, zone: string, family: 'ipv4' | 'ipv6'): Finding {
  return finding(codes.exhausted, system.document.at([...system.path, 'zones', zone], 'key'), {
    message: {
      zh: `分区 ${zone} 的 ${family === 'ipv4' ? 'IPv4' : 'IPv6'} 地址池没有合适的空闲网段`,
      en: `the ${family === 'ipv4' ? 'IPv4' : 'IPv6'} pools of zone ${zone} have no fitting free network`,
    },
  })
}
