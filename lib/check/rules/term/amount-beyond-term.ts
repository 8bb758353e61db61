import type { ResourceTerm } from '../../../../generated/types/jurisdiction.ts'
import type { ServiceLine } from '../../../../generated/types/system.ts'
import {
  deliveredOn,
  growingDays,
  type Measure,
  measures,
  type ZoneUse,
  zoneUsesIn,
} from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import type { Surroundings } from '../../../model/model.ts'
import { termOfUse } from '../../../profile/terms.ts'
import { wordTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const amountBeyondTerm: SystemRule = {
  code: 'TY3901',
  severity: 'error',
  title: text('限期使用的资源超过上限。', 'Resources with a term go beyond their largest amount.'),
  why: text(
    '管理办法为开发、测试等限期使用的资源规定了一个系统至多可用多少。请减少数量，或按正式资源申请。',
    'The regulation says how much a system may have at most for development, tests and the like. Ask for less, or ask for it as what stays.',
  ),
  *check(surroundings, system) {
    const profile = surroundings.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
    const term = profile && termOfUse(profile, system.value)
    if (profile === undefined || term?.most === undefined) return
    const name = wordTerm(profile, 'uses', term.use)
    for (const [event, uses] of together(zoneUsesIn(surroundings, system))) {
      for (const { measure, most, amount } of excesses(surroundings, term, uses)) {
        const zones = event === undefined ? ['zones'] : ['history', event, 'grants']
        yield finding(amountBeyondTerm, place(system, ...zones), {
          article: term.article,
          message: text(
            `用于${name.zh}，${measure.name.zh}合计 ${amount}，至多 ${most}`,
            `for ${name.en}, ${amount} ${measure.name.en} are more than ${most}`,
          ),
        })
      }
    }
  },
}

/** What is asked for in all zones, and what each grant that still holds gives in all of them, by its event. */
function together(uses: readonly ZoneUse[]): ReadonlyMap<number | undefined, readonly ZoneUse[]> {
  return Map.groupBy(
    uses.filter(({ current }) => current),
    ({ event }) => event,
  )
}

interface Excess {
  readonly measure: Measure
  readonly most: number
  readonly amount: number
}

function excesses(
  { catalogue }: Surroundings,
  { most = {} }: ResourceTerm,
  uses: readonly ZoneUse[],
): readonly Excess[] {
  const lines: readonly ServiceLine[] = uses.flatMap(({ value }) => value.services)
  const since = uses[0]?.span.from ?? ''
  const days = growingDays(lines, since).map(day => deliveredOn(catalogue.items, lines, day))
  return measures.flatMap(measure => {
    const bound = most[measure.key]
    if (bound === undefined) return []
    const sums = days.map(parts =>
      parts.reduce((sum, { delivery, quantity }) => sum + measure.of(delivery, quantity), 0),
    )
    const amount = Math.max(0, ...sums) / measure.scale
    return amount > bound ? [{ measure, most: bound, amount }] : []
  })
}
