import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { classFacesInternet } from '../../../model/zone-class.ts'
import { isEverywhere, peerNetwork, trafficIn } from '../../../network/traffic.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

export const networkMeansInternet: SystemRule = {
  code: 'TY3405',
  severity: 'error',
  title: text('用网段书写互联网。', 'The internet is written as a network.'),
  why: text(
    '0.0.0.0/0、::/0 以及宽于 /8（IPv6 为 /16）的网段就是互联网，须写成“internet”，使评审人一眼可见，并同时适用于 IPv4 和 IPv6。',
    'Networks such as 0.0.0.0/0 and ::/0, or any wider than /8 (IPv6: /16), are the internet. They are written `internet`, so that a reviewer sees it at once and both IP versions are meant.',
  ),
  *check(surroundings, system) {
    const platform = surroundings.catalogue.platform.value
    for (const rule of trafficIn(system)) {
      const cidr = peerNetwork(rule)
      if (cidr === undefined || !isEverywhere(cidr)) continue
      const declared = entryOf(platform.zones, rule.zone)
      if (declared === undefined || !classFacesInternet(platform, declared.class)) continue
      yield finding(networkMeansInternet, place(rule.system, ...rule.path, rule.peerKey), {
        message: text(
          `${cidr} 即互联网，须写成“internet”`,
          `${cidr} is the internet and is written \`internet\``,
        ),
        fix: replacement('internet'),
      })
    }
  },
}
