import { selectStacks } from '../../lib/deliver/selector.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { StackJob } from '../../stacks/job.ts'
import { stackName } from '../../stacks/names.ts'

/** A stack that the repository asks for. */
export function stackOfJob(job: StackJob): DeliveryStack {
  const { name, kind, zone, address, after } = job
  return { name, kind, zone: zone.id, ...(address === undefined ? {} : { address }), after }
}

/** A stack of which only the state is left: its name says what it was. Undefined for a name that is none of ours. */
export function stackOfName(name: string): DeliveryStack | undefined {
  const [kind, zone, jurisdiction, unit, system, ...rest] = name.split('_')
  if (zone === undefined || zone === '' || rest.length > 0) return undefined
  if (kind === 'platform' && jurisdiction === undefined) return { name, kind, zone, after: [] }
  if (jurisdiction === undefined || unit === undefined) return undefined
  if (kind === 'unit' && system === undefined)
    return { name, kind, zone, address: `${jurisdiction}/${unit}`, after: [] }
  if (kind !== 'system' || system === undefined) return undefined
  const after = [stackName.platform(zone), stackName.unit(zone, jurisdiction, unit)]
  return { name, kind, zone, address: `${jurisdiction}/${unit}/${system}`, after }
}

/** The stacks that the selectors name. Throws a `Refusal` for one that names none. */
export function selected(
  stacks: readonly DeliveryStack[],
  selectors: readonly string[],
): readonly DeliveryStack[] {
  const selection = selectStacks(stacks, selectors)
  const [problem] = selection.problems
  if (problem === undefined) return selection.stacks
  throw new Refusal(problem, 'usage')
}
