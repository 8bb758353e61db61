import type { Text } from '../../finding/finding.ts'
import type { Block } from '../brief.ts'
import type { SystemChange } from '../change.ts'

/** One thing that whoever decides on a system's change wants to know; without a block it is left out. */
export interface SystemSection {
  readonly id: string
  readonly name: Text
  readonly blocks: (change: SystemChange) => readonly Block[]
}
