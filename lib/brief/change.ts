import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Asked, Verdict } from '../approval/index.ts'
import type { Difference, DifferenceKind } from '../difference/index.ts'
import type { Finding, Said, Text } from '../finding/finding.ts'
import type { Model, System } from '../model/model.ts'
import type { ReachDifference } from './reach.ts'

/** What of a change is about one system, and all that its sections are made from. */
export interface SystemChange {
  readonly address: string
  /** The target branch, what the change makes of it, and the same with what is asked for as if it were granted. */
  readonly before: Model
  readonly after: Model
  readonly planned: Model
  readonly had: System | undefined
  readonly has: System | undefined
  /** By which it is judged. */
  readonly profile: JurisdictionProfile | undefined
  /** Indexes of the events that the change appends. */
  readonly appended: readonly number[]
  readonly approvals: readonly WantedApproval[]
  readonly reach: readonly ReachDifference[]
  readonly differences: readonly KindedDifference[]
  readonly findings: readonly Finding[]
  readonly shortages: readonly PlannedShortage[]
  readonly pools: PoolUses
}

/** What all systems together take of the pools, before the change and once all is granted. */
export interface PoolUses {
  readonly before: readonly PoolUse[]
  readonly planned: readonly PoolUse[]
}

/** So much of one measure in a pool; `available` is the capacity less the zone's reserve. */
export interface PoolUse {
  readonly zone: string
  readonly pool: string
  readonly measure: Text
  readonly granted: number
  readonly available: number
}

/** A pool that would have granted more than it may, were a system granted what it asks for. */
export interface PlannedShortage {
  /** Of the system. */
  readonly address: string
  readonly zone: string
  readonly pool: string
  readonly measure: Text
  /** The first day of it. */
  readonly day: string
  readonly used: number
  readonly available: number
  readonly code: string
  readonly article: string | undefined
}

/** What is neither of one system nor of its history: the catalogue, regulations, units, people. */
export interface SharedChange {
  readonly before: Model
  readonly after: Model
  readonly approvals: readonly WantedApproval[]
  /** Of the shared parts themselves. */
  readonly differences: readonly KindedDifference[]
  /** Of systems whose manifests are the same. */
  readonly effects: readonly KindedDifference[]
  readonly findings: readonly Finding[]
  /** Paths that differ and are no data: nothing else in the brief tells of them. */
  readonly files: readonly string[]
  /** What stands in the way of any decision, and is in no file. */
  readonly objections: readonly Said[]
}

export interface KindedDifference extends Difference {
  readonly kind: DifferenceKind
}

export interface WantedApproval {
  readonly asked: Asked
  /** Undefined where no reviews have been looked at. */
  readonly verdict: Verdict | undefined
}

/** The system as the change leaves it, or as it was where it is gone. */
export function systemOf({ has, had }: SystemChange): System | undefined {
  return has ?? had
}

/** The same once all is granted that it asks for; undefined where it is gone. */
export function plannedSystem({ planned, address }: SystemChange): System | undefined {
  return planned.systemByAddress.get(address)
}
