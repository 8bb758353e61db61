import type { RuleCase } from '../rule-table.ts'
import { admissionCases } from './admission.cases.ts'
import { domesticCases } from './domestic.cases.ts'
import { inspectionCases } from './inspection.cases.ts'
import { measuredCases } from './measured.cases.ts'

export const scopeCases: readonly RuleCase[] = [
  ...admissionCases,
  ...domesticCases,
  ...inspectionCases,
  ...measuredCases,
]
