import type { Tier } from '../../generated/types/service.ts'

/** What is wrong with one of a list of tiers, which has to rise from one unit without a gap to an open end. */
export interface TierFault {
  readonly index: number
  readonly kind: /** It ends no later than the one before it. */
    | 'not-rising'
    /** It has no end, and others follow. */
    | 'open-within'
    /** It is the last, and has an end: nobody could say what more would cost. */
    | 'no-open-end'
}

/** A tier begins where the one before it ends, so that there can be no gap between them. */
export function tierFaults(steps: readonly Pick<Tier, 'upTo'>[]): readonly TierFault[] {
  let before = 0
  return steps.flatMap(({ upTo }, index): readonly TierFault[] => {
    const isLast = index === steps.length - 1
    if (upTo === undefined) return isLast ? [] : [{ index, kind: 'open-within' }]
    const rises = upTo > before
    before = Math.max(before, upTo)
    if (!rises) return [{ index, kind: 'not-rising' }]
    return isLast ? [{ index, kind: 'no-open-end' }] : []
  })
}
