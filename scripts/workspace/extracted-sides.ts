import { type ExtractedModel, extracted, extractIn, extractOf } from '../../lib/check/index.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { kindOf } from '../../lib/read/index.ts'
import type { Compared } from './compared-models.ts'

/** Both sides of a change, and what would come of it, with what the rules need to know of each system. */
export interface ExtractedSides {
  readonly before: ExtractedModel
  readonly after: ExtractedModel
  readonly planned: ExtractedModel
}

/** Of ten thousand systems nearly all are the same on every side, and to look into one takes long. */
export function extractedSides(compared: Compared, planned: Model): ExtractedSides {
  const after = extracted(compared.after)
  return {
    before: hasSameGround(compared) ? extractedBeside(compared.before, after) : extracted(compared.before),
    after,
    planned: extractedBeside(planned, after),
  }
}

/** What is known of a system rests on its file, the catalogue, its unit and the day. */
function hasSameGround({ before, after, files }: Compared): boolean {
  const grounds = [files.before, files.after].map(side =>
    side
      .filter(({ file }) => kindOf(file) !== 'system')
      .map(({ file, digest }) => `${file} ${digest}`)
      .sort()
      .join('\n'),
  )
  return before.asOf === after.asOf && grounds[0] === grounds[1]
}

function extractedBeside(model: Model, other: ExtractedModel): ExtractedModel {
  const extracts = model.systems.map(system => {
    const twin = other.systemByAddress.get(system.address)
    const known = twin !== undefined && isSame(system, twin) ? extractIn(other, twin) : undefined
    return [system, known ?? extractOf(model, system)] as const
  })
  return { ...model, extracts: new Map(extracts) }
}

/** One that is read from a file is what the file says; one that has been granted something is no longer. */
function isSame(system: System, twin: System): boolean {
  if (system === twin) return true
  return system.document !== twin.document && system.document.digest === twin.document.digest
}
