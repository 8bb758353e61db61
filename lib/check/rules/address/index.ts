import type { RuleGroup } from '../../rule.ts'
import { addressPoolSizes } from './address-pool-sizes.ts'
import { ipv6Missing } from './ipv6-missing.ts'
import { networkMissing } from './network-missing.ts'
import { networkNotCanonical, platformNetworkNotCanonical } from './network-not-canonical.ts'
import { networkOnPlatform } from './network-on-platform.ts'
import { networkOutsidePools } from './network-outside-pools.ts'
import { networkOverlap } from './network-overlap.ts'
import { networkSize } from './network-size.ts'
import { networkUnreadable, platformNetworkUnreadable } from './network-unreadable.ts'
import { platformOverlap } from './platform-overlap.ts'

export const addressRules: RuleGroup = {
  systemRules: [
    networkUnreadable,
    networkNotCanonical,
    networkOutsidePools,
    networkSize,
    networkOnPlatform,
    networkMissing,
    ipv6Missing,
  ],
  repositoryRules: [
    platformNetworkUnreadable,
    platformNetworkNotCanonical,
    networkOverlap,
    platformOverlap,
    addressPoolSizes,
  ],
}
