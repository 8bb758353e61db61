import { barrierBetween, namedPairs, type Stance, stancesOf } from '../stance.ts'
import type { BeliefKind, Breach, World } from './belief.ts'

/**
 * The clouds of two zones are joined by nothing that the model sees, and outside it by whoever lays the cables. So their
 * uplinks are taken for one: then no rule of either side may let anything of the other pass. What goes through a gateway
 * is sent to the gateway's own address, which is no system's.
 */
export const zonesApart: BeliefKind = {
  name: { zh: '分区隔离', en: 'zones apart' },
  definition: {
    code: 'TY5211',
    severity: 'error',
    title: {
      zh: '一个分区的系统可以不经交换网关到达另一个分区的系统',
      en: 'A system of one zone reaches a system of another without a gateway',
    },
    why: {
      zh: '分区之间只应经由登记的交换网关往来。两侧规则都放行对方的地址时，只剩线路把它们分开。请收窄规则，需要往来的申请 exchange。',
      en: 'Zones meet only at a declared gateway. Where the rules of both sides let the other’s addresses pass, nothing but the cables keeps them apart. Narrow the rules; what has to pass is asked for as an exchange.',
    },
  },
  reason: {
    zh: '两侧规则没有同时放行的报文；跨区只到网关地址',
    en: 'no packet passes the rules of both sides; what crosses is sent to a gateway',
  },
  *subjects({ given }) {
    if (given.zones.length > 1) yield* given.projects.keys()
  },
  *breaches(world) {
    const sides = sidesOf(world)
    for (const from of sides) for (const to of sides) if (from !== to) yield* crossings(world, from, to)
  },
}

type Side = ReturnType<typeof stancesOf>

function sidesOf({ given, reachability }: World): readonly Side[] {
  const byZone = Map.groupBy(given.projects.values(), ({ zone }) => zone)
  return [...byZone.values()].map(projects =>
    stancesOf(
      reachability,
      projects.map(({ project }) => project),
    ),
  )
}

/** One breach for each receiver, with the first sender that gets through to it. */
function* crossings(world: World, senders: Side, receivers: Side): Generator<Breach> {
  const reached = new Set<string>()
  for (const [from, to] of [...namedPairs(senders, receivers), ...widePairs(senders, receivers)]) {
    if (reached.has(to)) continue
    const breach = crossing(world, from, to)
    if (breach === undefined) continue
    reached.add(to)
    yield breach
  }
}

/** Who lets in whatever comes, beside one of each likeness among those who send everywhere. */
function* widePairs(senders: Side, receivers: Side): Generator<readonly [string, string]> {
  const samples = firstOfEach(senders.stances)
  for (const to of receivers.stances)
    for (const from of samples)
      if (barrierBetween(from, to, true) === undefined) yield [from.project, to.project]
}

function firstOfEach(stances: readonly Stance[]): readonly Stance[] {
  const first = new Map<string, Stance>()
  for (const stance of stances) if (!first.has(stance.likeness)) first.set(stance.likeness, stance)
  return [...first.values()]
}

function crossing({ given, reachability }: World, from: string, to: string): Breach | undefined {
  const witness = reachability.witness(from, to, reachability.letThrough(from, to))
  const [origin, ...others] = witness.rules.toReversed().map(rule => rule.origin)
  const { packet } = witness
  if (packet === undefined) return undefined
  const [sender, receiver] = [from, to].map(id => given.projects.get(id)?.stack ?? id)
  const place = origin ?? reachability.subnetsOf(to)[0]?.origin
  if (place === undefined) return undefined
  return {
    projects: [from, to],
    origin: place,
    packet,
    others,
    message: {
      zh: `${sender} 与 ${receiver} 分属两个分区，双方规则却都放行`,
      en: `${sender} and ${receiver} are in two zones, and the rules of both let packets pass`,
    },
  }
}
