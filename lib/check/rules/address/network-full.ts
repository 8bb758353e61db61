import type { Delivery } from '../../../../generated/types/service.ts'
import { beginningsFrom, holdsOn } from '../../../clock/period.ts'
import { currentLinesIn, type LineUse } from '../../../entitlement/index.ts'
import { finding, type Related } from '../../../finding/finding.ts'
import { deliveredTogether } from '../../../model/bundle.ts'
import type { Surroundings } from '../../../model/model.ts'
import { serversOf } from '../../../model/servers.ts'
import type { Cidr } from '../../../network/cidr.ts'
import { type SystemNetwork, systemNetworksIn } from '../../../network/written-networks.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

/** The network's own and the broadcast address, the router's, and one for each of two DHCP agents. */
const keptAddresses = 5

/** A load balancer has a virtual address, and each of its two instances one of its own (Octavia, active-standby). */
const perLoadBalancer = 3

export const networkFull: SystemRule = {
  code: 'TY3225',
  severity: 'error',
  title: text(
    '系统网段放不下所申请或授予的资源。',
    "A system's network has no room for what is asked for or granted.",
  ),
  why: text(
    '每台服务器、每个授予的端口和负载均衡都要占用网段内的地址；网段还要留出网络地址、广播地址、路由器和两个 DHCP 服务。用完地址后云拒绝创建（409，IpAddressGenerationFailure）。',
    'Every server, granted port and load balancer takes an address, beside those of the network itself, its broadcast, the router and two DHCP agents. When none is left, the cloud refuses what comes next (409, IpAddressGenerationFailure).',
  ),
  *check(surroundings, system) {
    const byZone = Map.groupBy(systemNetworksIn(surroundings, system), ({ zone }) => zone)
    for (const [zone, networks] of byZone) {
      const inVersion4 = networks.filter(({ cidr }) => cidr.version === 4)
      const [first] = inVersion4
      if (first === undefined || hasEndlessPart(networks)) continue
      const lines = currentLinesIn(surroundings, system).filter(line => line.zone === zone)
      const room = inVersion4.reduce((sum, { cidr }) => sum + roomOf(cidr), 0)
      const peak = peakOf(surroundings, lines)
      if (peak === undefined || peak.addresses <= room) continue
      const names = inVersion4.map(({ cidr }) => `${cidr}`)
      yield finding(networkFull, place(system, ...first.path), {
        message: text(
          `${names.join('、')} 可容纳 ${room} 个地址，而所需为 ${peak.addresses} 个`,
          `${names.join(', ')} has room for ${room} addresses, and ${peak.addresses} are needed`,
        ),
        related: [largestPlace(surroundings, peak)],
      })
    }
  },
}

/** Servers lie in the tiers as the tenant likes, and a network of IPv6 alone has room for all of them. */
function hasEndlessPart(networks: readonly SystemNetwork[]): boolean {
  const parts = Map.groupBy(networks, ({ tier }) => tier)
  return parts.values().some(part => part.every(({ cidr }) => cidr.version === 6))
}

function roomOf({ size }: Cidr): number {
  return Math.max(0, Number(size) - keptAddresses)
}

interface Peak {
  readonly day: string
  readonly lines: readonly LineUse[]
  readonly addresses: number
}

/** The most that is asked for, or given by one grant, on any day from today on. */
function peakOf(surroundings: Surroundings, lines: readonly LineUse[]): Peak | undefined {
  const peaks = Map.groupBy(lines, ({ event }) => event)
    .values()
    .flatMap(ofOne => peaksOf(surroundings, ofOne))
  return [...peaks].toSorted((a, b) => b.addresses - a.addresses)[0]
}

function peaksOf(surroundings: Surroundings, lines: readonly LineUse[]): readonly Peak[] {
  const days = beginningsFrom(
    lines.map(({ span }) => span),
    surroundings.asOf,
  )
  return days.map(day => {
    const then = lines.filter(({ span }) => holdsOn(span, day))
    return { day, lines: then, addresses: taken(surroundings, then, day) }
  })
}

function taken({ catalogue }: Surroundings, lines: readonly LineUse[], day: string): number {
  const written = lines.map(({ line }) => line)
  return deliveredTogether(catalogue.items, written, day).reduce(
    (sum, { delivery, quantity }) =>
      sum + serversOf(delivery, quantity, catalogue.items, day) + quantity * portsOf(delivery),
    0,
  )
}

function portsOf({ quota }: Delivery): number {
  return (quota?.ports ?? 0) + perLoadBalancer * (quota?.loadBalancers ?? 0)
}

function largestPlace(surroundings: Surroundings, { lines, day }: Peak): Related {
  const sorted = lines.toSorted((a, b) => taken(surroundings, [b], day) - taken(surroundings, [a], day))
  const [largest] = sorted
  if (largest === undefined) throw new Error('what needs addresses has a line')
  return related(
    place(largest.system, ...largest.path, 'quantity'),
    '占用地址最多的一行',
    'the line that takes the most',
  )
}
