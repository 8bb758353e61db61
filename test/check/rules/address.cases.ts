import { withVerdicts } from '../rule-table.ts'
import { cloudNetworks } from './cloud-networks.cases.ts'
import { networksMissing } from './networks-missing.cases.ts'
import { overlaps } from './overlaps.cases.ts'
import { platformNetworks } from './platform-networks.cases.ts'
import { systemNetworks } from './system-networks.cases.ts'
import { tierCases } from './tiers.cases.ts'
import { writtenNetworks } from './written-networks.cases.ts'

export const addressCases = [
  ...withVerdicts([
    ...writtenNetworks,
    ...systemNetworks,
    ...overlaps,
    ...networksMissing,
    ...platformNetworks,
    ...cloudNetworks,
  ]),
  ...tierCases.networks,
]
