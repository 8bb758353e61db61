import type { RecordMark } from '../read/document.ts'
import type { Pinpoint } from './record.ts'

/** A stretch of the target branch that a record is of. */
export interface RecordedStretch {
  readonly record: RecordMark
  readonly isApproved: boolean
  readonly base: Pinpoint
  readonly merge: Pinpoint
}

/** The files of a repository by path, each with a name of its content. */
export type Contents = ReadonlyMap<string, string>

/** A file of which no approval is known as it is. */
export interface Unbacked {
  readonly file: string
  /** The record that says so; undefined of what no record holds yet. */
  readonly record: RecordMark | undefined
}

/**
 * What evidence does not back of a repository: what has changed since the last record, and what came to the branch past
 * the policy and still is. A file that is as it was before that is backed again.
 *
 * @param stretches in the order of their numbers
 */
export function unbackedFiles(
  stretches: readonly RecordedStretch[],
  contentsAt: (commit: string) => Contents,
  now: Contents,
): readonly Unbacked[] {
  const last = stretches.at(-1)
  const unrecorded = last === undefined ? [...now.keys()] : differing(contentsAt(last.merge.commit), now)
  const past = stretches.flatMap(({ record, isApproved, base, merge }) => {
    if (isApproved) return []
    const [before, after] = [contentsAt(base.commit), contentsAt(merge.commit)]
    return differing(before, after)
      .filter(file => now.get(file) !== before.get(file))
      .map(file => ({ file, record }))
  })
  return [...past, ...unrecorded.map(file => ({ file, record: undefined }))]
}

function differing(before: Contents, after: Contents): readonly string[] {
  const files = new Set([...before.keys(), ...after.keys()])
  return [...files].filter(file => before.get(file) !== after.get(file)).sort()
}
