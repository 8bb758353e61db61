import type { RuleGroup } from '../../rule.ts'
import { capacityExceeded } from './capacity-exceeded.ts'

export const capacityRules: RuleGroup = {
  systemRules: [],
  repositoryRules: [capacityExceeded],
}
