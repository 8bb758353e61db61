import { finding } from '../../../finding/finding.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const historyOrder: SystemRule = {
  code: 'TY3501',
  severity: 'error',
  title: text('办理记录的日期倒退。', 'The dates of a history go backwards.'),
  why: text(
    '办理记录按发生的先后追加；核对日期，或把记录放到应有的位置。',
    'Events are appended as they happen. Check the date, or put the event where it belongs.',
  ),
  *check(_, system) {
    for (const [index, { on }] of system.value.history.entries()) {
      const before = system.value.history[index - 1]
      if (before === undefined || before.on <= on) continue
      yield finding(historyOrder, place(system, 'history', index, 'on'), {
        message: text(
          `${on} 早于上一条记录的 ${before.on}`,
          `${on} is before ${before.on}, the date of the event above`,
        ),
        related: [related(place(system, 'history', index - 1, 'on'), '上一条记录', 'the event above')],
      })
    }
  },
}
