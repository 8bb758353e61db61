import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { Reachability, type Verdict } from '../../lib/isolation/reachability.ts'
import { holds } from '../../lib/isolation/traffic-set.ts'
import { placeOf } from './proof.ts'
import { isPlugged, isRouted, passes, type Walked } from './walker.ts'
import { platform, projectId, type Rule, type System, systemStack } from './world.ts'
import { count, worlds } from './worlds.ts'

function verdicts(world: readonly System[]): (from: number, to: number) => Verdict {
  const model = modelOfStacks([platform, ...world.map((one, index) => systemStack(index, one))])
  expect(model.unread).toEqual([])
  const reachability = new Reachability(model)
  return (from, to) => reachability.between(projectId(from), projectId(to))
}

const closed: System = { uplink: true, portSecurity: true, rules: [], sharedWith: [], joins: [] }
const sends: Rule = { direction: 'egress', remote: 1, protocol: 'tcp', ports: [443, 443] }
const takes: Rule = { direction: 'ingress', remote: 0, protocol: 'tcp', ports: [443, 443] }
const sender: System = { ...closed, rules: [sends] }
const receiver: System = { ...closed, rules: [takes] }

function barrier(world: readonly System[]): string {
  const verdict = verdicts(world)(0, 1)
  return verdict.reaches ? (verdict.share ? 'shared' : 'reaches') : verdict.barrier
}

describe('whether a system reaches another', () => {
  it.each([
    ['reaches by a rule on either side and two uplinks', [sender, receiver], 'reaches'],
    ['is barred where the sender has no uplink', [{ ...sender, uplink: false }, receiver], 'way'],
    ['is barred where the receiver has no uplink', [sender, { ...receiver, uplink: false }], 'way'],
    ['is barred where nothing is let out', [closed, receiver], 'egress'],
    ['is barred where nothing is let in', [sender, closed], 'ingress'],
    [
      'is barred where the ports lie side by side',
      [sender, { ...closed, rules: [{ ...takes, ports: [444, 444] }] }],
      'ingress',
    ],
    [
      'is barred where the protocols differ',
      [sender, { ...closed, rules: [{ ...takes, protocol: 'udp' }] }],
      'ingress',
    ],
    [
      'reaches past all rules where port security is off on both sides',
      [
        { ...closed, portSecurity: false },
        { ...closed, portSecurity: false },
      ],
      'reaches',
    ],
    [
      'reaches by a share without an uplink',
      [
        { ...closed, uplink: false },
        { ...closed, uplink: false, sharedWith: [0] },
      ],
      'shared',
    ],
    [
      'reaches by a router in both without an uplink',
      [
        { ...sender, uplink: false, joins: [1] },
        { ...receiver, uplink: false },
      ],
      'reaches',
    ],
  ] as const)('%s', (_, world, expected) => {
    expect(barrier(world)).toBe(expected)
  })

  it('names the way hop by hop, a packet, and the rules that pass it', () => {
    const verdict = verdicts([sender, receiver])(0, 1)
    expect(verdict).toMatchObject({
      reaches: true,
      packet: { version: 4, source: 0x0a000000n, destination: 0x0a000002n, protocol: 6n, port: 443n },
      rules: [
        { direction: 'egress', origin: { stack: 'system_0' } },
        { direction: 'ingress', origin: { stack: 'system_1' } },
      ],
    })
    expect(verdict.reaches && verdict.way.map(({ origin }) => placeOf(origin))).toEqual([
      'system_0 openstack_networking_network_v2.network',
      'system_0 openstack_networking_router_interface_v2.own',
      'system_0 openstack_networking_router_v2.router',
      'system_1 openstack_networking_router_v2.router',
      'system_1 openstack_networking_router_interface_v2.own',
      'system_1 openstack_networking_network_v2.network',
    ])
  })

  it('is what a walk of every packet finds', () => {
    fc.assert(
      fc.property(worlds, world => {
        const between = verdicts(world)
        for (let from = 0; from < count; from += 1) {
          for (let to = 0; to < count; to += 1) {
            if (from !== to) expectAsWalked(world, from, to, between(from, to))
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** Every packet of a world, and some from and to addresses of nobody. */
const packets: readonly Walked[] = (['tcp', 'udp'] as const).flatMap(protocol =>
  Array.from({ length: 8 * 8 * 7 }, (_, index) => ({
    protocol,
    source: index % 8,
    destination: Math.floor(index / 8) % 8,
    port: Math.floor(index / 64),
  })),
)

const protocols = { tcp: 6n, udp: 17n } as const

function expectAsWalked(world: readonly System[], from: number, to: number, verdict: Verdict): void {
  const routed = isRouted(world, from, to)
  const traffic = verdict.reaches && !verdict.share ? verdict.traffic : []
  for (const packet of packets) {
    const found = holds(traffic, {
      version: 4,
      source: 0x0a000000n + BigInt(packet.source),
      destination: 0x0a000000n + BigInt(packet.destination),
      protocol: protocols[packet.protocol],
      port: BigInt(packet.port),
    })
    const walked = routed && passes(world, from, to, packet)
    if (found !== walked) expect({ from, to, ...packet, found }).toEqual({ walked })
  }
  if (verdict.reaches && verdict.share === undefined) return
  expect(verdict.reaches).toBe(isPlugged(world, from, to))
  if (!verdict.reaches) expect(verdict.barrier === 'way').toBe(!routed)
}
