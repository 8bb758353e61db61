import type { Condition, Openings, Places } from '../../generated/types/condition.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import type { UnitManifest } from '../../generated/types/unit.ts'
import { useOf } from '../model/use.ts'
import type { Opening } from '../network/exposure.ts'
import { peerOf } from '../network/peer.ts'
import { hasPorts } from '../network/protocol.ts'
import { sharesPort } from '../network/traffic.ts'
import { comparesAll } from './facts.ts'

export type Flag = NonNullable<Condition['flags']>[number]
export type ChangeKind = NonNullable<Condition['changes']>[number]

/** A pool of a zone in which resources stand. */
interface Place {
  readonly zone: string
  readonly pool: string
  readonly dedicated: boolean
}

/** What conditions are asked about: one event in the life of one system, or of a change to the platform. */
export interface Case {
  /** Absent for a change to the platform: what is asked of a system never holds of it. */
  readonly system: SystemManifest | undefined
  /** Absent when the unit's own file is missing, which is a finding of its own. */
  readonly unit: UnitManifest | undefined
  /** Whether what the system asks for lies in a dedicated pool. */
  readonly usesDedicatedPool: boolean
  /** Whether any of it lies in a pool that is shared; both may hold. */
  readonly usesSharedPool: boolean
  /** The events that came before, and the signals of utilisation that hold. */
  readonly happened: readonly string[]
  /** What the event itself is marked as. */
  readonly flags: readonly Flag[]
  /** How the grant differs from the one before. */
  readonly changes: readonly ChangeKind[]
  /** Where what is granted, or else asked for, stands. */
  readonly places: () => readonly Place[]
  /** The tier of size that what is granted, or else asked for, comes into; undefined below all of them. */
  readonly size: () => string | undefined
  /** What the grant opens that was not open before. */
  readonly opens: () => readonly Opening[]
}

type Members = {
  readonly [K in keyof Required<Condition>]: (want: NonNullable<Condition[K]>, of: Case) => boolean
}

const members: Members = {
  origin: (want, { system }) => system !== undefined && want.includes(system.origin),
  mlpsAtLeast: (want, { system }) => system !== undefined && system.mlps.level >= want,
  uses: (want, { system }) => system !== undefined && want.includes(useOf(system)),
  important: (want, { system }) => system !== undefined && (system.important ?? false) === want,
  load: (want, { system }) => system !== undefined && want.includes(system.load?.pattern ?? 'steady'),
  pool: (want, { system, usesDedicatedPool, usesSharedPool }) =>
    system !== undefined &&
    (want === 'shared' || usesDedicatedPool) &&
    (want === 'dedicated' || usesSharedPool),
  domesticAdapted: (want, { system }) => system !== undefined && system.domestic.adapted === want,
  icpRequired: (want, { system }) => system !== undefined && (system.icp?.required ?? false) === want,
  categories: (want, { unit }) => unit !== undefined && want.includes(unit.category),
  flags: (want, { flags }) => want.some(flag => flags.includes(flag)),
  changes: (want, { changes }) => want.some(change => changes.includes(change)),
  opens: (want, { opens }) => opens().some(line => isOpening(want, line)),
  purposes: (want, { system }) => system !== undefined && want.includes(system.purpose),
  zones: (want, { places }) => places().some(({ zone }) => want.includes(zone)),
  pools: (want, { places }) => places().some(({ pool }) => want.includes(pool)),
  places: (want, { places }) => places().some(place => isPlace(want, place)),
  sizes: (want, { size }) => want.some(tier => tier === size()),
  facts: (want, { system, unit }) => comparesAll(want, { ...unit?.facts, ...system?.facts }),
  after: (want, { happened }) => want.some(event => happened.includes(event)),
  not: (want, of) => !holds(want, of),
}

/** Whether every member of a condition holds; no condition holds always. */
export function holds(condition: Condition | undefined, of: Case): boolean {
  if (condition === undefined) return true
  const member = <K extends keyof Members>(name: K): boolean => {
    const want: Condition[K] = condition[name]
    return want === undefined || members[name](want, of)
  }
  return conditionMembers.every(member)
}

function isPlace({ zones, pools, dedicated }: Places, place: Place): boolean {
  return (
    (zones?.includes(place.zone) ?? true) &&
    (pools?.includes(place.pool) ?? true) &&
    (dedicated === undefined || place.dedicated === dedicated)
  )
}

/** Of an exchange the other end is the gateway, which is none of the peers that a profile names. */
function isOpening({ directions, peers, protocols, ports }: Openings, line: Opening): boolean {
  const { kind } = peerOf(line.peerText)
  return (
    (directions?.includes(line.direction) ?? true) &&
    (peers === undefined || (line.direction !== 'exchange' && peers.includes(kind))) &&
    (protocols?.includes(line.protocol) ?? true) &&
    (ports === undefined || (hasPorts(line.protocol) && sharesPort(line, { ports })))
  )
}

/** What conditions may ask, in the order in which they are said. */
export const conditionMembers: readonly (keyof Members)[] = [
  'origin',
  'mlpsAtLeast',
  'uses',
  'important',
  'load',
  'pool',
  'domesticAdapted',
  'icpRequired',
  'categories',
  'flags',
  'changes',
  'opens',
  'purposes',
  'zones',
  'pools',
  'places',
  'sizes',
  'facts',
  'after',
  'not',
]
