import type { DocumentKind } from './document.ts'

/**
 * Limits on what is read. They are far above what an honest repository holds, and low enough that the worst file inside
 * them is refused within two seconds and 300 MB (`test/read/hostile.test.ts` measures it).
 */
export const limits = {
  /** Bytes of a manifest under `tenants/`. */
  manifestBytes: 256 * 1024,
  /** Bytes of a file under `catalogue/`: a service category with many dated prices is long. */
  catalogueBytes: 512 * 1024,
  /** Nested lists and maps. The deepest place of the schemas is at 9. */
  depth: 32,
  /** Lexical pieces of a file: scalars, indicators, stretches of white space, comments. */
  pieces: 150_000,
  /** Keys of one map. Large collections are lists in every schema. */
  keysPerMap: 2_000,
  /** Findings of one file; a broken file can cascade into thousands. */
  findingsPerFile: 20,
  /** Findings about names and places in a tree; whoever has more has put something else here. */
  treeFindings: 1_000,
  /** Files and folders under `catalogue/` and `tenants/`, papers included. */
  entries: 500_000,
  /** Bytes of all manifests together. */
  repositoryBytes: 1024 * 1024 * 1024,
  /** Folders under a `papers/` folder. */
  papersDepth: 4,
} as const

export function byteLimit(kind: DocumentKind): number {
  return kind === 'unit' || kind === 'system' ? limits.manifestBytes : limits.catalogueBytes
}
