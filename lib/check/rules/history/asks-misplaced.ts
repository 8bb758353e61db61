import { onlyInRequests } from '../../only-in-requests.ts'
import { text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const asksMisplaced: SystemRule = {
  code: 'TY3511',
  severity: 'error',
  title: text('只有申请环节记录申请的内容。', 'Only a request records what is asked for.'),
  why: text(
    'asks 记录某次申请了什么，供日后重印申请表；批准了什么写在 grants。把它移到申请环节，或删去。',
    'It records what one request asked for, so that its form can be printed again; what was approved stands under grants. Move it to the request, or take it out.',
  ),
  check: (surroundings, system) => onlyInRequests(asksMisplaced, 'asks', surroundings, system),
}
