import { finding, type Text } from '../../finding/finding.ts'
import { sameData } from '../../model/same-data.ts'
import type { ChangeRule } from '../rule.ts'
import { grantedItemsOf } from '../used.ts'

export const unitsOfItemsStay: ChangeRule = {
  code: 'TY4016',
  severity: 'error',
  title: {
    zh: '已授予的服务项不得更改计量单位',
    en: 'The unit of a granted item does not change',
  },
  why: {
    zh: '计量单位一改，已授予的数量和过去的费用就换了含义。恢复原单位；改用新单位的，另设服务项，由各系统申请变更。',
    en: 'Quantities that were granted and fees that were paid would mean something else. Restore the unit; for another one add an item, which systems then request.',
  },
  *check(base, head) {
    const changed = [...base.catalogue.items.values()].flatMap(before => {
      const after = head.catalogue.items.get(before.value.id)
      return after === undefined || sameData(before.value.unit, after.value.unit) ? [] : [{ before, after }]
    })
    for (const { before, after } of changed) {
      const { id, name, unit: was } = before.value
      if (!grantedItemsOf(base).has(id)) continue
      const { unit: is } = after.value
      yield finding(unitsOfItemsStay, after.document.at([...after.path, 'unit']), {
        message: {
          zh: `${name.zh}的计量单位由“${told(was, is, 'zh')}”改为“${told(is, was, 'zh')}”`,
          en: `the unit of ${name.en} changes from “${told(was, is, 'en')}” to “${told(is, was, 'en')}”`,
        },
      })
    }
  },
}

/** A unit that became another in the other language alone is told in both. */
function told(unit: Text, other: Text, language: keyof Text): string {
  return unit[language] === other[language] ? `${unit.zh} (${unit.en})` : unit[language]
}
