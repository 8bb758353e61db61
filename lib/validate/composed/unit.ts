import { bundle } from '../bundle.ts'
import type { Offer } from '../catalogue-choices.ts'
import type { JsonSchema } from '../json-schema.ts'
import { amended, choiceOf } from './amend.ts'

/** A using unit's manifest, closed to the jurisdictions that have a profile. */
export function unitSchema({ jurisdictions }: Offer): JsonSchema {
  return amended(
    bundle('unit'),
    ['properties', 'metadata', 'properties', 'jurisdiction'],
    choiceOf(jurisdictions, 'jurisdiction'),
  )
}
