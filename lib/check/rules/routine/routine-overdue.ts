import { finding } from '../../../finding/finding.ts'
import { periodInWords } from '../../../profile/routine-words.ts'
import { openRoutinesOf } from '../../../profile/routines.ts'
import { inARow, partTerm, roleTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const routineOverdue: RepositoryRule = {
  code: 'TY4601',
  severity: 'warning',
  title: text('例行事项逾期没有办理记录。', 'A routine is overdue: nothing says that it was done.'),
  why: text(
    '报告、公告、演练等例行事项每期办理一次；办理之后在 catalogue/routines/<地区>.yaml 的 done 中登记哪一期、何日、依据什么材料。逾期的仍须补办，以后各期不能代替。',
    'Reports, bulletins, drills and the like are owed once in each period. Enter under `done` in catalogue/routines/<jurisdiction>.yaml for which period it was done, when, and on which papers. What is overdue is still owed, and no later period stands for it.',
  ),
  *check(model) {
    for (const [id, profile] of model.catalogue.jurisdictions) {
      const records = model.catalogue.routines.get(id)
      if (records === undefined) continue
      const missed = openRoutinesOf(model, profile.value).filter(
        ({ deadline }) => deadline.state === 'missed',
      )
      for (const [routine, runs] of Map.groupBy(missed, run => run.routine)) {
        const [name, role] = [partTerm(routine), roleTerm(profile.value, routine.responsible)]
        const periods = inARow(runs.map(({ period }) => periodInWords(routine, period)))
        const due = runs[0]?.deadline.due
        yield finding(routineOverdue, place(records, 'done'), {
          article: routine.article,
          message: text(
            `${role.zh}没有办理“${name.zh}”：${periods.zh}，最早一期至迟 ${due}`,
            `the ${role.en} has not done “${name.en}” for ${periods.en}; the first was due on ${due}`,
          ),
        })
      }
    }
  },
}
