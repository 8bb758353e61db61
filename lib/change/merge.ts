import type { SourceFile } from '../read/index.ts'

/** A repository's files by their names, as three commits have them. */
export interface ThreeTrees {
  /** Where the change began. */
  readonly base: readonly SourceFile[]
  /** The target branch by now. */
  readonly theirs: readonly SourceFile[]
  /** The change. */
  readonly ours: readonly SourceFile[]
}

export interface Merged {
  readonly files: readonly SourceFile[]
  /** Files that both sides changed in ways that do not go together. */
  readonly conflicts: readonly string[]
}

/** One file as both sides have it: neither equals the base, nor each other. */
export interface BothChanged {
  readonly base: SourceFile
  readonly theirs: SourceFile
  readonly ours: SourceFile
}

/**
 * What a merge leads to, file by file. A file that one side removed and the other changed is a conflict; a rename counts as
 * a removal and a new file, as everywhere in the tool.
 *
 * @param merge joins a file that both sides changed; undefined where that cannot be done.
 */
export function mergeTrees(
  { base, theirs, ours }: ThreeTrees,
  merge: (file: BothChanged) => SourceFile | undefined,
): Merged {
  const [before, target, change] = [byName(base), byName(theirs), byName(ours)]
  const files: SourceFile[] = []
  const conflicts: string[] = []
  for (const name of [...new Set([...target.keys(), ...change.keys()])].sort()) {
    const [was, has, own] = [before.get(name), target.get(name), change.get(name)]
    if (isSame(was, has) || isSame(has, own)) files.push(...(own === undefined ? [] : [own]))
    else if (isSame(was, own)) files.push(...(has === undefined ? [] : [has]))
    else {
      const merged =
        was === undefined || has === undefined || own === undefined
          ? undefined
          : merge({ base: was, theirs: has, ours: own })
      if (merged === undefined) conflicts.push(name)
      else files.push(merged)
    }
  }
  return { files, conflicts }
}

function byName(files: readonly SourceFile[]): ReadonlyMap<string, SourceFile> {
  return new Map(files.map(file => [file.file, file]))
}

function isSame(a: SourceFile | undefined, b: SourceFile | undefined): boolean {
  return a?.digest === b?.digest
}
