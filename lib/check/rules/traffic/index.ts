import type { RuleGroup } from '../../rule.ts'
import { exchangeZones } from './exchange-zones.ts'
import { icmpTypesElsewhere } from './icmp-types-elsewhere.ts'
import { internetOutOfReach } from './internet-out-of-reach.ts'
import { networkMeansInternet } from './network-means-internet.ts'
import { peerEnded } from './peer-ended.ts'
import { peerInOtherZone } from './peer-in-other-zone.ts'
import { peerIsSelf } from './peer-is-self.ts'
import { peerNotInZone } from './peer-not-in-zone.ts'
import { peerOneSided } from './peer-one-sided.ts'
import { peerUnauthorised } from './peer-unauthorised.ts'
import { peerUnknown } from './peer-unknown.ts'
import { peerUnnamed } from './peer-unnamed.ts'
import { portRange } from './port-range.ts'
import { portlessProtocol } from './portless-protocol.ts'
import { portsMissing } from './ports-missing.ts'
import { ruleShadowed } from './rule-shadowed.ts'
import { ruleVanishes } from './rule-vanishes.ts'
import { tierOneSided } from './tier-one-sided.ts'
import { tierUnknown } from './tier-unknown.ts'
import { vrrpBeyondSelf } from './vrrp-beyond-self.ts'

export const trafficRules: RuleGroup = {
  systemRules: [
    peerUnauthorised,
    internetOutOfReach,
    networkMeansInternet,
    portsMissing,
    portlessProtocol,
    icmpTypesElsewhere,
    vrrpBeyondSelf,
    portRange,
    ruleShadowed,
    peerInOtherZone,
    exchangeZones,
    peerIsSelf,
    ruleVanishes,
    tierUnknown,
    tierOneSided,
  ],
  repositoryRules: [peerUnknown, peerNotInZone, peerUnnamed, peerOneSided, peerEnded],
}
