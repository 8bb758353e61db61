import { type DataPath, finding } from '../../../finding/finding.ts'
import type { Surroundings, System } from '../../../model/model.ts'
import { Cidr, type IpVersion } from '../../../network/cidr.ts'
import { gatewayEndsOf } from '../../../network/gateway-ends.ts'
import { peerNetwork, trafficIn } from '../../../network/traffic.ts'
import { networkTextsIn } from '../../../network/written-networks.ts'
import { place, placeOfKey, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const ruleVanishes: SystemRule = {
  code: 'TY3416',
  severity: 'error',
  title: text(
    '访问规则的对方与本系统没有共同的 IP 版本。',
    'The other end of a rule has an IP version that the system has not.',
  ),
  why: text(
    '安全组规则只对一个 IP 版本有效。系统在该分区没有这一版本的网段时，规则不起作用，写了也等于没写。须补充网段，或改写对方的地址。',
    'A rule of a security group is for one IP version. Where the system has no network of it in the zone, the rule opens nothing, as if it had not been written. Add the network, or write the other end by its other address.',
  ),
  *check(surroundings, system) {
    for (const { zone, tier, name, versions, path } of otherEnds(surroundings, system)) {
      const own = versionsIn(system, zone, tier)
      const [version] = versions
      if (own.size === 0 || version === undefined || !own.isDisjointFrom(versions)) continue
      yield finding(ruleVanishes, place(system, ...path), {
        message: text(
          `对方是 IPv${version} 网段 ${name}，而本系统在该分区没有 IPv${version} 网段`,
          `the other end is IPv${version}, ${name}, and the system has no IPv${version} network in the zone`,
        ),
        related: [related(placeOfNetworks(system, zone, tier), '本系统的网段', "the system's networks")],
      })
    }
  },
}

interface OtherEnd {
  readonly zone: string
  /** The tier that speaks to it. */
  readonly tier: string | undefined
  /** As it is written. */
  readonly name: string
  readonly versions: ReadonlySet<IpVersion>
  readonly path: DataPath
}

/** The networks and tiers that rules name, and the addresses of the gateways that are exchanged through. */
function* otherEnds(surroundings: Surroundings, system: System): Generator<OtherEnd> {
  for (const rule of trafficIn(system)) {
    const { zone, tier, peer, peerText } = rule
    const cidr = peerNetwork(rule)
    const path = [...rule.path, rule.peerKey]
    if (cidr !== undefined) yield { zone, tier, name: `${cidr}`, versions: new Set([cidr.version]), path }
    if (peer.kind === 'tier')
      yield { zone, tier, name: peerText, versions: versionsIn(system, zone, peer.tier), path }
  }
  for (const { index, zone, tier, address } of gatewayEndsOf(surroundings, system)) {
    const { cidr } = Cidr.read(address)
    const path = ['exchange', index, 'through']
    if (cidr !== undefined) yield { zone, tier, name: `${cidr}`, versions: new Set([cidr.version]), path }
  }
}

/** The IP versions that a part of a system has in a zone; none where it has no network yet. */
function versionsIn(system: System, zone: string, tier: string | undefined): ReadonlySet<IpVersion> {
  const own = networkTextsIn(system).filter(network => network.zone === zone && network.tier === tier)
  return new Set(own.flatMap(({ reading }) => reading.cidr?.version ?? []))
}

function placeOfNetworks(system: System, zone: string, tier: string | undefined) {
  return placeOfKey(system, 'zones', zone, ...(tier === undefined ? [] : ['tiers', tier]), 'network')
}
