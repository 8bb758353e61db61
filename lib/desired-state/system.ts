import { exposureBasisOf, grantsOn } from '../entitlement/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import { sharedPool } from '../model/pool.ts'
import { Cidr } from '../network/cidr.ts'
import { families } from '../network/family.ts'
import type {
  DesiredAddressPool,
  DesiredNetwork,
  DesiredPlatform,
  DesiredSystem,
  DesiredZone,
  FlavorKey,
} from './desired-state.ts'
import { bandwidthOf, type GrantedLine, grantedLines } from './grant.ts'
import { quotaOf } from './quota.ts'
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
  const networksOf = (one: System) => networksIn(one, zone, platform.addressPools)
  const networks = networksOf(system)
  const basis = exposureBasisOf(model, system.value, model.asOf)
  const isAsAsked = basis.kind === 'inherited' && basis.record === undefined
  const rules = rulesOf(system.value, {
    zone,
    own: networks,
    networksOf: (unit, peer) => {
      const other = holder(`${jurisdiction}/${unit}/${peer}`)
      return other === undefined ? [] : networksOf(other)
    },
    gateways: model.catalogue.platform.value.gateways ?? [],
    day: model.asOf,
    allowed: isAsAsked ? undefined : basis.openings,
  })
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
    quota: quotaOf(lines, { subnets: networks.length, rules: rules.length, apis: zone.apis, volumeTypes }),
    networks,
    rules,
    ...(bandwidthKbps === 0 ? {} : { uplink: { bandwidthKbps } }),
    flavors: flavorsOf(lines, pool, platform),
    volumeTypes: distinct(lines.flatMap(line => (line.by === 'volume' ? [line.volumeType] : []))),
  }
}

function networksIn(
  { value }: System,
  zone: DesiredZone,
  pools: readonly DesiredAddressPool[],
): readonly DesiredNetwork[] {
  const network = entryOf(value.zones, zone.id)?.network
  return families.flatMap(([family]) => {
    const text = network?.[family]
    if (text === undefined) return []
    const cidr = Cidr.of(text)
    const pool = pools.find(pool => Cidr.of(pool.cidr).contains(cidr))
    return pool === undefined
      ? []
      : [{ ipVersion: cidr.version, cidr: cidr.toString(), addressPool: pool.id }]
  })
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
