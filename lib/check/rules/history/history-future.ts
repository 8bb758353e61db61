import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const historyFuture: SystemRule = {
  code: 'TY3502',
  severity: 'error',
  title: text('办理记录的日期晚于今日。', 'An event of a history lies in the future.'),
  why: text(
    '只记录已经发生的事；约定的日期写在 until 中。',
    'Only what has happened is written down. A day agreed for later goes into `until`.',
  ),
  *check(surroundings, system) {
    for (const [index, { on }] of system.value.history.entries()) {
      if (on <= surroundings.today) continue
      yield finding(historyFuture, place(system, 'history', index, 'on'), {
        message: text(`${on} 晚于今日 ${surroundings.today}`, `${on} is after today, ${surroundings.today}`),
      })
    }
  },
}
