import type { RuleGroup } from '../../rule.ts'
import { addressPoolSizes } from './address-pool-sizes.ts'
import { dhcpRoom, poolDhcpRoom } from './dhcp-room.ts'
import { egressAddresses } from './egress-addresses.ts'
import { ipv6Missing } from './ipv6-missing.ts'
import { ipv6Prefix, poolIpv6Prefix } from './ipv6-prefix.ts'
import { nameserverRepeated } from './nameserver-repeated.ts'
import { networkFull } from './network-full.ts'
import { networkMissing } from './network-missing.ts'
import { networkNotCanonical, platformNetworkNotCanonical } from './network-not-canonical.ts'
import { networkOnPlatform } from './network-on-platform.ts'
import { networkOutsidePools } from './network-outside-pools.ts'
import { networkOverlap } from './network-overlap.ts'
import { networkSize } from './network-size.ts'
import { networkUnreadable, platformNetworkUnreadable } from './network-unreadable.ts'
import { networkUnusable } from './network-unusable.ts'
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
    ipv6Prefix,
    dhcpRoom,
    networkFull,
  ],
  repositoryRules: [
    platformNetworkUnreadable,
    platformNetworkNotCanonical,
    networkOverlap,
    platformOverlap,
    addressPoolSizes,
    poolIpv6Prefix,
    poolDhcpRoom,
    networkUnusable,
    egressAddresses,
    nameserverRepeated,
  ],
}
