// Where nobody has granted what is open, the repository alone cannot say what was open before: the cloud does.
import { readFileSync } from 'node:fs'
import type { Change } from '../../../lib/deliver/resource-changes.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import type { StateResource } from '../../../lib/deliver/state.ts'
import type { CloudThing } from '../../../lib/deliver/thing.ts'
import { widenedRules, writtenRules } from '../../../lib/deliver/widened-rules.ts'
import { type StackFiles, writeAtomically } from '../../workspace/delivery-files.ts'

interface Planned {
  readonly configuration: unknown
  readonly resources: readonly StateResource[]
  readonly changes: readonly Change[]
}

/** Rules by which a system whose openings stand by inheritance would be open further than it stands. */
export function widerThanStood(
  { inherits }: DeliveryStack,
  files: StackFiles,
  { configuration, resources, changes }: Planned,
): readonly CloudThing[] {
  if (inherits === undefined || widenedRules(resources, configuration, changes, []).length === 0) return []
  // An apply that was broken off goes on with the rules that it was begun with.
  if (textOf(files.openings) === writtenRules(configuration)) return []
  const decidedElsewhere = inherits()
  if (decidedElsewhere === undefined) return []
  return widenedRules(resources, configuration, changes, decidedElsewhere)
}

/** From here on these rules may stand, in part or as a whole. */
export function noteOpenings(files: StackFiles, configuration: unknown): void {
  writeAtomically(files.openings, writtenRules(configuration))
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
