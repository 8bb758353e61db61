import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { resourcesOf } from '../../../lifecycle/index.ts'
import { papersOf } from '../../../profile/papers.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const paperExpired: SystemRule = {
  code: 'TY4112',
  severity: 'warning',
  title: text(
    '仍在用云的系统，其协议或证明已过有效期。',
    'An agreement or certificate of a system that is in the cloud has run out.',
  ),
  why: text(
    '服务协议、保密协议等在用云期间须有效；续签后另登记一份新的。',
    'Agreements hold as long as the cloud is used. Renew it, and enter the new one beside the old.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined || resourcesOf(profile, system.value, surroundings.asOf) !== 'formal') return
    const own = [...papersOf({ units: [], systems: [system] })]
    for (const papers of Map.groupBy(own, ({ paper }) => paper.type).values()) {
      // A paper without an end never runs out, and one that is good stands for its type.
      if (papers.some(({ paper: { until } }) => until === undefined || until >= surroundings.asOf)) continue
      const [latest] = papers.toSorted((a, b) => ((a.paper.until ?? '') < (b.paper.until ?? '') ? 1 : -1))
      if (latest === undefined) continue
      yield finding(paperExpired, place(system, ...latest.path, 'until'), {
        message: text(
          `《${latest.paper.type}》已于 ${latest.paper.until} 到期`,
          `《${latest.paper.type}》 was valid until ${latest.paper.until}`,
        ),
      })
    }
  },
}
