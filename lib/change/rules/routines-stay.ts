import type { Text } from '../../finding/finding.ts'
import { isLeftOut } from '../../model/left-out.ts'
import { departuresIn } from '../meaning/departures.ts'
import { named } from '../meaning/named.ts'
import { routinesMeaning } from '../meaning/routines.ts'
import type { ChangeRule } from '../rule.ts'

export const routinesStay: ChangeRule = {
  code: 'TY4033',
  severity: 'error',
  title: {
    zh: '例行事项的办理记录不得改写',
    en: 'What is recorded of routines is not rewritten',
  },
  why: {
    zh: '记录说明报告、公告、演练是否按期；改写之后，逾期的会变成按期，办过的会变成没有办。只追加新的记录；确须更正的，缺主管部门的书面决定，由目标分支的管理员凭该决定合入。',
    en: 'The records tell whether reports, bulletins and drills came in time; rewritten, what was late would be in time, or what was done would not. Add records alone; to correct one, the authority’s written decision is missing: whoever administers the target branch merges on it.',
  },
  *check(base, head) {
    for (const [id, before] of base.catalogue.routines) {
      const after = head.catalogue.routines.get(id)
      if (before.document.digest === after?.document.digest) continue
      if (isLeftOut(head, before.document.file)) continue
      const sides = { before, after: after ?? before }
      const comparison = { table: routinesMeaning, asOf: base.asOf }
      for (const one of departuresIn(comparison, before.value, after?.value ?? {}))
        yield named(routinesStay, sides, one, wayOut)
    }
  },
}

const wayOut: Text = {
  zh: '恢复原内容；新的记录另加一行',
  en: 'restore it; add new records as rows of their own',
}
