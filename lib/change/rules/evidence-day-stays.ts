import { dayStays } from '../day-stays.ts'
import type { ChangeRule } from '../rule.ts'

export const evidenceDayStays: ChangeRule = {
  code: 'TY4030',
  severity: 'error',
  title: {
    zh: '以审批记录为准的起始日不得推迟或取消',
    en: 'The day from which evidence decides is neither put off nor taken away',
  },
  why: {
    zh: '推迟或取消后，其间手写的批准又会算数。恢复原日期。',
    en: 'Approvals that were typed in between would count again. Restore the day.',
  },
  check: (base, head) => dayStays(evidenceDayStays, 'evidence', base, head),
}
