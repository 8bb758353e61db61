import type { RuleCase } from '../rule-table.ts'
import { comingDecisionCases } from './coming-decision.cases.ts'
import { filedPaperCases } from './filed-papers.cases.ts'
import { futureCases } from './future.cases.ts'
import { missingPaperCases } from './missing-papers.cases.ts'
import { prohibitedCases } from './prohibited.cases.ts'
import { statementCases } from './statements.cases.ts'
import { waitingCases } from './waiting.cases.ts'

export const paperCases: readonly RuleCase[] = [
  ...comingDecisionCases,
  ...missingPaperCases,
  ...filedPaperCases,
  ...statementCases,
  ...futureCases,
  ...waitingCases,
  ...prohibitedCases,
]
