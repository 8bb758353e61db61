import { ruleGroups } from '../../../lib/check/index.ts'
import { describeRules } from '../rule-table.ts'
import { termCases } from './term.cases.ts'

describeRules('the rules about resources with a term', ruleGroups.term, termCases)
