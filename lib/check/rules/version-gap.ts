import { addCalendarDays } from '../../clock/index.ts'
import { finding } from '../../finding/finding.ts'
import { place, text } from '../place.ts'
import type { Rule } from '../rule.ts'

export const versionGap: Rule = {
  code: 'TY3602',
  severity: 'warning',
  title: text('服务项的版本之间有空档。', 'An item has days between its versions on which none is valid.'),
  why: text(
    '空档内既不能申请，也无从计费；使前后版本相接，或确认该项在此期间确已停供。',
    'On those days it can neither be asked for nor billed. Join the versions, or make sure that it was not offered then.',
  ),
  *check(model) {
    for (const item of model.catalogue.allItems) {
      const versions = item.value.versions.map((version, index) => ({ ...version, index }))
      const inTime = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1))
      for (const [at, { from, index }] of inTime.entries()) {
        const end = inTime[at - 1]?.to
        if (end === undefined || addCalendarDays(end, 1) >= from) continue
        yield finding(versionGap, place(item, 'versions', index, 'from'), {
          message: text(
            `${addCalendarDays(end, 1)} 至 ${addCalendarDays(from, -1)} 没有有效版本`,
            `no version from ${addCalendarDays(end, 1)} to ${addCalendarDays(from, -1)}`,
          ),
        })
      }
    }
  },
}
