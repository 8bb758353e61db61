import { profileOf } from '../../../entitlement/index.ts'
import { unrecordedRequest } from '../../../evidence/index.ts'
import { finding } from '../../../finding/finding.ts'
import { eventTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const requestUnrecorded: SystemRule = {
  code: 'TY3514',
  severity: 'info',
  title: text('申请尚无审批记录。', 'No record holds yet what was decided on a request.'),
  why: text(
    '以审批记录为准之后，评审先于合并：合并后运行 tenantry record，取回分支 tenantry/evidence。记录之前不授予资源，其后的期限也不起算。',
    'Where evidence decides, the reviews come before the merge: run `tenantry record` after it, and fetch the branch tenantry/evidence. Until then nothing is granted, and no deadline that follows the decision begins.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    const waiting = unrecordedRequest(surroundings, system)
    if (profile === undefined || waiting === undefined) return
    const { zh, en } = eventTerm(profile, waiting.event.event)
    yield finding(requestUnrecorded, place(system, 'history', waiting.index, 'event'), {
      message: text(
        `${waiting.event.on} 的“${zh}”尚无审批记录`,
        `no record holds yet what was decided on “${en}” of ${waiting.event.on}`,
      ),
    })
  },
}
