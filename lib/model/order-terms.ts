import type { OrderTerms } from '../../generated/types/service.ts'

/** The least and the most that terms let anybody ask for, both multiples of the step; undefined where there are none. */
export function orderBounds({
  least,
  most,
  step = 1,
}: OrderTerms):
  | { readonly least: number; readonly most: number | undefined; readonly step: number }
  | undefined {
  const lowest = Math.ceil((least ?? step) / step) * step
  const highest = most === undefined ? undefined : Math.floor(most / step) * step
  return highest !== undefined && highest < lowest ? undefined : { least: lowest, most: highest, step }
}

/** The quantity nearest to the one given that may be asked for, the larger of two; undefined where none may. */
export function nearestOrder(terms: OrderTerms, quantity: number): number | undefined {
  const bounds = orderBounds(terms)
  if (bounds === undefined) return undefined
  const { least, most, step } = bounds
  const nearest = Math.floor(quantity / step + 0.5) * step
  return Math.min(Math.max(nearest, least), most ?? Number.POSITIVE_INFINITY)
}
