import { withVerdicts } from '../rule-table.ts'
import { peers } from './peers.cases.ts'
import { tierCases } from './tiers.cases.ts'
import { trafficRules } from './traffic-rules.cases.ts'
import { twoSides } from './two-sides.cases.ts'
import { vanishingCases } from './vanishing.cases.ts'

export const trafficCases = [
  ...withVerdicts([...peers, ...trafficRules, ...twoSides]),
  ...vanishingCases,
  ...tierCases.peers,
]
