import type { Condition } from '../../generated/types/condition.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import type { UnitManifest } from '../../generated/types/unit.ts'

export type Flag = NonNullable<Condition['flags']>[number]
export type ChangeKind = NonNullable<Condition['changes']>[number]

/** What conditions are asked about: one event in the life of one system. */
export interface Case {
  readonly system: SystemManifest
  /** Absent when the unit's own file is missing, which is a finding of its own. */
  readonly unit: UnitManifest | undefined
  /** Ids of the pools that are dedicated, over all zones. */
  readonly dedicatedPools: ReadonlySet<string>
  /** What the event itself is marked as. */
  readonly flags: readonly Flag[]
  /** How the grant differs from the one before. */
  readonly changes: readonly ChangeKind[]
}

type Members = {
  readonly [K in keyof Required<Condition>]: (want: NonNullable<Condition[K]>, of: Case) => boolean
}

const members: Members = {
  origin: (want, { system }) => want.includes(system.origin),
  mlpsAtLeast: (want, { system }) => system.mlps.level >= want,
  important: (want, { system }) => (system.important ?? false) === want,
  load: (want, { system }) => want.includes(system.load?.pattern ?? 'steady'),
  pool: (want, of) => (want === 'dedicated') === usesDedicatedPool(of),
  domesticAdapted: (want, { system }) => system.domestic.adapted === want,
  icpRequired: (want, { system }) => (system.icp?.required ?? false) === want,
  categories: (want, { unit }) => unit !== undefined && want.includes(unit.category),
  flags: (want, { flags }) => want.some(flag => flags.includes(flag)),
  changes: (want, { changes }) => want.some(change => changes.includes(change)),
  not: (want, of) => !holds(want, of),
}

/** Whether every member of a condition holds; no condition holds always. */
export function holds(condition: Condition | undefined, of: Case): boolean {
  if (condition === undefined) return true
  const member = <K extends keyof Members>(name: K): boolean => {
    const want: Condition[K] = condition[name]
    return want === undefined || members[name](want, of)
  }
  return memberNames.every(member)
}

const memberNames: readonly (keyof Members)[] = [
  'origin',
  'mlpsAtLeast',
  'important',
  'load',
  'pool',
  'domesticAdapted',
  'icpRequired',
  'categories',
  'flags',
  'changes',
  'not',
]

function usesDedicatedPool({ system, dedicatedPools }: Case): boolean {
  return Object.values(system.zones).some(zone => dedicatedPools.has(zone.pool ?? 'shared'))
}
