import { thingOf } from '../deliver/thing.ts'
import { breachedIn } from './breached.ts'
import { changedIn } from './changed.ts'
import type { Drift } from './drift.ts'
import type { DriftKind } from './drift-kind.ts'
import { driftKinds } from './kinds/index.ts'
import type { Looked } from './looked.ts'
import { recordIndexOf } from './record-index.ts'

/** All drift, each thing once: first what opens something, then by class, as it was found. */
export function driftIn(looked: Looked): readonly Drift[] {
  const openings = driftKinds.flatMap(kind => [...openedIn(looked, kind)])
  const others = driftKinds.flatMap(kind => [...driftedIn(looked, kind)])
  return onceEach([...openings, ...others], looked)
}

function* openedIn(looked: Looked, kind: DriftKind): Generator<Drift> {
  for (const belief of kind.openings) yield* breachedIn(looked, belief, { class: kind.class, opens: true })
}

function* driftedIn(looked: Looked, kind: DriftKind): Generator<Drift> {
  for (const belief of kind.breaches) yield* breachedIn(looked, belief, { class: kind.class, opens: false })
  yield* changedIn(looked, kind)
  yield* kind.beside?.(looked, kind.definition) ?? []
}

/**
 * What was found in several ways is told in the way that comes first: a foreign rule is an opening before it is something
 * that no state has. Several openings of one object stay: each is mended by itself.
 */
function onceEach(drifts: readonly Drift[], looked: Looked): readonly Drift[] {
  const told = new Set<string>()
  return drifts.filter(drift => {
    const id = objectOf(drift, looked)
    if (id === undefined || drift.opens) {
      if (id !== undefined) told.add(id)
      return true
    }
    const isNew = !told.has(id)
    told.add(id)
    return isNew
  })
}

/** Kind and id of what has drifted; undefined for a stack as a whole. */
function objectOf({ finding }: Drift, looked: Looked): string | undefined {
  if ('cloud' in finding) return finding.object && `${finding.object.kind} ${finding.object.id}`
  const { stack, address = '' } = finding
  const resource = recordIndexOf(looked).resourceAt(stack, address)
  if (resource === undefined) return undefined
  const { kind, id } = thingOf(resource)
  return `${kind} ${id}`
}
