import type { Text } from '../../finding/finding.ts'

/** The cloud goes back to what the manifest says. */
export interface Revert {
  readonly way: 'revert'
  /** An apply does it; or what is to be typed at the cloud, as far as the command is known; or only a person's hand. */
  readonly by: 'apply' | 'command' | 'hand'
  readonly commands: readonly string[]
  readonly text: Text
}

/** Neither side is right by itself: a person has to say which. */
export interface Decide {
  readonly way: 'decide'
  readonly who: Text
  readonly commands: readonly string[]
  readonly text: Text
}

/** The way out of a drift that takes over nothing of what the cloud has. */
export type WayBack = Revert | Decide
