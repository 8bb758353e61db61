import type { RuleGroup } from '../../rule.ts'
import { capacityExceeded } from './capacity-exceeded.ts'
import { quotaBeyondCloud } from './quota-beyond-cloud.ts'
import { uplinkAddresses } from './uplink-addresses.ts'

export const capacityRules: RuleGroup = {
  systemRules: [quotaBeyondCloud],
  repositoryRules: [capacityExceeded, uplinkAddresses],
}
