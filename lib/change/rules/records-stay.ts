import type { Text } from '../../finding/finding.ts'
import { isLeftOut } from '../../model/left-out.ts'
import type { Catalogue, Sourced } from '../../model/model.ts'
import { departuresIn } from '../meaning/departures.ts'
import type { MeaningTable } from '../meaning/meaning.ts'
import { named } from '../meaning/named.ts'
import { routinesMeaning } from '../meaning/routines.ts'
import { utilisationMeaning } from '../meaning/utilisation.ts'
import type { ChangeRule } from '../rule.ts'

export const recordsStay: ChangeRule = {
  code: 'TY4033',
  severity: 'error',
  title: {
    zh: '例行事项的办理记录和测得的利用率不得改写',
    en: 'What is recorded of routines, and what was measured, is not rewritten',
  },
  why: {
    zh: '办理记录说明报告、公告、演练是否按期，利用率决定缩减、收回和扩容；事后改写，已有的结论就失去依据。只追加新的记录；确须更正的，缺主管部门的书面决定，由目标分支的管理员凭该决定合入。',
    en: 'Records tell whether reports, bulletins and drills came in time, and advice, recovery and growth follow from what was measured: rewritten, nothing would bear out what was concluded. Add records alone; to correct one, the authority’s written decision is missing: whoever administers the target branch merges on it.',
  },
  *check(base, head) {
    for (const { table, within } of kinds) {
      const after = within(head.catalogue)
      for (const before of within(base.catalogue)) {
        const now = after.find(({ document }) => document.file === before.document.file)
        if (before.document.digest === now?.document.digest) continue
        if (isLeftOut(head, before.document.file)) continue
        const sides = { before, after: now ?? before }
        for (const one of departuresIn({ table, asOf: base.asOf }, before.value, now?.value ?? {}))
          yield named(recordsStay, sides, one, wayOut)
      }
    }
  },
}

interface RecordKind {
  readonly table: MeaningTable
  readonly within: (catalogue: Catalogue) => readonly Sourced<object>[]
}

const kinds: readonly RecordKind[] = [
  { table: routinesMeaning, within: ({ routines }) => [...routines.values()] },
  { table: utilisationMeaning, within: ({ utilisation }) => utilisation },
]

const wayOut: Text = {
  zh: '恢复原内容；新的记录另加一行',
  en: 'restore it; add new records as rows of their own',
}
