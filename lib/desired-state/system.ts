import { exposureBasisOf, grantsOn } from '../entitlement/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import { sharedPool } from '../model/pool.ts'
import { Cidr } from '../network/cidr.ts'
import { families } from '../network/family.ts'
import { partsOf, type ZonePart } from '../network/zone-part.ts'
import type {
  DesiredAddressPool,
  DesiredNetwork,
  DesiredPlatform,
  DesiredSystem,
  DesiredZone,
  FlavorKey,
} from './desired-state.ts'
import { bandwidthOf, type GrantedLine, grantedLines } from './grant.ts'
import type { PlacedPart } from './parts.ts'
import { type QuotaContext, quotaOf } from './quota.ts'
import { rulesOf } from './rules.ts'

/** What a system's record in a zone is made with. */
export interface Surroundings {
  readonly zone: DesiredZone
  readonly platform: DesiredPlatform
  /** The system of an address, where it has resources in the zone. */
  readonly holder: (address: string) => System | undefined
}

/** All that a system holds in a zone. It has resources there, in this standing. */
export function systemRecord(
  model: Model,
  system: System,
  standing: DesiredSystem['standing'],
  { zone, platform, holder }: Surroundings,
): DesiredSystem {
  const { jurisdiction, unit, id, name } = system.value.metadata
  const grant = grantsOn(system.value, model.asOf).get(zone.id)
  const { pool, services } = grant ?? { pool: sharedPool, services: [] }
  const lines = grantedLines(services, model.catalogue.items, model.asOf)
  const basis = exposureBasisOf(model, system.value, model.asOf)
  const isAsAsked = basis.kind === 'inherited' && basis.record === undefined
  const placed = partsIn(model, system, zone, platform.addressPools)
  const parts = placed.map(
    ({ tier, networks }): PlacedPart => ({
      tier,
      networks,
      rules: rulesOf(system.value, {
        zone,
        tier,
        own: networks,
        networksOfTier: other => placed.find(part => part.tier === other)?.networks ?? [],
        networksOf: (unit, peer) => {
          const address = `${jurisdiction}/${unit}/${peer}`
          // By its own name a part means itself: towards the other parts each says which.
          if (address === system.address) return networks
          const other = holder(address)
          const theirs = other === undefined ? [] : partsIn(model, other, zone, platform.addressPools)
          return theirs.flatMap(part => part.networks)
        },
        gateways: model.catalogue.platform.value.gateways ?? [],
        day: model.asOf,
        allowed: isAsAsked ? undefined : basis.openings,
      }),
    }),
  )
  const volumeTypes = [...platform.volumeTypes.map(type => type.name), ...platform.otherVolumeTypes]
  const bandwidthKbps = bandwidthOf(lines)
  return {
    zone: zone.id,
    address: system.address,
    jurisdiction,
    unit,
    system: id,
    name,
    standing,
    pool,
    quota: quotaOf(lines, { ...madeFor(parts), apis: zone.apis, volumeTypes }),
    ...recordOf(parts),
    ...(bandwidthKbps === 0 ? {} : { uplink: { bandwidthKbps } }),
    flavors: flavorsOf(lines, pool, platform),
    volumeTypes: distinct(lines.flatMap(line => (line.by === 'volume' ? [line.volumeType] : []))),
  }
}

type Networked = Omit<PlacedPart, 'rules'>

/** The parts of a system that may stand in a zone, with those of their networks that lie in a pool. */
function partsIn(
  model: Model,
  { value }: System,
  zone: DesiredZone,
  pools: readonly DesiredAddressPool[],
): readonly Networked[] {
  const parts = partsOf(entryOf(value.zones, zone.id) ?? {})
  if (parts.every(({ tier }) => tier === undefined)) return parts.map(part => networked(part, pools))
  const granted = exposureBasisOf(model, value, model.asOf).tiers.get(zone.id)
  return parts
    .filter(({ tier }) => tier === undefined || granted?.has(tier) === true)
    .map(part => networked(part, pools))
}

function networked({ tier, network }: ZonePart, pools: readonly DesiredAddressPool[]): Networked {
  const networks = families.flatMap(([family]): readonly DesiredNetwork[] => {
    const text = network?.[family]
    if (text === undefined) return []
    const cidr = Cidr.of(text)
    const pool = pools.find(pool => Cidr.of(pool.cidr).contains(cidr))
    return pool === undefined
      ? []
      : [{ ipVersion: cidr.version, cidr: cidr.toString(), addressPool: pool.id }]
  })
  return { tier, networks }
}

function madeFor(parts: readonly PlacedPart[]): Pick<QuotaContext, 'networks' | 'subnets' | 'rules'> {
  const made = parts.filter(({ networks }) => networks.length > 0)
  const sum = (count: (part: PlacedPart) => number) => made.reduce((total, part) => total + count(part), 0)
  return {
    networks: made.length,
    subnets: sum(({ networks }) => networks.length),
    rules: sum(({ rules }) => rules.length),
  }
}

function recordOf(parts: readonly PlacedPart[]): Pick<DesiredSystem, 'networks' | 'rules' | 'tiers'> {
  const { networks = [], rules = [] } = parts.find(({ tier }) => tier === undefined) ?? {}
  const tiers = parts
    .flatMap(({ tier, ...part }) =>
      tier === undefined || part.networks.length === 0 ? [] : [{ tier, ...part }],
    )
    .toSorted((a, b) => (a.tier < b.tier ? -1 : 1))
  return { networks, rules, ...(tiers.length === 0 ? {} : { tiers }) }
}

function flavorsOf(
  lines: readonly GrantedLine[],
  pool: string,
  { flavors }: DesiredPlatform,
): readonly FlavorKey[] {
  const keys = lines.flatMap(line => (line.by === 'flavor' ? [{ ...line.key, pool }] : []))
  // What only may be used is left out where the zone or the pool has no such flavor; a rule reports it.
  const usable = lines
    .flatMap(line => (line.by === 'quota' ? line.flavors.map(key => ({ ...key, pool })) : []))
    .filter(key => flavors.some(flavor => isSameFlavor(flavor, key)))
  const byText = new Map([...keys, ...usable].map(key => [`${key.item} ${key.edition}`, key]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)
}

function isSameFlavor(a: FlavorKey, b: FlavorKey): boolean {
  return a.item === b.item && a.pool === b.pool && a.edition === b.edition
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}
