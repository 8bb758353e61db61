import { casesOf, type RuleCase } from '../rule-table.ts'
import { accountCases } from './accounts.cases.ts'
import { officeCases } from './offices.cases.ts'

const codes = ['TY3801', 'TY3802', 'TY3803', 'TY3804', 'TY3805', 'TY3806', 'TY3807', 'TY3808']
const withoutTable = codes.flatMap(code => casesOf(code, [['there is no table', [], []]]))

export const peopleCases: readonly RuleCase[] = [...withoutTable, ...accountCases, ...officeCases]
