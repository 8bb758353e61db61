import type { PlatformZone } from '../../generated/types/platform.ts'
import {
  exposureBasisOf,
  type GrantEnd,
  type PastGrants,
  pastGrantsOf,
  type Standing,
  standingsOf,
} from '../entitlement/index.ts'
import { unitAddressOf } from '../model/address.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import type { DesiredPlatform, DesiredSystem, DesiredUnit, DesiredZone } from './desired-state.ts'
import { systemRecord } from './system.ts'
import { platformRecord, zoneRecord } from './zone.ts'

/** The desired state before its systems are looked into: who stands where. */
export interface Outline {
  /** The day, `YYYY-MM-DD`. */
  readonly asOf: string
  /** In order of their ids. */
  readonly zones: readonly ZoneOutline[]
}

export interface ZoneOutline {
  readonly zone: DesiredZone
  readonly platform: DesiredPlatform
  /** Units with at least one system in this zone, in order of their addresses. */
  readonly units: readonly DesiredUnit[]
  /** Systems with resources in this zone, in order of their addresses. */
  readonly systems: readonly SystemOutline[]
  /** Systems that were granted something in this zone and have nothing there on the day, in order of their addresses. */
  readonly past: readonly PastSystem[]
}

export interface PastSystem {
  /** `<jurisdiction>/<unit>/<system>` */
  readonly address: string
  /** Undefined where its grant holds all the same. */
  readonly end: GrantEnd | undefined
}

export interface SystemOutline {
  /** `<jurisdiction>/<unit>/<system>` */
  readonly address: string
  /** Worked out each time, so that ten thousand of them need not be in memory together. */
  readonly record: () => DesiredSystem
  /** Whether its openings stand by inheritance. Worked out each time too. */
  readonly inherits: () => boolean
}

/** Where a system has resources on the day, and where it had been granted some. */
export interface Holdings {
  readonly standings: Readonly<Record<string, Standing>>
  readonly pastGrants: PastGrants
}

/**
 * Works out who has resources in every zone on the model's day. Pure, and total: what a rule would object to (an unknown
 * item, a missing network) is left out rather than guessed, always on the side of less.
 * @param holdingsOf a system by zone, where they are known without looking into it
 */
export function outlineOf(
  model: Model,
  holdingsOf: (system: System) => Holdings = system => ({
    standings: standingsOf(model, system),
    get pastGrants() {
      return pastGrantsOf(model, system)
    },
  }),
): Outline {
  const systems = [...model.systemByAddress].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, system]) => system)
  return {
    asOf: model.asOf,
    zones: Object.entries(model.catalogue.platform.value.zones)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, zone]) => zoneOutline(model, id, zone, systems, holdingsOf)),
  }
}

function zoneOutline(
  model: Model,
  id: string,
  source: PlatformZone,
  all: readonly System[],
  holdingsOf: (system: System) => Holdings,
): ZoneOutline {
  const zone = zoneRecord(id, source, model.catalogue.platform.value)
  const platform = platformRecord(id, source, model.catalogue.items.values(), model.asOf)
  const standingOf = (system: System) => entryOf(holdingsOf(system).standings, id)
  const holder = (address: string): System | undefined => {
    const system = model.systemByAddress.get(address)
    return system === undefined || standingOf(system) === undefined ? undefined : system
  }
  const systems = all.flatMap(system => {
    const standing = standingOf(system)
    if (standing === undefined) return []
    const record = () => systemRecord(model, system, standing, { zone, platform, holder })
    const inherits = () => exposureBasisOf(model, system.value, model.asOf).kind === 'inherited'
    return [{ address: system.address, system, record, inherits }]
  })
  const past = all.flatMap(system => {
    const end = entryOf(holdingsOf(system).pastGrants, id)
    return end === undefined ? [] : [{ address: system.address, end: end ?? undefined }]
  })
  return { zone, platform, units: unitsOf(model, zone, systems), systems, past }
}

/** A unit has a domain in a zone as long as one of its systems has resources there. */
function unitsOf(
  model: Model,
  zone: DesiredZone,
  holders: readonly { readonly system: System }[],
): readonly DesiredUnit[] {
  const addresses = new Set(holders.map(({ system }) => unitAddressOf(system)))
  return [...addresses].map(address => {
    const [jurisdiction = '', unit = ''] = address.split('/')
    const name = model.unitByAddress.get(address)?.value.metadata.name ?? unit
    return { zone: zone.id, address, jurisdiction, unit, name }
  })
}
