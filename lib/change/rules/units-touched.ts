import { finding } from '../../finding/finding.ts'
import { unitAddressOf } from '../../model/address.ts'
import { inARow, unitTerm } from '../../term/index.ts'
import { headSystems } from '../changed.ts'
import type { ChangeRule } from '../rule.ts'

export const unitsTouched: ChangeRule = {
  code: 'TY4014',
  severity: 'warning',
  title: {
    zh: '一次改动涉及多个单位的系统',
    en: 'One change touches systems of more than one unit',
  },
  why: {
    zh: '任何单位只能改动自己的系统；涉及其他单位的，须经各该单位同意，宜分开提交。',
    en: 'A unit changes its own systems alone. What touches others needs their consent, and is better made a change of its own.',
  },
  articles: ['NW-3.6', 'DT-22', 'XS-36', 'ZJ-20', 'JQ-18'],
  *check(base, head) {
    const systems = [...headSystems(base, head)].map(({ system }) => system)
    const byUnit = Map.groupBy(systems, unitAddressOf)
    if (byUnit.size < 2) return
    const units = [...byUnit.keys()].toSorted()
    const { zh, en } = inARow(units.map(unit => unitTerm(head, unit)))
    for (const [system] of byUnit.values()) {
      if (system === undefined) continue
      yield finding(unitsTouched, system.document.at(['metadata', 'unit']), {
        message: {
          zh: `本次改动涉及 ${units.length} 个单位：${zh}`,
          en: `this change touches ${units.length} units: ${en}`,
        },
      })
    }
  },
}
