import type { JurisdictionProfile } from '../../../../generated/types/jurisdiction.ts'
import type { PlatformChange } from '../../../../generated/types/platform.ts'
import { finding } from '../../../finding/finding.ts'
import { partTerm, platformEventTerms } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import { platformChanges } from '../../platform-changes.ts'
import type { RepositoryRule } from '../../rule.ts'

type PlatformEvent = keyof typeof platformEventTerms

/** What must have gone before: a change is done, and maintenance begun, only with approval. */
const approvals: ReadonlyMap<string, { readonly wanted: PlatformEvent; readonly asked: PlatformEvent }> =
  new Map([
    ['platform-change-notified', { wanted: 'platform-change-approved', asked: 'platform-change-submitted' }],
    ['platform-change-done', { wanted: 'platform-change-approved', asked: 'platform-change-submitted' }],
    ['maintenance-started', { wanted: 'maintenance-approved', asked: 'maintenance-requested' }],
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
        const rule = approvals.get(event)
        if (rule === undefined) continue
        const { wanted, asked } = rule
        if (change.history.slice(0, index).some(earlier => earlier.event === wanted && earlier.on <= on))
          continue
        const [of, then, before] = [partTerm(change), platformEventTerms[event], platformEventTerms[wanted]]
        yield finding(
          platformChangeUnapproved,
          place(model.catalogue.platform, ...path, 'history', index, 'event'),
          {
            article: articleOf(profile, change, asked),
            message: text(
              `“${of.zh}”未经审核批准：“${then.zh}”之前没有“${before.zh}”`,
              `“${of.en}” is not approved: no “${before.en}” before “${then.en}”`,
            ),
          },
        )
      }
    }
  },
}

/** What asks for the approval: the policy of the change, or what the regulation says of maintenance (JQ-13). */
function articleOf(
  { approvals: policies = [], requirements = [] }: JurisdictionProfile,
  { major }: PlatformChange,
  asked: string,
): string | undefined {
  const kind = major ? 'platform-major' : 'platform'
  if (asked === 'platform-change-submitted') return policies.find(({ change }) => change === kind)?.article
  return requirements.find(({ on }) => on.includes(asked))?.article
}
