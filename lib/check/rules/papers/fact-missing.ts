import { finding } from '../../../finding/finding.ts'
import { factTerm } from '../../../profile/facts.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { unmetRequirementsIn } from '../../unmet-requirements.ts'
import { advice } from '../../words.ts'

export const factMissing: SystemRule = {
  code: 'TY4203',
  severity: 'error',
  title: text('清单缺少该环节应当写明的内容。', 'The manifest lacks what must be stated by an event.'),
  why: text(
    '法规要求在该环节前写明有关内容，如安全管理负责人、备案编号、资源使用计划；在清单中补写所列字段。',
    'The regulation wants it stated by that step: a security officer, a filing number, a usage plan. Fill in the field named.',
  ),
  *check(surroundings, system) {
    for (const { unmet, profile, deferred, name, index } of unmetRequirementsIn(surroundings, system)) {
      if (deferred) continue
      for (const fact of unmet.facts) {
        const { zh, en } = factTerm(profile, fact)
        yield finding(factMissing, place(system, 'history', index, 'event'), {
          ...groundIn(surroundings, profile, unmet.requirement),
          severity: unmet.requirement.severity,
          message: text(`“${name.zh}”前应填写${zh}`, `${en} must be stated by “${name.en}”`),
          fix: fact.startsWith('unit.')
            ? advice(`在 unit.yaml 中补写${zh}`, `state ${en} in unit.yaml`)
            : advice(`在清单中补写${zh}`, `state ${en} in the manifest`),
        })
      }
    }
  },
}
