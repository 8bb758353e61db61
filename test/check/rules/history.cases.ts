import type { RuleCase } from '../rule-table.ts'
import { asksCases } from './asks.cases.ts'
import { eventCases } from './events.cases.ts'
import { grantCases } from './grants.cases.ts'
import { openingCases } from './openings.cases.ts'
import { tierCases } from './tiers.cases.ts'
import { typedDecisionCases } from './typed-decisions.cases.ts'
import { undecidedCases } from './waiting.cases.ts'

export const historyCases: readonly RuleCase[] = [
  ...eventCases,
  ...grantCases,
  ...openingCases,
  ...undecidedCases,
  ...asksCases,
  ...typedDecisionCases,
  ...tierCases.granted,
]
