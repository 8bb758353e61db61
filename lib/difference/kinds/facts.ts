import { profileOf } from '../../entitlement/index.ts'
import { factTerm } from '../../profile/facts.ts'
import { fieldTerm } from '../../term/index.ts'
import type { DifferenceKind } from '../difference.ts'
import { fieldWords, turnsWithin } from '../fields.ts'
import { rewrittenSystems } from '../pairs.ts'

/** What other kinds tell of a manifest. */
const toldElsewhere: ReadonlySet<string | number | undefined> = new Set(['zones', 'exchange', 'history'])

export const facts: DifferenceKind = {
  id: 'fact',
  name: { zh: '系统情况', en: 'facts of a system' },
  *find(sides) {
    for (const { address, before, after } of rewrittenSystems(sides)) {
      const profile = profileOf(sides.after, after)
      for (const turn of turnsWithin({ path: [], was: before.value, is: after.value })) {
        if (toldElsewhere.has(turn.path[0])) continue
        const place = turn.path.join('.')
        const field = profile ? factTerm(profile, place) : fieldTerm(place)
        yield { subject: address, message: fieldWords('system', field, turn) }
      }
    }
  },
}
