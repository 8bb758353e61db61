// What evidence does not back of what is about to be delivered, by the contents that git knows.
import {
  type BranchContents,
  type Contents,
  type Decisions,
  type Unbacked,
  unbackedFiles,
} from '../../lib/evidence/index.ts'
import type { SourceFile } from '../../lib/read/index.ts'
import type { Checkout } from '../git/call.ts'
import { changesBetween, filesAt } from '../git/data-files.ts'
import { objectId } from '../git/objects.ts'
import type { EvidencePlace } from './decisions.ts'

/**
 * @param sources the files that are delivered
 * @throws Refusal where git lacks a commit that a record is of
 */
export function unbackedIn(
  place: EvidencePlace,
  decisions: Decisions,
  sources: readonly SourceFile[],
): readonly Unbacked[] {
  const last = decisions.stretches.at(-1)
  // Where evidence does not decide, everything is backed by what was typed.
  if (last === undefined) return []
  const now = contentsIn(
    sources.map(({ file, bytes }) => ({ file, object: objectId(bytes, last.merge.commit) })),
  )
  const checkout = { ...place, root: place.evidenceRoot ?? place.root }
  return unbackedFiles(decisions.stretches, branchOf(checkout), now)
}

export function branchOf(checkout: Checkout): BranchContents {
  return {
    at: commit => contentsIn(filesAt(checkout, commit).blobs),
    changesIn: some =>
      changesBetween(
        checkout,
        some.map(({ base, merge }) => ({ before: base.tree, after: merge.tree })),
      ),
  }
}

function contentsIn(files: readonly { readonly file: string; readonly object: string }[]): Contents {
  return new Map(files.map(({ file, object }) => [file, object]))
}
