import { finding } from '../../../finding/finding.ts'
import { changeDeadlines } from '../../../profile/platform-changes.ts'
import { partTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import { platformChanges } from '../../platform-changes.ts'
import type { RepositoryRule } from '../../rule.ts'

export const platformChangeNotice: RepositoryRule = {
  code: 'TY4305',
  severity: 'error',
  title: text(
    '可能影响系统的平台调整没有按期提前通知。',
    'Systems were not told of a change to the platform in time.',
  ),
  why: text(
    '可能影响系统正常运行的调整须提前通知使用单位，中断服务的维护须提前申请；推迟实施或补记通知。',
    'A change that can disturb systems is announced ahead, maintenance is asked for ahead. Put it off, or enter the notice given.',
  ),
  articles: ['NW-3.2', 'DT-18', 'JQ-13'],
  *check(model) {
    for (const { change, path, profile } of platformChanges(model)) {
      for (const { definition, state, endEvent, due } of changeDeadlines(model, profile, change)) {
        if (state !== 'missed' || endEvent === undefined) continue
        const [of, notice] = [partTerm(change), partTerm(definition)]
        yield finding(
          platformChangeNotice,
          place(model.catalogue.platform, ...path, 'history', endEvent, 'on'),
          {
            article: definition.article,
            message:
              due === undefined
                ? text(`“${of.zh}”没有“${notice.zh}”`, `“${of.en}” without “${notice.en}”`)
                : text(
                    `“${of.zh}”最早可于 ${due} 实施`,
                    `“${of.en}” could be carried out on ${due} at the earliest, after “${notice.en}”`,
                  ),
          },
        )
      }
    }
  },
}
