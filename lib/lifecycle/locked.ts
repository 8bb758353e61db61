import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { entryOf } from '../model/entry.ts'
import { isKept } from './lifecycle-graph.ts'
import { eventsFrom, type Position, positionAfter, startOf } from './replay.ts'

/** Events that are not allowed any more, from the start or once something has happened. */
export interface Barred {
  readonly events: ReadonlySet<string>
  /** What has to happen before they are; undefined where they never were allowed. */
  readonly after: string | undefined
}

interface Node {
  readonly position: Position
  readonly hasHappened: boolean
}

/** A procedure within a procedure within a procedure: what is deeper opens no way that these have not. */
const deepest = 3

/**
 * A state from which, with some events barred, no way leads any more to one in which no grant is kept, while there is one
 * without the bar; undefined where there is none. Of several, that which fewest events lead to.
 */
export function lockedState(profile: JurisdictionProfile, { events, after }: Barred): string | undefined {
  const next = ({ position, hasHappened }: Node, isBarred: (event: string) => boolean): readonly Node[] =>
    eventsFrom(profile, position).flatMap(event => {
      const definition = entryOf(profile.lifecycle.events, event)
      const to = definition && positionAfter(profile, definition, position)
      if (to === undefined || to.below.length > deepest || isBarred(event)) return []
      return [{ position: to, hasHappened: hasHappened || event === after }]
    })
  const barring =
    ({ hasHappened }: Node) =>
    (event: string): boolean =>
      hasHappened && events.has(event)
  const start: Node = { position: startOf(profile), hasHappened: after === undefined }
  const withBar = reached([start], node => next(node, barring(node)))
  const ends = (nodes: Iterable<Node>) => [...nodes].some(({ position }) => !isKept(profile, position.state))
  return withBar.find(
    node =>
      !ends(reached([node], one => next(one, barring(one)))) &&
      ends(reached([node], one => next(one, () => false))),
  )?.position.state
}

function reached(starts: readonly Node[], next: (node: Node) => readonly Node[]): readonly Node[] {
  const nodes = new Map(starts.map(node => [keyOf(node), node]))
  for (const node of nodes.values())
    for (const one of next(node)) if (!nodes.has(keyOf(one))) nodes.set(keyOf(one), one)
  return [...nodes.values()]
}

function keyOf({ position: { state, below }, hasHappened }: Node): string {
  return [...below, state, hasHappened].join(' ')
}
