// What was read of commits, for whoever reads many that follow each other.
import type { BranchContents, RecordedStretch } from '../../lib/evidence/index.ts'
import { view } from '../../lib/model/view.ts'
import { keptLooks, type Looks, plainLooks } from '../../lib/repository/index.ts'
import type { Checkout } from '../git/call.ts'
import { fileChangesIn, requiredChanges } from '../git/data-files.ts'
import type { TreePair } from '../git/tree-changes.ts'
import { type CommitSources, heldTrees } from './held-trees.ts'

export interface CommitMemory {
  /** @param name of a tree or commit */
  readonly sourcesAt: (name: string) => CommitSources
  /** Every path that a step changes, from the data's root; those outside of it begin with `/`. */
  readonly pathsIn: (step: TreePair) => readonly string[]
  readonly looks: Looks
  readonly branch: BranchContents
}

/**
 * @param steps those that a branch has made, from one tree to the next: git is asked for all of them at once
 * @throws Refusal where git lacks a part of any
 */
export function commitMemory(checkout: Checkout, steps: readonly TreePair[]): CommitMemory {
  const changes = requiredChanges(checkout, steps)
  const known = steps.map((step, index) => ({ ...step, changes: changes[index] ?? [] }))
  const byName = new Map(
    known.map(step => [nameOf(step), { ...step, files: fileChangesIn(step.changes) }] as const),
  )
  const heldAt = heldTrees(checkout, known)
  const filesOf = view(
    ({ base, merge }: RecordedStretch) => stepOf({ before: base.tree, after: merge.tree }).files,
  )
  const stepOf = (step: TreePair) => {
    const [asked = []] = byName.has(nameOf(step)) ? [] : requiredChanges(checkout, [step])
    return byName.get(nameOf(step)) ?? { changes: asked, files: fileChangesIn(asked) }
  }
  return {
    sourcesAt: name => heldAt(name).sources,
    pathsIn: step => stepOf(step).changes.map(({ path }) => path),
    looks: keptLooks(plainLooks),
    branch: {
      at: name => heldAt(name).contents,
      changesIn: stretches => stretches.map(filesOf),
    },
  }
}

function nameOf({ before, after }: TreePair): string {
  return `${before} ${after}`
}
