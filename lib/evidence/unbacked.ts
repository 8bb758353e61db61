import type { RecordMark } from '../read/document.ts'
import type { Pinpoint } from './record.ts'

/** A stretch of the target branch that a record is of. */
export interface RecordedStretch {
  readonly record: RecordMark
  /** Whether what it brought is approved, by then or by a later change that ratifies it. */
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
  /** The content that was approved last; undefined where there was no such file. */
  readonly backed: string | undefined
  /** The commit that has it as it was approved last; undefined where no record is of any. */
  readonly since: string | undefined
}

/** What became of a file, by names of its content; undefined where there is none. */
export interface FileChange {
  readonly file: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** The target branch as it was, for whoever asks. */
export interface BranchContents {
  readonly at: (commit: string) => Contents
  /** What each of some stretches did, in their order. */
  readonly changesIn: (stretches: readonly RecordedStretch[]) => readonly (readonly FileChange[])[]
}

/**
 * What evidence does not back of a repository: what has changed since the last record, and what came to the branch past
 * the policy and still is. A file that is as it was before that is backed again, and so is what is approved from then on.
 *
 * @param stretches in the order of their numbers
 */
export function unbackedFiles(
  stretches: readonly RecordedStretch[],
  branch: BranchContents,
  now: Contents,
): readonly Unbacked[] {
  const last = stretches.at(-1)
  const recorded: Contents = last === undefined ? new Map() : branch.at(last.merge.commit)
  const past = comePastFiles(stretches, branch, now)
  const since = differing(recorded, now)
  const known = last?.merge.commit
  return [
    ...past,
    ...since.map(file => ({ file, record: undefined, backed: recorded.get(file), since: known })),
  ]
}

/** Of that what came to the branch past the policy and still is. */
export function comePastFiles(
  stretches: readonly RecordedStretch[],
  branch: Pick<BranchContents, 'changesIn'>,
  now: Contents,
): readonly ComePastFile[] {
  return [...comePast(stretches, branch)].flatMap(([file, past]) =>
    now.get(file) === past.backed ? [] : [{ file, ...past }],
  )
}

/** A file that came past the policy, with the first record of it. */
export type ComePastFile = Unbacked & { readonly record: RecordMark }

interface ComePast {
  readonly record: RecordMark
  /** What the file was when it was last approved. */
  readonly backed: string | undefined
  /** The commit before the record. */
  readonly since: string
}

/** The files that came past the policy and have not been put back since, whoever did that, each with the first record of it. */
function comePast(
  stretches: readonly RecordedStretch[],
  branch: Pick<BranchContents, 'changesIn'>,
): ReadonlyMap<string, ComePast> {
  const files = new Map<string, ComePast>()
  const begin = stretches.findIndex(({ isApproved }) => !isApproved)
  if (begin < 0) return files
  const since = stretches.slice(begin)
  const changes = branch.changesIn(since)
  for (const [index, { record, isApproved, base }] of since.entries())
    for (const { file, before, after } of changes[index] ?? []) {
      const past = files.get(file)
      if (past === undefined && !isApproved) files.set(file, { record, backed: before, since: base.commit })
      else if (past !== undefined && past.backed === after) files.delete(file)
    }
  return files
}

function differing(before: Contents, after: Contents): readonly string[] {
  const files = new Set([...before.keys(), ...after.keys()])
  return [...files].filter(file => before.get(file) !== after.get(file)).sort()
}
