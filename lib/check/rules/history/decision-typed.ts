import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { isTypedDecision } from '../../../profile/typed-decision.ts'
import { eventTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const decisionTyped: SystemRule = {
  code: 'TY3513',
  severity: 'error',
  title: text('手写了应由审批记录给出的决定。', 'A decision is typed that evidence alone can give.'),
  why: text(
    '自平台文件 evidence.from 之日起，受理、审核、批准、退回等决定不再手写：删去该环节，合并申请后由 tenantry record 写入审批记录。确属纸质办理的，source 只写 paper。',
    'From the day `evidence.from` of the platform on, nobody types decisions: take the event out, and `tenantry record` writes what the reviews of the merged request decided. What was decided on paper has `paper` as its only source.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    const from = surroundings.catalogue.platform.value.evidence?.from
    if (profile === undefined || from === undefined) return
    for (const [index, event] of system.value.history.entries()) {
      if (event.on < from || !isTypedDecision(profile, system, index)) continue
      const { zh, en } = eventTerm(profile, event.event)
      const at = event.source === undefined ? 'event' : 'source'
      yield finding(decisionTyped, place(system, 'history', index, at), {
        message: text(
          `${event.on} 的“${zh}”是手写的；自 ${from} 起以审批记录为准`,
          `“${en}” on ${event.on} is typed; from ${from} on, evidence says so`,
        ),
      })
    }
  },
}
