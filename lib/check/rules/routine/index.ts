import type { RuleGroup } from '../../rule.ts'
import { routineOverdue } from './routine-overdue.ts'
import { routineRecordOdd } from './routine-record-odd.ts'
import { routinesUnrecorded } from './routines-unrecorded.ts'

export const routineRules: RuleGroup = {
  systemRules: [],
  repositoryRules: [routineOverdue, routineRecordOdd, routinesUnrecorded],
}
