// Stacks of systems whose manifests are gone, and nobody is known to have approved that.
import { selectStacks } from '../../lib/deliver/selector.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Outline } from '../../lib/desired-state/index.ts'
import type { Unbacked } from '../../lib/evidence/index.ts'
import { stackName } from '../../stacks/names.ts'
import { systemsOf } from './named-systems.ts'
import { stackOfName } from './stacks.ts'

/**
 * One for each zone: where a system stood only its manifest said.
 *
 * @param present the files that are there
 */
export function vanishedStacks(
  { zones }: Outline,
  unbacked: readonly Unbacked[],
  present: ReadonlySet<string>,
): readonly DeliveryStack[] {
  const gone = unbacked.map(({ file }) => file).filter(file => !present.has(file))
  return systemsOf([...new Set(gone)]).flatMap(({ jurisdiction, unit, system }) =>
    zones.flatMap(({ zone }) => stackOfName(stackName.system(zone.id, jurisdiction, unit, system)) ?? []),
  )
}

/** Those that a run is about which is asked for by some selectors; all without any. */
export function vanishedAmong(
  vanished: readonly DeliveryStack[],
  selectors: readonly string[],
): readonly DeliveryStack[] {
  // Each by itself: one that names none of these names others.
  return selectors.length === 0
    ? vanished
    : selectors.flatMap(selector => selectStacks(vanished, [selector]).stacks)
}
