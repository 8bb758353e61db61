import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { liftInWords, prohibitionTerm } from '../../../profile/prohibition-words.ts'
import { eventTerm } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import { prohibitedIn } from '../../prohibited-events.ts'
import type { SystemRule } from '../../rule.ts'
import { advice } from '../../words.ts'

export const eventProhibited: SystemRule = {
  code: 'TY4212',
  severity: 'error',
  title: text('该环节在此情形下不得办理。', 'An event that is not allowed in this case, or on this day.'),
  why: text(
    '法规禁止在某些情形、某些日期办理的，材料齐备也不得办理：如重要保障期不变更、已通知清退的系统不扩容。撤回该环节，待所列情形消除或到可以办理之日再办；属于除外情形的，写明情形（conditions）。',
    'Some events are not allowed in a case or at a time, whatever papers are there: no change in a freeze, no growth of what has to go. Take the event out and come back once what is named has ended, or on the day that is free; where an exception applies, mark it under `conditions`.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined) return
    for (const { index, event, prohibited } of prohibitedIn(surroundings, profile, system)) {
      const { prohibition } = prohibited
      const [what, name] = [prohibitionTerm(prohibited), eventTerm(profile, event)]
      const lift = liftInWords(surroundings, profile, prohibited)
      yield finding(eventProhibited, place(system, 'history', index, 'event'), {
        ...groundIn(surroundings, profile, prohibition),
        severity: prohibition.severity,
        message: text(`不得办理“${name.zh}”：${what.zh}`, `“${name.en}” is not allowed: “${what.en}”`),
        fix: advice(lift.zh, lift.en),
      })
    }
  },
}
