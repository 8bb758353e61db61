import { finding } from '../../../finding/finding.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import { isInForce } from '../../../profile/validity.ts'
import { inARow, partTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const routinesUnrecorded: RepositoryRule = {
  code: 'TY4603',
  severity: 'warning',
  title: text('例行事项没有办理记录的文件。', 'Nobody records the routines of a regulation.'),
  why: text(
    '没有记录，就无从知道报告、演练等是否按期办理。由主管部门建立 catalogue/routines/<地区>.yaml，写明自何日起登记（from）；此前的各期不必补录。',
    'Without records nobody can tell whether reports and drills came in time. Have the authority add catalogue/routines/<jurisdiction>.yaml and say from when it records (`from`); earlier periods need no entry.',
  ),
  *check(model) {
    const served = new Set(model.units.map(({ value }) => value.metadata.jurisdiction))
    for (const [id, profile] of model.catalogue.jurisdictions) {
      const { routines = [] } = profile.value
      const file = `catalogue/routines/${id}.yaml`
      if (routines.length === 0 || !served.has(id) || !isInForce(model, profile.value, model.asOf)) continue
      if (model.catalogue.routines.has(id) || isLeftOut(model, file)) continue
      const names = inARow(routines.map(partTerm))
      yield finding(routinesUnrecorded, place(profile, 'routines'), {
        article: routines[0]?.article,
        message: text(`没有 ${file}，须登记：${names.zh}`, `there is no ${file} for ${names.en}`),
      })
    }
  },
}
