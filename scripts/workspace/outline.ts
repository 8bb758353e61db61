import { type ExtractedModel, extractIn } from '../../lib/check/index.ts'
import { type Outline, outlineOf } from '../../lib/desired-state/index.ts'

/** Who stands where; only systems without facts are looked into. */
export function outlineIn(model: ExtractedModel): Outline {
  return outlineOf(model, system => extractIn(model, system))
}
