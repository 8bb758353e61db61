import type { Flag } from '../brief.ts'
import type { SystemChange } from '../change.ts'

export type FoundFlag = Omit<Flag, 'subject' | 'name'>

/** A reason to look twice at a system's change. */
export interface FlagKind {
  readonly id: string
  readonly find: (change: SystemChange) => Iterable<FoundFlag>
}
