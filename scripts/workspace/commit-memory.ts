// What was read of commits, for whoever reads many that follow each other.
import type { BranchContents, RecordedStretch } from '../../lib/evidence/index.ts'
import { lazily } from '../../lib/model/lazily.ts'
import { view } from '../../lib/model/view.ts'
import { keptLooks, type Looks, plainLooks } from '../../lib/repository/index.ts'
import type { Checkout } from '../git/call.ts'
import { fileChangesIn, requiredChanges } from '../git/data-files.ts'
import type { TreePair } from '../git/tree-changes.ts'
import { type CommitSources, heldTrees, type Step } from './held-trees.ts'

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
 * @param earlier those before them, which are only looked back at: git is asked for them where that happens
 * @throws Refusal where git lacks a part of any
 */
export function commitMemory(
  checkout: Checkout,
  steps: readonly TreePair[],
  earlier: readonly TreePair[] = [],
): CommitMemory {
  const known = knownSteps(checkout, steps)
  const byName = filesByName(known)
  const earlierByName = lazily(() => filesByName(knownSteps(checkout, earlier)))
  const heldAt = heldTrees(checkout, known)
  const filesOf = view(
    ({ base, merge }: RecordedStretch) => stepOf({ before: base.tree, after: merge.tree }).files,
  )
  const stepOf = (step: TreePair) => {
    const found = byName.get(nameOf(step)) ?? earlierByName().get(nameOf(step))
    return found ?? withFiles({ ...step, changes: requiredChanges(checkout, [step])[0] ?? [] })
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

function knownSteps(checkout: Checkout, steps: readonly TreePair[]): readonly Step[] {
  const changes = requiredChanges(checkout, steps)
  return steps.map((step, index) => ({ ...step, changes: changes[index] ?? [] }))
}

function filesByName(steps: readonly Step[]) {
  return new Map(steps.map(step => [nameOf(step), withFiles(step)] as const))
}

function withFiles(step: Step) {
  return { ...step, files: fileChangesIn(step.changes) }
}

function nameOf({ before, after }: TreePair): string {
  return `${before} ${after}`
}
