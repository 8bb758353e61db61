import type { PlatformZone } from '../../generated/types/platform.ts'
import { grantsOn, resourcesOf } from '../lifecycle/index.ts'
import { Cidr } from '../model/cidr.ts'
import type { Model, System } from '../model/model.ts'
import { entryOf } from '../model/record.ts'
import { type GrantedLine, grantedLines } from './grant.ts'
import type {
  AddressPoolRecord,
  FlavorKey,
  NetworkRecord,
  PlanOfRecord,
  SystemRecord,
  UnitRecord,
  ZonePlan,
  ZoneRecord,
} from './plan-of-record.ts'
import { quotaOf } from './quota.ts'
import { rulesOf } from './rules.ts'
import { platformRecord, zoneRecord } from './zone.ts'

export { canonicalJson } from './canonical-json.ts'
export type * from './plan-of-record.ts'

/** A system that has resources on the day, with its grant in one zone. */
interface Holder {
  readonly system: System
  readonly standing: 'trial' | 'formal'
  readonly pool: string
  readonly lines: readonly GrantedLine[]
  readonly networks: readonly NetworkRecord[]
}

/**
 * Works out what should stand in every zone on the model's day. Pure, and total: what a rule would object to (an
 * unknown item, a missing network) is left out rather than guessed, always on the side of less.
 */
export function planOfRecord(model: Model): PlanOfRecord {
  const { zones } = model.catalogue.platform.value
  return {
    asOf: model.asOf,
    zones: Object.entries(zones)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, zone]) => zonePlan(model, id, zone)),
  }
}

function zonePlan(model: Model, id: string, source: PlatformZone): ZonePlan {
  const zone = zoneRecord(id, source)
  const platform = platformRecord(id, source, model.catalogue.items.values(), model.asOf)
  const holders = holdersIn(model, zone, platform.addressPools)
  const volumeTypes = platform.volumeTypes.map(type => type.name)
  return {
    zone,
    platform,
    units: unitsOf(model, zone, holders),
    systems: [...holders.values()].map(holder => systemRecord(model, zone, holder, holders, volumeTypes)),
  }
}

/** By address, in its order. */
function holdersIn(
  model: Model,
  zone: ZoneRecord,
  pools: readonly AddressPoolRecord[],
): ReadonlyMap<string, Holder> {
  const holders = new Map<string, Holder>()
  for (const [address, system] of [...model.systemByAddress].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { value: manifest } = system
    const profile = model.catalogue.jurisdictions.get(manifest.metadata.jurisdiction)?.value
    const standing = profile === undefined ? 'none' : resourcesOf(profile, manifest, model.asOf)
    const grant = grantsOn(manifest, model.asOf).get(zone.id)
    if (standing === 'none' || grant === undefined) continue
    const lines = grantedLines(grant.services, model.catalogue.items, model.asOf)
    const networks = networksOf(system, zone, pools)
    holders.set(address, { system, standing, pool: grant.pool, lines, networks })
  }
  return holders
}

function networksOf(
  { value }: System,
  zone: ZoneRecord,
  pools: readonly AddressPoolRecord[],
): readonly NetworkRecord[] {
  const network = entryOf(value.zones, zone.id)?.network
  return [network?.ipv4, network?.ipv6].flatMap(text => {
    if (text === undefined) return []
    const cidr = Cidr.of(text)
    const pool = pools.find(pool => Cidr.of(pool.cidr).contains(cidr))
    return pool === undefined
      ? []
      : [{ ipVersion: cidr.version, cidr: cidr.toString(), addressPool: pool.id }]
  })
}

function systemRecord(
  model: Model,
  zone: ZoneRecord,
  holder: Holder,
  holders: ReadonlyMap<string, Holder>,
  volumeTypes: readonly string[],
): SystemRecord {
  const { system, standing, pool, lines, networks } = holder
  const { jurisdiction, unit, id, name } = system.value.metadata
  const rules = rulesOf(system.value, {
    zone,
    own: networks,
    networksOf: (unit, peer) => holders.get(`${jurisdiction}/${unit}/${peer}`)?.networks ?? [],
    gateways: model.catalogue.platform.value.gateways ?? [],
  })
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
    flavors: flavorsOf(lines, pool),
    volumeTypes: distinct(lines.flatMap(line => (line.by === 'volume' ? [line.volumeType] : []))),
  }
}

function bandwidthOf(lines: readonly GrantedLine[]): number {
  return lines.reduce(
    (total, line) => total + (line.by === 'address' ? line.address.bandwidthKbps * line.quantity : 0),
    0,
  )
}

function flavorsOf(lines: readonly GrantedLine[], pool: string): readonly FlavorKey[] {
  const keys = lines.flatMap(line => (line.by === 'flavor' ? [{ ...line.key, pool }] : []))
  const byText = new Map(keys.map(key => [`${key.item} ${key.edition}`, key]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}

/** A unit has a domain in a zone as long as one of its systems has resources there. */
function unitsOf(
  model: Model,
  zone: ZoneRecord,
  holders: ReadonlyMap<string, Holder>,
): readonly UnitRecord[] {
  const units = new Map<string, UnitRecord>()
  for (const { system } of holders.values()) {
    const { jurisdiction, unit } = system.value.metadata
    const address = `${jurisdiction}/${unit}`
    const name = model.unitByAddress.get(address)?.value.metadata.name ?? unit
    units.set(address, { zone: zone.id, address, jurisdiction, unit, name })
  }
  return [...units.values()]
}
