import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import { caseOf } from '../../profile/case.ts'
import type { Flag as Mark } from '../../profile/condition.ts'
import { wordTerm } from '../../term/index.ts'
import { groundIn } from '../grounds.ts'
import type { FlagKind } from './flag.ts'

/** The parts of a regulation that say what a mark of a request means. */
const parts: Readonly<
  Partial<Record<Mark, (profile: JurisdictionProfile) => { readonly article?: string } | undefined>>
> = {
  emergency: ({ emergency }) => emergency,
  'green-channel': ({ emergency }) => emergency,
  large: ({ largeRequest }) => largeRequest,
  'budget-overrun': ({ budget }) => budget,
}

/** A request that is not one of the ordinary: urgent, large, beyond its budget. */
export const marks: FlagKind = {
  id: 'marks',
  *find({ after, has, profile, appended }) {
    const index = appended.at(-1)
    if (has === undefined || profile === undefined || index === undefined) return
    for (const mark of new Set(caseOf(after, profile, has, index).flags)) {
      const term = wordTerm(profile, 'marks', mark)
      yield {
        severity: 'warning',
        message: term,
        code: undefined,
        ground: groundIn(profile, parts[mark]?.(profile)),
      }
    }
  },
}
