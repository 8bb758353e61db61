import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import { platformChanges } from '../../platform-changes.ts'
import type { RepositoryRule } from '../../rule.ts'

/** What must have gone before: a change is done, and maintenance begun, only with approval. */
const approvals: ReadonlyMap<string, string> = new Map([
  ['platform-change-notified', 'platform-change-approved'],
  ['platform-change-done', 'platform-change-approved'],
  ['maintenance-started', 'maintenance-approved'],
])

export const platformChangeUnapproved: RepositoryRule = {
  code: 'TY4304',
  severity: 'error',
  title: text(
    '平台调整未经审核通过即实施。',
    'A change to the platform was carried out before it was approved.',
  ),
  why: text(
    '调整方案、关键设备和软件的更新、中断服务的维护，均须审核通过后实施；补办审核或核对日期。',
    'Plans, new key equipment and interrupting maintenance wait for approval. Have it approved, or check the dates.',
  ),
  articles: ['NW-3.2', 'DT-18', 'JQ-13', 'JQ-21'],
  *check(model) {
    for (const { change, path, profile } of platformChanges(model)) {
      for (const [index, { event, on }] of change.history.entries()) {
        const wanted = approvals.get(event)
        if (wanted === undefined) continue
        if (change.history.slice(0, index).some(earlier => earlier.event === wanted && earlier.on <= on))
          continue
        const policy = profile.approvals?.find(
          ({ change: kind }) => kind === (change.major ? 'platform-major' : 'platform'),
        )
        yield finding(
          platformChangeUnapproved,
          place(model.catalogue.platform, ...path, 'history', index, 'event'),
          {
            article: policy?.article,
            message: text(
              `“${change.name}”在 ${event} 之前没有 ${wanted}`,
              `${change.id}: no ${wanted} before ${event}`,
            ),
          },
        )
      }
    }
  },
}
