import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { requestsServices } from '../../../lifecycle/index.ts'
import { eventTerm } from '../../../term/index.ts'
import { placeOfKey, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const inheritedMisplaced: SystemRule = {
  code: 'TY3509',
  severity: 'error',
  title: text('只有申请环节写明沿用的访问规则。', 'Only a request says what stands by inheritance.'),
  why: text(
    'inherited 写明申请放宽之时已经开放的访问，答复之前以此为准；把它移到申请环节，或删去。',
    'It says what was open when more was asked for, and holds until the answer. Move it to the request, or take it out.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined) return
    for (const [index, { event, inherited }] of system.value.history.entries()) {
      if (inherited === undefined || requestsServices(profile, event)) continue
      const { zh, en } = eventTerm(profile, event)
      yield finding(inheritedMisplaced, placeOfKey(system, 'history', index, 'inherited'), {
        message: text(`“${zh}”不是申请环节`, `“${en}” is no request`),
      })
    }
  },
}
