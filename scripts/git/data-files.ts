// The files of a data repository as a commit holds them, for whoever compares with it.
import { gitCodes } from '../../lib/command-line/git-codes.ts'
import type { FileChange } from '../../lib/evidence/index.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type DocumentKind, kindOf } from '../../lib/read/index.ts'
import type { Checkout } from './call.ts'
import { contentsOf, entriesAt } from './objects.ts'
import { type PathChange, type PathEntry, type TreePair, treeChanges } from './tree-changes.ts'

/** A file of a commit that has its place in a data repository. */
export interface Blob {
  /** From the data's root. */
  readonly file: string
  readonly kind: DocumentKind
  /** The name that git has for the content. */
  readonly object: string
}

/** What a commit holds in the places of a data repository. */
export interface CommitFiles {
  readonly blobs: readonly Blob[]
  /** Files at the place of a manifest that are none: links, and other repositories. From the data's root. */
  readonly irregular: readonly string[]
}

/** @param commit its full name. @throws Refusal where a part of it is missing. */
export function filesAt(checkout: Checkout, commit: string): CommitFiles {
  const entries = entriesAt(checkout, commit, { at: ['catalogue', 'tenants'] })
  if (entries === undefined) throw objectsMissing(commit, [])
  const placed = entries.flatMap(({ file, object, kind: isA }) => {
    const kind = kindOf(file)
    return kind === undefined ? [] : { file, object, kind, isPlain: isA === 'file' }
  })
  return {
    blobs: placed.filter(({ isPlain }) => isPlain),
    irregular: placed.filter(({ isPlain }) => !isPlain).map(({ file }) => file),
  }
}

/**
 * What differs between each two trees. A file is none on the side where it is a link.
 *
 * @throws Refusal where a part of any is missing
 */
export function changesBetween(
  checkout: Checkout,
  pairs: readonly TreePair[],
): readonly (readonly FileChange[])[] {
  return requiredChanges(checkout, pairs).map(fileChangesIn)
}

/** Every path that differs between each two trees. @throws Refusal where a part of any is missing */
export function requiredChanges(
  checkout: Checkout,
  pairs: readonly TreePair[],
): readonly (readonly PathChange[])[] {
  const changes = treeChanges(checkout, pairs)
  if (changes.length === pairs.length) return changes
  throw objectsMissing(pairs[changes.length]?.after ?? '', [])
}

/** Those of files that have their place in a data repository. */
export function fileChangesIn(changes: readonly PathChange[]): readonly FileChange[] {
  return changes.flatMap(({ path, before, after }) =>
    kindOf(path) === undefined ? [] : [{ file: path, before: fileIn(before), after: fileIn(after) }],
  )
}

function fileIn(entry: PathEntry | undefined): string | undefined {
  return entry?.isFile === true ? entry.object : undefined
}

/**
 * The content of one file of a commit, whatever it is there for; undefined where the commit has none.
 *
 * @throws Refusal where git cannot give it
 */
export function fileAt(checkout: Checkout, commit: string, file: string): Uint8Array | undefined {
  const entries = entriesAt(checkout, commit, { at: [file] })
  if (entries === undefined) throw objectsMissing(commit, [])
  const found = entries.find(one => one.file === file && one.kind === 'file')
  return found && bytesOf(checkout, commit, [found]).get(found.object)
}

/** By the names of their contents. @throws Refusal where any is missing: nobody may go by the rest. */
export function bytesOf(
  checkout: Checkout,
  commit: string,
  blobs: readonly Pick<Blob, 'file' | 'object'>[],
): ReadonlyMap<string, Uint8Array> {
  const read = [...contentsOf(checkout, blobs)]
  const missing = read.flatMap(([blob, bytes]) => (bytes === undefined ? [blob] : []))
  if (missing.length > 0) throw objectsMissing(commit, missing)
  return new Map(read.flatMap(([{ object }, bytes]) => (bytes === undefined ? [] : [[object, bytes]])))
}

function objectsMissing(commit: string, blobs: readonly Pick<Blob, 'file'>[]): Refusal {
  const files = blobs.slice(0, 3).map(({ file }) => printable(file))
  const command = 'git fetch --refetch --no-filter origin'
  const message =
    files.length === 0
      ? {
          zh: `本地取不到提交 ${commit} 的文件清单；请运行 ${command}`,
          en: `the list of files of commit ${commit} is missing here; run \`${command}\``,
        }
      : {
          zh: `本地取不到提交 ${commit} 中的 ${files.join('、')}${blobs.length > 3 ? ` 等 ${blobs.length} 个文件` : ''}；请运行 ${command}`,
          en: `${files.join(', ')}${blobs.length > 3 ? ` and ${blobs.length - 3} more` : ''} of commit ${commit} are missing here; run \`${command}\``,
        }
  return new Refusal(finding(gitCodes.objectsMissing, { machine: commit }, { message }), 'environment')
}
