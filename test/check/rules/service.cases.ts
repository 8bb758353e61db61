import type { RuleCase } from '../rule-table.ts'
import { dayCases } from './service-days.cases.ts'
import { serviceItemCases } from './service-items.cases.ts'
import { optionCases } from './service-options.cases.ts'
import { priceCases } from './service-prices.cases.ts'
import { quantityCases } from './service-quantities.cases.ts'
import { unitCases } from './service-units.cases.ts'
import { validityCases } from './service-validity.cases.ts'

export const serviceCases: readonly RuleCase[] = [
  ...serviceItemCases,
  ...validityCases,
  ...dayCases,
  ...unitCases,
  ...quantityCases,
  ...optionCases,
  ...priceCases,
]
