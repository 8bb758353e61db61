import type { Surroundings, System } from '../model/model.ts'
import type { Opening } from '../network/exposure.ts'
import { exposureBasisOf } from './exposure-basis.ts'
import { standingsOf } from './standing.ts'

/** What a system that stands has open because nobody has granted openings yet: it is left as it was. */
export function inheritedOpenings(model: Surroundings, system: System): readonly Opening[] {
  const basis = exposureBasisOf(model, system.value, model.asOf)
  const stands = Object.keys(standingsOf(model, system)).length > 0
  return stands && basis.kind === 'inherited' ? basis.openings : []
}
