// What whoever has to decide on a change reads: what gives pause, then part by part what it is about.
import type { Brief, ComparedStates, Part, Section } from './brief.ts'
import { type SharedChange, type SystemChange, systemOf } from './change.ts'
import { byGravity, flagsOfShared, flagsOfSystem } from './flags/index.ts'
import { systemSections } from './sections/index.ts'
import { sharedPart } from './shared-part.ts'
import { bracketed, same } from './words.ts'

export { asGranted, type Granted } from './as-granted.ts'
export type { Block, Brief, ComparedStates, Flag, Part, Section } from './brief.ts'
export type {
  KindedDifference,
  PlannedShortage,
  PoolUse,
  SharedChange,
  SystemChange,
  WantedApproval,
} from './change.ts'
export { type ChangedParts, changedSystemsOf, partsOf } from './parts.ts'
export { type ProjectName, type ReachDifference, reachInWords } from './reach.ts'

/** @param systems in order of their addresses */
export function briefOf(
  systems: readonly SystemChange[],
  shared: SharedChange,
  compared: ComparedStates,
): Brief {
  const flags = [...systems.flatMap(flagsOfSystem), ...flagsOfShared(shared)]
  return {
    compared,
    flags: byGravity(flags),
    parts: [...systems.map(systemPart), ...sharedPart(shared)],
  }
}

function systemPart(change: SystemChange): Part {
  const { address } = change
  const heading = bracketed(same(systemOf(change)?.value.metadata.name ?? address), same(address))
  const sections = systemSections
    .map(({ id, name, blocks }): Section => ({ id, name, blocks: blocks(change) }))
    .filter(({ blocks }) => blocks.length > 0)
  return { subject: address, heading, sections }
}
