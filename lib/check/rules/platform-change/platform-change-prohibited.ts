import { finding } from '../../../finding/finding.ts'
import { prohibitedByChange } from '../../../profile/platform-changes.ts'
import { liftInWords, prohibitionTerm } from '../../../profile/prohibition-words.ts'
import { partTerm, platformEventTerms } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import { platformChanges } from '../../platform-changes.ts'
import type { RepositoryRule } from '../../rule.ts'
import { advice } from '../../words.ts'

export const platformChangeProhibited: RepositoryRule = {
  code: 'TY4306',
  severity: 'error',
  title: text(
    '平台调整在此情形下、此日不得办理。',
    'A step of a change to the platform that is not allowed in this case, or on this day.',
  ),
  why: text(
    '如重要保障期内不实施平台调整；另定日期，或写明属于除外情形（如 emergency）。',
    'No change is carried out in a freeze, for one. Choose another day, or mark what makes it an exception, such as `emergency`.',
  ),
  *check(model) {
    for (const { change, path, profile } of platformChanges(model)) {
      for (const { prohibited, index, event } of prohibitedByChange(profile, change)) {
        const { prohibition } = prohibited
        const [of, then, what] = [partTerm(change), platformEventTerms[event], prohibitionTerm(prohibited)]
        const lift = liftInWords(model, profile, prohibited)
        yield finding(
          platformChangeProhibited,
          place(model.catalogue.platform, ...path, 'history', index, 'event'),
          {
            ...groundIn(model, profile, prohibition),
            severity: prohibition.severity,
            message: text(
              `“${of.zh}”不得办理“${then.zh}”：${what.zh}`,
              `“${then.en}” of “${of.en}” is not allowed: “${what.en}”`,
            ),
            fix: advice(lift.zh, lift.en),
          },
        )
      }
    }
  },
}
