export type StackKind = 'platform' | 'unit' | 'system'

/** What delivery has to know of a stack. */
export interface DeliveryStack {
  /** Its folder and the key of its state. */
  readonly name: string
  readonly kind: StackKind
  readonly zone: string
  /** `<jurisdiction>/<unit>` or `<jurisdiction>/<unit>/<system>`; the platform has none. */
  readonly address?: string
  /** Names of the stacks that have to stand before this one can. */
  readonly after: readonly string[]
  /**
   * Of a system whose openings stand by inheritance: the networks that other files decide. Looked into only where rules
   * of the stack are about to change.
   */
  readonly inherits?: () => readonly string[] | undefined
}

/** The stacks named, and all that they stand on, in the order of `all`. */
export function withFoundations(
  chosen: readonly DeliveryStack[],
  all: readonly DeliveryStack[],
): readonly DeliveryStack[] {
  const wanted = new Set(chosen.flatMap(stack => [stack.name, ...stack.after]))
  return all.filter(stack => wanted.has(stack.name))
}

/**
 * The first stack of every zone, then the second of every zone, and so on: zones are clouds of their own, and two of
 * them do twice the work of one.
 */
export function interleaved(stacks: readonly DeliveryStack[]): readonly DeliveryStack[] {
  const zones = [...Map.groupBy(stacks, stack => stack.zone).values()]
  const longest = Math.max(0, ...zones.map(zone => zone.length))
  return Array.from({ length: longest }, (_, index) => zones.flatMap(zone => zone[index] ?? [])).flat()
}

/** For taking stacks away: each comes after those that stand on it. */
export function inReverse(stacks: readonly DeliveryStack[]): readonly DeliveryStack[] {
  return interleaved(stacks.toReversed()).map(stack => ({
    ...stack,
    after: stacks.filter(other => other.after.includes(stack.name)).map(other => other.name),
  }))
}
