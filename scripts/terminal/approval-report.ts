import { statusOfDecision } from '../../lib/approval/index.ts'
import type { StatusReport } from '../forge/index.ts'
import type { DecidedChange } from '../workspace/decided-change.ts'
import { statusNames } from './approval-lines.ts'

/** What a forge is told of a change, by its status `tenantry/approval`. */
export function approvalReport({ decision, objections }: DecidedChange, commit: string): StatusReport {
  const status = statusOfDecision(decision, objections)
  const state = ({ approved: 'success', open: 'pending', refused: 'failure' } as const)[status]
  const [objection] = objections
  const { zh, en } = statusNames[status]
  return { commit, state, description: `${zh} ${en}${objection === undefined ? '' : ` ${objection.code}`}` }
}
