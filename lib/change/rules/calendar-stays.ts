import type { Text } from '../../finding/finding.ts'
import { isLeftOut } from '../../model/left-out.ts'
import { calendarMeaning } from '../meaning/calendar.ts'
import { departuresIn } from '../meaning/departures.ts'
import { named } from '../meaning/named.ts'
import type { ChangeRule } from '../rule.ts'

export const calendarStays: ChangeRule = {
  code: 'TY4025',
  severity: 'error',
  title: {
    zh: '已到之日的工作日安排不得改写',
    en: 'Days that have come stay working or free as they were',
  },
  why: {
    zh: '过去的日子一改，已经算出的期限就早了或晚了。只写今后的日子；已到之日确须更正的，缺主管部门的书面决定，由目标分支的管理员凭该决定合入。',
    en: 'With other days in the past, deadlines that were met or missed move. Write days that are still to come; to correct one that has come, the authority’s written decision is missing: whoever administers the target branch merges on it.',
  },
  *check(base, head) {
    const [before, after] = [base.catalogue.calendar, head.catalogue.calendar]
    // A file that comes or goes is one without rows, and what is gone stands where the target branch has it.
    const present = after ?? before
    if (present === undefined || before?.document.digest === after?.document.digest) return
    if (base.systems.length === 0 || isLeftOut(head, present.document.file)) return
    const sides = { before: before ?? present, after: present }
    const comparison = { table: calendarMeaning, asOf: base.asOf }
    for (const one of departuresIn(comparison, before?.value ?? {}, after?.value ?? {}))
      yield named(calendarStays, sides, one, wayOut)
  },
}

const wayOut: Text = {
  zh: '恢复原内容；只增改今后的日子',
  en: 'restore it; write days that are still to come alone',
}
