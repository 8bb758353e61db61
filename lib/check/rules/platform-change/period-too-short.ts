import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { deadlinesOf } from '../../../profile/deadlines.ts'
import { partTerm } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const periodTooShort: SystemRule = {
  code: 'TY4301',
  severity: 'error',
  title: text('最短期限未满就办理了下一环节。', 'An event came before its minimum period had passed.'),
  why: text(
    '如试用不少于 15 天、原系统至少保留 1 个月、提前通知；期满之后再办理，或核对日期。',
    'A trial lasts 15 days at least, an old system is kept for a month, notice is given ahead. Wait, or check the dates.',
  ),
  articles: ['ZJ-9a', 'XS-19.3', 'NW-3.2', 'DT-18', 'JQ-13'],
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined) return
    for (const { definition, state, endEvent, due } of deadlinesOf(surroundings, profile, system)) {
      if (definition.direction === 'at-most' || state !== 'missed' || endEvent === undefined) continue
      const { zh, en } = partTerm(definition)
      const on = system.value.history[endEvent]?.on ?? ''
      yield finding(periodTooShort, place(system, 'history', endEvent, 'on'), {
        ...groundIn(surroundings, profile, definition),
        message:
          due === undefined
            ? text(`“${zh}”没有事先办理`, `“${en}” did not come before this`)
            : text(
                `“${zh}”期限未满：应不早于 ${due}，实际为 ${on}`,
                `“${en}” was not over: this could come on ${due} at the earliest, and came on ${on}`,
              ),
      })
    }
  },
}
