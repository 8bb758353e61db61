import { type FactualModel, factsIn } from '../lib/check/index.ts'
import { type Outline, outlineOf } from '../lib/record/index.ts'

/** Who stands where; only systems without facts are looked into. */
export function outlineIn(model: FactualModel): Outline {
  return outlineOf(model, system => factsIn(model, system).standings)
}
