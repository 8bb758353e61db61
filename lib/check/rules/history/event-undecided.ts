import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { bindsOn, decisionBehind } from '../../../profile/decisions.ts'
import { eventTerm } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const eventUndecided: SystemRule = {
  code: 'TY3510',
  severity: 'error',
  title: text(
    '办理该环节之日，所依据的决定尚未作出或已不适用。',
    'An event rests on a decision that was not made yet, or had ended.',
  ),
  why: text(
    '条款没有规定的环节依主管部门的决定办理，只在决定适用期间可以办理；核对日期，或由主管部门作出决定。',
    'An event that no article knows rests on a decision of the authority, and comes only while that holds. Check the date, or have it decided.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined) return
    for (const [index, { event, on }] of system.value.history.entries()) {
      const definition = entryOf(profile.lifecycle.events, event)
      if (definition === undefined || bindsOn(profile, definition, on)) continue
      const decided = decisionBehind(profile, definition)?.decided
      const { zh, en } = eventTerm(profile, event)
      yield finding(eventUndecided, place(system, 'history', index, 'on'), {
        ...groundIn(surroundings, profile, definition),
        message: text(
          `${on} 办理“${zh}”，该决定自 ${decided?.on} 起适用${decided?.to === undefined ? '' : `，至 ${decided.to}`}`,
          `“${en}” on ${on}, while the decision holds from ${decided?.on}${decided?.to === undefined ? '' : ` to ${decided.to}`}`,
        ),
      })
    }
  },
}
