import type { DataPath } from '../../finding/finding.ts'
import type { Sourced, System } from '../../model/model.ts'
import { papersOf } from '../../profile/papers.ts'

/** A paper whose file should lie in the repository. */
export interface PaperExtract {
  readonly path: DataPath
  readonly type: string
  readonly file: string
  readonly sha256?: string
}

export interface FiledPaper extends PaperExtract {
  readonly owner: Sourced<unknown>
}

export function paperExtractsOf(system: System): readonly PaperExtract[] {
  return filedBy({ units: [], systems: [system] }).map(({ owner, ...fact }) => fact)
}

/** The papers with a file of some units and systems. */
export function filedBy(owners: Parameters<typeof papersOf>[0]): readonly FiledPaper[] {
  return [...papersOf(owners)].flatMap(({ owner, path, paper: { type, file, sha256 } }) =>
    file === undefined ? [] : [{ owner, path, type, file, ...(sha256 === undefined ? {} : { sha256 }) }],
  )
}
