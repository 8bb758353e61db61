// What lies where only our stacks put things, and is in the state of none.
import type { UnmanagedKind } from '../resource-types/index.ts'

/** Something that a cloud holds. */
export interface CloudObject {
  readonly kind: UnmanagedKind
  /** As terraform's state has it. */
  readonly id: string
  readonly name: string
  /** The id of what it lies in or was granted to; undefined for what lies in the cloud itself. */
  readonly owner?: string
}

/** A place of a stack in its cloud. */
export interface OwnerScope {
  readonly stack: string
  /** The id of a domain, a project or a security group; undefined for the cloud itself. */
  readonly owner?: string
  readonly kinds: ReadonlySet<UnmanagedKind>
  /** Whether the stack would give this name there; a using unit may have things of its own beside ours. */
  readonly isOurs: (name: string) => boolean
}

export interface UnmanagedObject {
  readonly stack: string
  readonly kind: UnmanagedKind
  readonly id: string
  readonly name: string
}

/**
 * Names what lies in our places and that no state knows. It is never removed for that alone: another machine's broken-off
 * run may have left it, somebody may have made it by hand, or this machine may have lost its state.
 */
export function unmanagedAmong(
  objects: readonly CloudObject[],
  scopes: readonly OwnerScope[],
  known: ReadonlySet<string>,
): readonly UnmanagedObject[] {
  const byOwner = Map.groupBy(scopes, scope => scope.owner)
  return objects
    .filter(({ id }) => !known.has(id))
    .flatMap(({ kind, id, name, owner }) => {
      const scope = byOwner.get(owner)?.find(({ kinds, isOurs }) => kinds.has(kind) && isOurs(name))
      return scope === undefined ? [] : [{ stack: scope.stack, kind, id, name }]
    })
    .toSorted((a, b) => compare(a.stack, b.stack) || compare(a.kind, b.kind) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
