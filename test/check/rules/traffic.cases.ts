import { withVerdicts } from '../rule-table.ts'
import { peers } from './peers.cases.ts'
import { trafficRules } from './traffic-rules.cases.ts'
import { twoSides } from './two-sides.cases.ts'

export const trafficCases = withVerdicts([...peers, ...trafficRules, ...twoSides])
