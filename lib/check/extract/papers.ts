import type { DataPath } from '../../finding/finding.ts'
import type { System, Unit } from '../../model/model.ts'
import { view } from '../../model/view.ts'
import { papersOf } from '../../profile/papers.ts'
import { type ExtractedModel, extractIn } from './extract.ts'

/** A paper whose file should lie in the repository. */
export interface PaperExtract {
  readonly path: DataPath
  readonly type: string
  readonly file: string
  readonly sha256?: string
}

export interface FiledPaper extends PaperExtract {
  readonly owner: System | Unit
}

export function paperExtractsOf(system: System): readonly PaperExtract[] {
  return filed({ units: [], systems: [system] }).map(({ owner, ...fact }) => fact)
}

/** Every paper with a file, of units first. */
export const filedPapersOf = view((model: ExtractedModel): readonly FiledPaper[] => [
  ...filed({ units: model.units, systems: [] }),
  ...model.systems.flatMap(owner => extractIn(model, owner).papers.map(fact => ({ ...fact, owner }))),
])

function filed(owners: Parameters<typeof papersOf>[0]): FiledPaper[] {
  return [...papersOf(owners)].flatMap(({ owner, path, paper: { type, file, sha256 } }) =>
    file === undefined ? [] : [{ owner, path, type, file, ...(sha256 === undefined ? {} : { sha256 }) }],
  )
}
