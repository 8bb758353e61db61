import type { Paper } from '../../../generated/types/routines.ts'
import type { DataPath } from '../../finding/finding.ts'
import type { Catalogue, Sourced } from '../../model/model.ts'
import { view } from '../../model/view.ts'
import { type ExtractedModel, extractIn } from './extract.ts'
import { type FiledPaper, filedBy } from './paper-extract.ts'

/** Every paper with a file, of the catalogue and of units first. */
export const filedPapersOf = view((model: ExtractedModel): readonly FiledPaper[] => [
  ...filedInCatalogue(model.catalogue),
  ...filedBy({ units: model.units, systems: [] }),
  ...model.systems.flatMap(owner => extractIn(model, owner).papers.map(fact => ({ ...fact, owner }))),
])

/** Those on which changes to the platform and routines rest. */
function filedInCatalogue({ platform, routines }: Catalogue): readonly FiledPaper[] {
  const changes = platform.value.changes ?? []
  return [
    ...changes.flatMap(({ history }, change) =>
      history.flatMap(({ papers = [] }, event) =>
        filed(platform, ['changes', change, 'history', event, 'papers'], papers),
      ),
    ),
    ...[...routines.values()].flatMap(records =>
      records.value.done.flatMap(({ papers }, index) => filed(records, ['done', index, 'papers'], papers)),
    ),
  ]
}

function filed(owner: Sourced<unknown>, path: DataPath, papers: readonly Paper[]): readonly FiledPaper[] {
  return papers.flatMap(({ type, file, sha256 }, index) =>
    file === undefined
      ? []
      : [{ owner, path: [...path, index], type, file, ...(sha256 === undefined ? {} : { sha256 }) }],
  )
}
