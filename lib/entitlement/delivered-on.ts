import type { ServiceLine } from '../../generated/types/system.ts'
import { beginningsFrom, periodOf } from '../clock/period.ts'
import { type DeliveredPart, deliveredParts } from '../model/bundle.ts'
import type { Catalogue } from '../model/model.ts'
import { isInForce } from './grants.ts'

/** The days from `since` on, in order, on which lines can come to more than before. */
export function growingDays(lines: readonly ServiceLine[], since: string): readonly string[] {
  return beginningsFrom(
    lines.map(({ from, to }) => periodOf(from, to)),
    since,
  )
}

/** What lines deliver together on a day: phases that follow one another are never there together. */
export function deliveredOn(
  items: Catalogue['items'],
  lines: readonly ServiceLine[],
  day: string,
): readonly DeliveredPart[] {
  return lines.filter(line => isInForce(line, day)).flatMap(line => deliveredParts(items, line, day))
}
