import { addCalendarDays } from '../../../clock/index.ts'
import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const versionGap: RepositoryRule = {
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
      const [first, ...later] = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1))
      // The last day that any version so far is valid on: where versions overlap, that need not be the one before.
      let last = first?.to
      for (const { from, to, index } of later) {
        if (last === undefined) break
        const uncovered = addCalendarDays(last, 1)
        last = to === undefined || to > last ? to : last
        if (uncovered >= from) continue
        yield finding(versionGap, place(item, 'versions', index, 'from'), {
          message: text(
            `${uncovered} 至 ${addCalendarDays(from, -1)} 没有有效版本`,
            `no version from ${uncovered} to ${addCalendarDays(from, -1)}`,
          ),
        })
      }
    }
  },
}
