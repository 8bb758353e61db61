import { view } from '../../model/view.ts'
import { type ExtractedModel, extractIn } from './extract.ts'
import { type FiledPaper, filedBy } from './paper-extract.ts'

/** Every paper with a file, of units first. */
export const filedPapersOf = view((model: ExtractedModel): readonly FiledPaper[] => [
  ...filedBy({ units: model.units, systems: [] }),
  ...model.systems.flatMap(owner => extractIn(model, owner).papers.map(fact => ({ ...fact, owner }))),
])
