import { finding } from '../../../finding/finding.ts'
import { abilitiesOf } from '../../../model/bundle.ts'
import { hasAllItems } from '../../../model/left-out.ts'
import { abilityTerm, inARow, itemTerm } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { unmetRequirementsIn } from '../../unmet-requirements.ts'
import { advice } from '../../words.ts'

export const abilityMissing: SystemRule = {
  code: 'TY4205',
  severity: 'error',
  title: text('授予的资源缺少法规要求的保障能力。', 'A grant lacks an ability that the regulation requires.'),
  why: text(
    '如等保三级系统须有备份；在申请中加入提供该能力的目录项。目录项的 provides 写明其能力。',
    'A system of MLPS level 3 needs backup, for one. Ask for an item whose provides names the ability.',
  ),
  *check(surroundings, system) {
    if (!hasAllItems(surroundings)) return
    for (const { unmet, profile, index } of unmetRequirementsIn(surroundings, system)) {
      for (const ability of unmet.provides) {
        const { items, allItems } = surroundings.catalogue
        const { zh, en } = abilityTerm(profile, ability)
        const giving = allItems.filter(({ value }) =>
          abilitiesOf(items, value.id, surroundings.asOf).includes(ability),
        )
        const choice = inARow(giving.map(({ value }) => itemTerm(surroundings, value.id)))
        yield finding(abilityMissing, place(system, 'history', index, 'event'), {
          ...groundIn(surroundings, profile, unmet.requirement),
          severity: unmet.requirement.severity,
          message: text(`核定的资源中没有${zh}`, `nothing granted provides ${en}`),
          ...(giving.length === 0 ? {} : { fix: advice(`可选：${choice.zh}`, `choose from: ${choice.en}`) }),
        })
      }
    }
  },
}
