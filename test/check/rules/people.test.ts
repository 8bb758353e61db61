import { ruleGroups } from '../../../lib/check/index.ts'
import { describeRules } from '../rule-table.ts'
import { peopleCases } from './people.cases.ts'

describeRules('the rules about people', ruleGroups.people, peopleCases)
