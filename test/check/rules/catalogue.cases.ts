import type { RuleCase } from '../rule-table.ts'
import { centreCases } from './catalogue-centres.cases.ts'
import { catalogueItemCases } from './catalogue-items.cases.ts'
import { platformCases } from './catalogue-platform.cases.ts'

export const catalogueCases: readonly RuleCase[] = [...catalogueItemCases, ...platformCases, ...centreCases]
