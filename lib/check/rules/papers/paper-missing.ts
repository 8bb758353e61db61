import { finding } from '../../../finding/finding.ts'
import { paperTitle } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { placeOfPapers, unmetRequirementsIn } from '../../unmet-requirements.ts'
import { advice } from '../../words.ts'

export const paperMissing: SystemRule = {
  code: 'TY4201',
  severity: 'error',
  title: text('缺少该环节应当具备的材料。', 'An event lacks a paper that it must have.'),
  why: text(
    '法规规定了各环节应提交的材料；补交材料并在该环节的 papers 中登记类型、文号和日期。',
    'The regulation says which papers each step takes. File the paper and enter its type, number and date with the event.',
  ),
  *check(surroundings, system) {
    for (const owed of unmetRequirementsIn(surroundings, system)) {
      if (owed.deferred) continue
      const { unmet, name, profile } = owed
      const at = placeOfPapers(owed)
      const { requirement } = unmet
      const details = { ...groundIn(surroundings, profile, requirement), severity: requirement.severity }
      for (const type of unmet.papers) {
        yield finding(paperMissing, at, {
          ...details,
          message: text(`“${name.zh}”缺少材料《${type}》`, `“${name.en}” lacks the paper 《${type}》`),
          fix: advice(
            `在该环节的材料（papers）中登记《${type}》`,
            `enter 《${type}》 among the \`papers\` of the event`,
          ),
        })
      }
      if (unmet.anyPaper.length === 0) continue
      yield finding(paperMissing, at, {
        ...details,
        message: text(
          `“${name.zh}”缺少下列材料之一：${unmet.anyPaper.map(paperTitle).join('、')}`,
          `“${name.en}” lacks one of the papers ${unmet.anyPaper.map(paperTitle).join(', ')}`,
        ),
      })
    }
  },
}
