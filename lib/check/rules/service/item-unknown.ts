import { linesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { hasAllItems } from '../../../model/left-out.ts'
import { articleFor } from '../../article.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { meant } from '../../words.ts'

export const itemUnknown: SystemRule = {
  code: 'TY3103',
  severity: 'error',
  articles: ['DT-11a', 'XS-19.5'],
  title: text('服务目录中没有所写的服务项。', 'The service catalogue has no such item.'),
  why: text(
    '资源须从服务目录中选用。已授予过的服务项不得从目录中删去，否则以往费用无法复核：应写明末个版本的失效日，保留该项。',
    'Resources are chosen from the catalogue. An item that was ever granted stays in it, or past fees could not be checked any more: end its last version with a date instead of removing it.',
  ),
  *check(surroundings, system) {
    if (!hasAllItems(surroundings)) return
    const { items } = surroundings.catalogue
    for (const { line, path, event } of linesIn(surroundings, system)) {
      if (items.has(line.item)) continue
      const message =
        event === undefined
          ? text(`服务目录中没有“${line.item}”`, `the catalogue has no item “${line.item}”`)
          : text(
              `服务目录中没有已核定的“${line.item}”；若该项已停止提供，请在目录中保留并写明失效日`,
              `the catalogue has no item “${line.item}”, which is granted here; if it is no longer offered, keep it in the catalogue and end its last version`,
            )
      yield finding(itemUnknown, place(system, ...path, 'item'), {
        article: articleFor(itemUnknown, surroundings, system.value.metadata.jurisdiction),
        message,
        fix: meant(line.item, items.keys()),
      })
    }
  },
}
