import type { Asked, PartVerdict } from '../approval/index.ts'
import { addedEvents, headSystems, judgingProfile } from '../change/changed.ts'
import { differencesBetween, type Sides } from '../difference/index.ts'
import { onlyIn } from '../difference/pairs.ts'
import type { Finding, Said } from '../finding/finding.ts'
import { kindOf } from '../read/index.ts'
import type { Granted } from './as-granted.ts'
import type {
  KindedDifference,
  PlannedShortage,
  PoolUses,
  SharedChange,
  SystemChange,
  WantedApproval,
} from './change.ts'
import type { ReachDifference } from './reach.ts'

/** All that is known of a change before it is cut into parts. */
export interface ChangedParts extends Sides {
  readonly granted: Granted
  readonly asks: readonly Asked[]
  /** What reviews have come to, where any have been looked at. */
  readonly verdicts: readonly PartVerdict[] | undefined
  readonly findings: readonly Finding[]
  readonly objections: readonly Said[]
  /** Every path that differs. */
  readonly files: readonly string[]
  readonly reach: readonly ReachDifference[]
  readonly shortages: readonly PlannedShortage[]
  readonly pools: PoolUses
}

/** The addresses of the systems whose manifests a change makes, rewrites or removes, in order. */
export function changedSystemsOf({ before, after }: Sides): readonly string[] {
  const made = [...headSystems(before, after)].map(({ system }) => system.address)
  const gone = onlyIn(before.systemByAddress, after.systemByAddress).map(([address]) => address)
  return [...new Set([...made, ...gone])].sort()
}

/** A change cut into what is about each system, and what is about more than one. */
export function partsOf(changed: ChangedParts): {
  readonly systems: readonly SystemChange[]
  readonly shared: SharedChange
} {
  const { before, after, findings } = changed
  const addresses = changedSystemsOf(changed)
  const own = new Set(addresses)
  const differences = differencesBetween(changed).flatMap(({ kind, differences: some }) =>
    some.map((one): KindedDifference => ({ ...one, kind })),
  )
  const approvals = wantedIn(changed)
  const files = new Set(addresses.flatMap(address => fileOf(changed, address) ?? []))
  const isSystem = ({ subject }: KindedDifference) =>
    after.systemByAddress.has(subject) || before.systemByAddress.has(subject)
  return {
    systems: addresses.map(address => systemChange(changed, address, { differences, approvals })),
    shared: {
      before,
      after,
      // What is ratified may be of a system that the change itself leaves alone.
      approvals: approvals.filter(({ asked }) => !files.has(asked.file)),
      differences: differences.filter(one => !isSystem(one)),
      effects: differences.filter(one => isSystem(one) && !own.has(one.subject)),
      findings: findings.filter(({ file }) => !files.has(file)),
      objections: changed.objections,
      files: changed.files.filter(file => kindOf(file) === undefined),
    },
  }
}

function fileOf({ before, after }: Sides, address: string): string | undefined {
  return (after.systemByAddress.get(address) ?? before.systemByAddress.get(address))?.document.file
}

interface Sorted {
  readonly differences: readonly KindedDifference[]
  readonly approvals: readonly WantedApproval[]
}

function systemChange(
  { before, after, granted, findings, reach, shortages, pools }: ChangedParts,
  address: string,
  { differences, approvals }: Sorted,
): SystemChange {
  const [had, has] = [before.systemByAddress.get(address), after.systemByAddress.get(address)]
  const system = has ?? had
  return {
    address,
    before,
    after,
    planned: granted.model,
    had,
    has,
    profile: system && judgingProfile(before, after, system),
    appended: has === undefined ? [] : [...addedEvents(had, has)].map(([index]) => index),
    // Of a manifest that is removed, the file is all that is left.
    approvals: approvals.filter(
      ({ asked }) => (asked.system ?? address) === address && asked.file === system?.document.file,
    ),
    reach: reach.filter(one => one.address === address),
    differences: differences.filter(({ subject }) => subject === address),
    findings: findings.filter(({ file }) => file === system?.document.file),
    shortages: shortages.filter(one => one.address === address),
    pools,
  }
}

function wantedIn({ asks, verdicts }: ChangedParts): readonly WantedApproval[] {
  if (verdicts === undefined) return asks.map(asked => ({ asked, verdict: undefined }))
  return verdicts
}
