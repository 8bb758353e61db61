import type { ChangeFacts } from '../forge/facts.ts'
import type { ReviewStatement } from './statement.ts'

/** By what a change is known, to whoever looks for statements about it. */
export interface AboutChange {
  readonly facts: ChangeFacts
  /** The forge's address. */
  readonly forge: string
  /** The tree that the change makes of its base. */
  readonly tree: string
}

/**
 * Whether a statement is about a change, for or against it and whether or not it counts: it names its number, or a commit
 * that was pushed to it, or exactly what it makes. Others lie beside it, and are nothing to it.
 */
export function isAbout(
  { forge, repository, change, head, tree }: ReviewStatement,
  about: AboutChange,
): boolean {
  const { facts } = about
  const isNumber = forge === about.forge && repository === facts.repository && change === facts.number
  return (
    isNumber || tree === about.tree || head === facts.head || facts.pushes.some(push => push.head === head)
  )
}
