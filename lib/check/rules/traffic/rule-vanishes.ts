import { type DataPath, finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import type { Surroundings, System } from '../../../model/model.ts'
import { Cidr, type IpVersion } from '../../../network/cidr.ts'
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
    for (const { zone, cidr, path } of otherEnds(surroundings, system)) {
      const own = versionsIn(system, zone)
      if (own.size === 0 || own.has(cidr.version)) continue
      yield finding(ruleVanishes, place(system, ...path), {
        message: text(
          `对方是 IPv${cidr.version} 网段 ${cidr}，而本系统在该分区没有 IPv${cidr.version} 网段`,
          `the other end is IPv${cidr.version}, ${cidr}, and the system has no IPv${cidr.version} network in the zone`,
        ),
        related: [
          related(placeOfKey(system, 'zones', zone, 'network'), '本系统的网段', "the system's networks"),
        ],
      })
    }
  },
}

interface OtherEnd {
  readonly zone: string
  readonly cidr: Cidr
  readonly path: DataPath
}

/** The networks that rules name, and the addresses of the gateways that are exchanged through. */
function* otherEnds({ catalogue }: Surroundings, system: System): Generator<OtherEnd> {
  for (const rule of trafficIn(system)) {
    const cidr = peerNetwork(rule)
    if (cidr !== undefined) yield { zone: rule.zone, cidr, path: [...rule.path, rule.peerKey] }
  }
  for (const [index, { through, from, to }] of (system.value.exchange ?? []).entries()) {
    const gateway = catalogue.platform.value.gateways?.find(({ id }) => id === through)
    for (const zone of [from, to]) {
      const address = entryOf(gateway?.addresses, zone)
      const cidr = address === undefined ? undefined : Cidr.read(address).cidr
      if (cidr !== undefined) yield { zone, cidr, path: ['exchange', index, 'through'] }
    }
  }
}

/** The IP versions that a system has in a zone; none where it has no network yet. */
function versionsIn(system: System, zone: string): ReadonlySet<IpVersion> {
  const own = networkTextsIn(system).filter(network => network.zone === zone)
  return new Set(own.flatMap(({ reading }) => reading.cidr?.version ?? []))
}
