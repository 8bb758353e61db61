import { finding } from '../../../finding/finding.ts'
import { unmetByChange } from '../../../profile/platform-changes.ts'
import { partTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import { platformChanges } from '../../platform-changes.ts'
import type { RepositoryRule } from '../../rule.ts'

export const platformChangePapers: RepositoryRule = {
  code: 'TY4303',
  severity: 'error',
  title: text(
    '平台调整缺少应当提交的方案或评估报告。',
    'A change to the platform lacks its plan or its assessment.',
  ),
  why: text(
    '平台优化、升级须先报方案审核，重大调整须附第三方评估报告；补交后在该环节的 papers 中登记。',
    'A plan is reviewed first, and a major change is assessed by a third party. File them and enter them with the event.',
  ),
  articles: ['NW-3.2', 'DT-18', 'JQ-13', 'JQ-21'],
  *check(model) {
    for (const { change, path, profile } of platformChanges(model)) {
      for (const { requirement, index, papers } of unmetByChange(profile, change)) {
        const { zh, en } = partTerm(change)
        for (const type of papers) {
          yield finding(
            platformChangePapers,
            place(model.catalogue.platform, ...path, 'history', index, 'event'),
            {
              article: requirement.article,
              message: text(`“${zh}”缺少《${type}》`, `the change “${en}” lacks the paper 《${type}》`),
            },
          )
        }
      }
    }
  },
}
