// What was read of commits, for whoever reads many that are alike, one after another.
import type { BranchContents, FileChange } from '../../lib/evidence/index.ts'
import { digestOf, type SourceFile } from '../../lib/read/index.ts'
import { keptLooks, type Looks, plainLooks } from '../../lib/repository/index.ts'
import type { Checkout } from '../git/call.ts'
import { bytesOf, filesAt } from '../git/data-files.ts'
import { branchOf } from './unbacked.ts'

export interface CommitSources {
  readonly files: readonly SourceFile[]
  /** Files at the place of a manifest that are none. */
  readonly irregular: readonly string[]
}

export interface CommitMemory {
  /** @param commit its full name, or that of its tree */
  readonly sourcesAt: (commit: string) => CommitSources
  readonly looks: Looks
  readonly branch: BranchContents
}

export function commitMemory(checkout: Checkout): CommitMemory {
  return {
    sourcesAt: keptSources(checkout),
    looks: keptLooks(plainLooks),
    branch: keptBranch(branchOf(checkout)),
  }
}

/** The last two commits, and the contents that they have in common with the next. */
function keptSources(checkout: Checkout): (commit: string) => CommitSources {
  let last: readonly (readonly [commit: string, CommitSources, ReadonlyMap<string, SourceFile>])[] = []
  return commit => {
    const known = last.find(([name]) => name === commit)
    if (known !== undefined) return known[1]
    const { blobs, irregular } = filesAt(checkout, commit)
    const keyed = blobs.map(blob => ({ ...blob, key: `${blob.object} ${blob.file}` }))
    const had = new Map(last.flatMap(([, , sources]) => [...sources]))
    const read = bytesOf(
      checkout,
      commit,
      keyed.filter(({ key }) => !had.has(key)),
    )
    const sources = new Map(
      keyed.flatMap(({ key, file, kind, object }): [string, SourceFile][] => {
        const bytes = read.get(object)
        const source = had.get(key) ?? (bytes && { file, kind, bytes, digest: digestOf(bytes) })
        return source === undefined ? [] : [[key, source]]
      }),
    )
    const made = { files: [...sources.values()], irregular }
    last = [...last.slice(-1), [commit, made, sources]]
    return made
  }
}

/** What a stretch of the branch did stays the same for every record behind it. */
function keptBranch({ at, changesIn }: BranchContents): BranchContents {
  const known = new Map<number, readonly FileChange[]>()
  return {
    at,
    changesIn: stretches => {
      const others = stretches.filter(({ record }) => !known.has(record.number))
      for (const [index, changes] of changesIn(others).entries()) {
        const number = others[index]?.record.number
        if (number !== undefined) known.set(number, changes)
      }
      return stretches.map(({ record }) => known.get(record.number) ?? [])
    },
  }
}
