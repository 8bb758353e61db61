import { finding } from '../../../finding/finding.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const versionOverlap: RepositoryRule = {
  code: 'TY3601',
  severity: 'error',
  title: text('服务项的两个版本在同一天有效。', 'Two versions of an item are valid on the same day.'),
  why: text(
    '一天只能有一个费用标准；给较早的版本写明失效日（to），或改正生效日。',
    'A day has one fee. Give the earlier version its last day (`to`), or correct the first day of the later one.',
  ),
  *check(model) {
    for (const item of model.catalogue.allItems) {
      const versions = item.value.versions.map((version, index) => ({ ...version, index }))
      const inTime = versions.toSorted((a, b) =>
        a.from < b.from ? -1 : a.from > b.from ? 1 : a.index - b.index,
      )
      for (const [at, later] of inTime.entries()) {
        const earlier = inTime[at - 1]
        if (earlier === undefined || (earlier.to !== undefined && earlier.to < later.from)) continue
        yield finding(versionOverlap, place(item, 'versions', later.index, 'from'), {
          message: text(
            `${later.from} 时，${earlier.from} 起的版本仍然有效`,
            `the version from ${earlier.from} is still valid on ${later.from}`,
          ),
          related: [
            related(
              place(item, 'versions', earlier.index, 'from'),
              '仍然有效的版本',
              'the version still valid',
            ),
          ],
        })
      }
    }
  },
}
