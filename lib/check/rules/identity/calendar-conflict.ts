import { finding } from '../../../finding/finding.ts'
import { place, related, text } from '../../place.ts'
import { repeated } from '../../repeated.ts'
import type { RepositoryRule } from '../../rule.ts'

export const calendarConflict: RepositoryRule = {
  code: 'TY3008',
  severity: 'error',
  title: text('同一天的工作日安排写了两次。', 'One day of the calendar is overridden twice.'),
  why: text(
    '期限按工作日计算，同一地区的同一天只能有一种安排；适用全部地区的安排可由某一地区的安排另行规定。',
    'Deadlines count working days, so that a day has one arrangement for a jurisdiction. An arrangement for all may be overridden by one for a single jurisdiction.',
  ),
  *check({ catalogue: { calendar } }) {
    if (calendar === undefined) return
    const overrides = calendar.value.overrides.map((override, index) => ({ ...override, index }))
    for (const { first, again } of repeated(
      overrides,
      ({ on, jurisdiction = '' }) => `${on} ${jurisdiction}`,
    )) {
      yield finding(calendarConflict, place(calendar, 'overrides', again.index, 'on'), {
        message: text(
          `${again.on} 的安排已写过一次；请只保留一条`,
          `${again.on} already has an arrangement; keep one of them`,
        ),
        related: [
          related(place(calendar, 'overrides', first.index, 'on'), '已在此写明', 'already arranged here'),
        ],
      })
    }
  },
}
