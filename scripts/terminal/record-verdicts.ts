import type { ReadRecord } from '../../lib/evidence/index.ts'
import type { Text } from '../../lib/finding/finding.ts'

/** What a record says of a piece of the target branch. */
export const recordVerdicts: Readonly<Record<ReadRecord['status'], Text>> = {
  approved: { zh: '已批准', en: 'approved' },
  unapproved: { zh: '绕过审批', en: 'bypassed' },
}
