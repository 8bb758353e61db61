import type { RuleGroup } from '../../rule.ts'
import { amountBeyondTerm } from './amount-beyond-term.ts'
import { renewalBeyondTerm } from './renewal-beyond-term.ts'

export const termRules: RuleGroup = {
  systemRules: [amountBeyondTerm, renewalBeyondTerm],
  repositoryRules: [],
}
