import { ruleGroups } from '../../../lib/check/index.ts'
import { describeRules } from '../rule-table.ts'
import { ownersCases } from './owners.cases.ts'

describeRules('the rules about owners', ruleGroups.owners, ownersCases)
