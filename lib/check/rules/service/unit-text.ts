import { currentLinesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { itemTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

export const unitText: SystemRule = {
  code: 'TY3109',
  severity: 'error',
  title: text('计量单位与服务目录不一致。', "The unit of measure differs from the catalogue's."),
  why: text(
    '数量按服务目录的计量单位计算。单位不一致时数量可能差出许多倍，须按目录改写，或略去不写。',
    'Quantities count in the unit of the catalogue. A different unit may make the quantity wrong many times over: write the unit of the catalogue, or leave it out.',
  ),
  *check(surroundings, system) {
    for (const { line, path } of currentLinesIn(surroundings, system)) {
      const item = surroundings.catalogue.items.get(line.item)
      if (item === undefined || line.unit === undefined) continue
      const { zh, en } = item.value.unit
      if (line.unit === zh || line.unit === en) continue
      const name = itemTerm(surroundings, line.item)
      yield finding(unitText, place(system, ...path, 'unit'), {
        message: text(
          `${name.zh}的计量单位是“${zh}”，请核对数量 ${line.quantity} 是否按此计算`,
          `${name.en} is measured in “${en}”; check that the quantity ${line.quantity} counts in it`,
        ),
        related: [related(place(item, 'unit'), '目录中的计量单位', 'the unit of the catalogue')],
        fix: replacement(zh),
      })
    }
  },
}
