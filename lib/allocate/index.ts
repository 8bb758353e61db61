import type { PlatformZone } from '../../generated/types/platform.ts'
import { hasEnded } from '../entitlement/index.ts'
import { type CodeDefinition, type Finding, finding, type Text } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import { Cidr, type IpVersion } from '../network/cidr.ts'
import { type Family, families } from '../network/family.ts'
import { reservedNetworksOf, routingDomainsOf, systemNetworksIn } from '../network/written-networks.ts'
import { partsOf, type WrittenNetworks } from '../network/zone-part.ts'
import { codes } from './codes.ts'
import { TakenNetworks } from './free-blocks.ts'
import { givingWay, heldOnTarget, holdingKey, type Target } from './give-way.ts'

export { codes as allocateCodes } from './codes.ts'
export type { Target } from './give-way.ts'
export { networksIn } from './networks-in-text.ts'

export interface Allocation {
  readonly system: System
  readonly zone: string
  /** The tier that it is for; undefined for what is in none. */
  readonly tier?: string | undefined
  readonly family: Family
  readonly cidr: string
  /** The network that stands in the manifest and makes way; absent where none is written. */
  readonly replaces?: string
}

export interface Allocated {
  readonly allocations: readonly Allocation[]
  readonly findings: readonly Finding[]
}

export interface AllocateOptions {
  /**
   * The only IP version that is given to zones without a network.
   * @default - every version that the zone has pools for, and IPv4 in any case.
   */
  readonly only?: Family | undefined
  /**
   * Length of the IPv4 prefix; an IPv6 network is always as long as its pool says.
   * @default - the pool's default.
   */
  readonly prefixLength?: number | undefined
  /**
   * Networks in manifests that the model goes without. Those that a pool could have given are left alone in every zone.
   * @default - none.
   */
  readonly unseen?: readonly Cidr[]
  /**
   * The branch that the manifests are to be merged into: what others hold there by now stays theirs, and a network that
   * was given here and there at once is given anew here.
   * @default - there is none.
   */
  readonly target?: Target | undefined
}

/**
 * Proposes a network for every zone of the systems that lacks one, and for every tier of it: the lowest free block of the
 * zone's pools, taken in their order. Systems go by address, zones by name, tiers as they are written, so that the order of files changes nothing. Networks of systems
 * that have ended are free again; all others stay taken, whatever their state.
 */
export function allocate(model: Model, systems: readonly System[], options: AllocateOptions = {}): Allocated {
  const { target } = options
  const yielding = target === undefined ? new Set<string>() : givingWay(model, target)
  const theirs = target === undefined ? [] : heldOnTarget(target)
  const taken = takenByDomain(model, { unseen: options.unseen ?? [], theirs, yielding })
  const allocations: Allocation[] = []
  const findings: Finding[] = []
  for (const { version, ...want } of wantsOf(model, systems, yielding, options.only)) {
    const { system, zone, family } = want
    const platformZone = entryOf(model.catalogue.platform.value.zones, zone)
    const domain = taken.get(routingDomainsOf(model).get(zone) ?? zone)
    if (platformZone === undefined || domain === undefined) continue
    const pools = poolsFor(platformZone, version)
    // IPv6 is for zones that have it, unless it is asked for; an IPv4 network every zone must give.
    if (pools.length === 0 && version === 6 && options.only !== 'ipv6') continue
    const lengths = fitting(pools, version === 4 ? options.prefixLength : undefined)
    const cidr = firstFree(domain, lengths)
    if (cidr === undefined) {
      findings.push(
        lengths.length === 0 && pools.length > 0
          ? refused(system, zone, pools)
          : exhausted(system, zone, family),
      )
      continue
    }
    domain.take(cidr)
    allocations.push({ ...want, cidr: cidr.toString() })
  }
  return { allocations, findings }
}

interface Want {
  readonly system: System
  readonly zone: string
  readonly tier: string | undefined
  readonly family: Family
  readonly version: IpVersion
  readonly replaces?: string
}

function* wantsOf(
  model: Model,
  systems: readonly System[],
  yielding: ReadonlySet<string>,
  only: Family | undefined,
): Generator<Want> {
  for (const system of systems.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    if (hasEnded(model, system)) continue
    for (const zone of Object.keys(system.value.zones).sort()) {
      for (const { tier, network } of partsOf(entryOf(system.value.zones, zone) ?? {})) {
        for (const [family, version] of families) {
          const had = network?.[family]
          const want = { system, zone, tier, family, version }
          if (had === undefined && isWanted(family, network, only)) yield want
          if (had !== undefined && yielding.has(holdingKey({ system, zone, tier, version })))
            yield { ...want, replaces: had }
        }
      }
    }
  }
}

/** A network of IPv6 alone was meant so: nobody gets an IPv4 network beside it unasked. */
function isWanted(family: Family, network: WrittenNetworks | undefined, only: Family | undefined): boolean {
  if (only !== undefined) return family === only
  return family !== 'ipv4' || network?.ipv6 === undefined
}

function keyOf({ address, document }: System): string {
  return `${address} ${document.file}`
}

interface Pool {
  readonly cidr: Cidr
  readonly prefixLength: PlatformZone['addressPools'][number]['prefixLength']
}

function poolsFor(zone: PlatformZone, version: IpVersion): readonly Pool[] {
  return zone.addressPools.flatMap(({ cidr: text, prefixLength }) => {
    const { cidr } = Cidr.read(text)
    return cidr?.version === version ? [{ cidr, prefixLength }] : []
  })
}

interface Block {
  readonly cidr: Cidr
  readonly length: number
}

/** The pools that give networks of the length wanted, each with the length to ask it for. */
function fitting(pools: readonly Pool[], wanted: number | undefined): readonly Block[] {
  return pools.flatMap(({ cidr, prefixLength: { min, default: usual, max } }) => {
    const length = wanted ?? usual
    return min <= length && length <= max ? [{ cidr, length }] : []
  })
}

function firstFree(taken: TakenNetworks, blocks: readonly Block[]): Cidr | undefined {
  for (const { cidr, length } of blocks) {
    const free = taken.lowestFree(cidr, length)
    if (free !== undefined) return free
  }
  return undefined
}

/** What counts besides the networks of the model. */
interface Others {
  readonly unseen: readonly Cidr[]
  readonly theirs: readonly { readonly zone: string; readonly cidr: Cidr }[]
  /** Keys of networks that are given anew. */
  readonly yielding: ReadonlySet<string>
}

/** By routing domain: what systems hold there, and what the platform itself uses besides its pools. */
function takenByDomain(
  model: Model,
  { unseen, theirs, yielding }: Others,
): ReadonlyMap<string, TakenNetworks> {
  const domains = routingDomainsOf(model)
  const kept = model.systems
    .flatMap(system => systemNetworksIn(model, system))
    .filter(({ cidr, ...place }) => !yielding.has(holdingKey({ ...place, version: cidr.version })))
  const known = [...kept, ...theirs, ...reservedNetworksOf(model)]
  const networks = Map.groupBy(known, ({ zone }) => domains.get(zone) ?? zone)
  const possible = unseen.filter(cidr => couldBeGiven(model, cidr))
  return new Map(
    [...new Set(domains.values())].map(domain => {
      const held = (networks.get(domain) ?? []).map(({ cidr }) => cidr)
      return [domain, new TakenNetworks([...held, ...possible])]
    }),
  )
}

/** A manifest also names networks of others, such as the source of a rule, often far wider than any system's own. */
function couldBeGiven(model: Model, cidr: Cidr): boolean {
  const zones = Object.values(model.catalogue.platform.value.zones)
  return zones
    .flatMap(zone => poolsFor(zone, cidr.version))
    .some(({ cidr: pool, prefixLength: { min, max } }) => {
      return pool.contains(cidr) && min <= cidr.prefixLength && cidr.prefixLength <= max
    })
}

function exhausted(system: System, zone: string, family: Family): Finding {
  const version = family === 'ipv4' ? 'IPv4' : 'IPv6'
  return atZone(codes.exhausted, system, zone, {
    zh: `分区 ${zone} 的 ${version} 地址池没有合适的空闲网段`,
    en: `the ${version} pools of zone ${zone} have no fitting free network`,
  })
}

function refused(system: System, zone: string, pools: readonly Pool[]): Finding {
  const bounds = pools.map(({ prefixLength: { min, max } }) => `/${min}–/${max}`)
  return atZone(codes.lengthRefused, system, zone, {
    zh: `分区 ${zone} 的地址池只提供 ${bounds.join('、')} 的网段`,
    en: `the pools of zone ${zone} give networks of ${bounds.join(', ')} only`,
  })
}

function atZone(definition: CodeDefinition, system: System, zone: string, message: Text): Finding {
  return finding(definition, system.document.at([...system.path, 'zones', zone], 'key'), { message })
}
