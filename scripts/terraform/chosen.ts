import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Delivery } from './delivery.ts'
import type { EndedStack } from './ended-stacks.ts'
import { selected } from './stacks.ts'

export interface Chosen {
  /** Those that the repository asks for. */
  readonly chosen: readonly DeliveryStack[]
  /** Those that have come to their end. */
  readonly ended: readonly EndedStack[]
}

/** The stacks that the selectors name of all that a repository speaks of. Throws a `Refusal` for one that names none. */
export function chosenOf(
  { stacks, ended }: Pick<Delivery, 'stacks' | 'ended'>,
  selectors: readonly string[],
): Chosen {
  const named = new Set(selected([...stacks, ...ended], selectors))
  return { chosen: stacks.filter(stack => named.has(stack)), ended: ended.filter(stack => named.has(stack)) }
}
