import { onlyInRequests } from '../../only-in-requests.ts'
import { text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const inheritedMisplaced: SystemRule = {
  code: 'TY3509',
  severity: 'error',
  title: text('只有申请环节写明沿用的访问规则。', 'Only a request says what stands by inheritance.'),
  why: text(
    'inherited 写明申请放宽之时已经开放的访问，答复之前以此为准；把它移到申请环节，或删去。',
    'It says what was open when more was asked for, and holds until the answer. Move it to the request, or take it out.',
  ),
  check: (surroundings, system) => onlyInRequests(inheritedMisplaced, 'inherited', surroundings, system),
}
