import type { ServiceLine } from '../../generated/types/system.ts'
import { beginningsFrom, periodOf } from '../clock/period.ts'
import { type DeliveredPart, deliveredParts } from '../model/bundle.ts'
import type { Catalogue } from '../model/model.ts'
import { isInForce } from './grants.ts'

/**
 * What lines deliver together on each day from `since` on on which there can be more than before: phases that follow one
 * another are never there together.
 */
export function deliveredByDay(
  items: Catalogue['items'],
  lines: readonly ServiceLine[],
  since: string,
): readonly (readonly DeliveredPart[])[] {
  const spans = lines.map(({ from, to }) => periodOf(from, to))
  return beginningsFrom(spans, since).map(day =>
    lines.filter(line => isInForce(line, day)).flatMap(line => deliveredParts(items, line, day)),
  )
}
