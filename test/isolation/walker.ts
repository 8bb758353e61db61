// Walks single packets through a small world. It shares no code with what it checks, and is as plain as it can be.
import type { System } from './world.ts'

export interface Walked {
  readonly source: number
  readonly destination: number
  readonly protocol: 'tcp' | 'udp'
  readonly port: number
}

type Place = number | 'egress'

/** The networks that routers join to one. */
function networksAround(world: readonly System[], start: number): ReadonlySet<Place> {
  const around = new Set<Place>([start])
  for (let size = 0; size < around.size; ) {
    size = around.size
    for (const [owner, { uplink, joins }] of world.entries()) {
      const joined: readonly Place[] = [owner, ...joins, ...(uplink ? (['egress'] as const) : [])]
      if (joined.some(place => around.has(place))) for (const place of joined) around.add(place)
    }
  }
  return around
}

/** The networks of others that a system may plug into. */
function open(world: readonly System[], to: number): readonly number[] {
  return [...world.keys()].filter(other => world[other]?.sharedWith.includes(to))
}

export function isRouted(world: readonly System[], from: number, to: number): boolean {
  return networksAround(world, from).has(to)
}

/** Whether one of the two may plug itself in where the other is, or where routers lead to it. */
export function isPlugged(world: readonly System[], from: number, to: number): boolean {
  const [starts, ends] = [open(world, from), open(world, to)]
  return [from, ...starts].some(start =>
    [to, ...ends].some(end => (start !== from || end !== to) && isRouted(world, start, end)),
  )
}

/** Whether the groups on both sides let a packet through; systems are numbers, addresses are 10.0.0.x. */
export function passes(world: readonly System[], from: number, to: number, packet: Walked): boolean {
  const [sender, receiver] = [world[from], world[to]]
  if (sender === undefined || receiver === undefined) return false
  if (Math.floor(packet.destination / 2) !== to) return false
  if (sender.portSecurity && Math.floor(packet.source / 2) !== from) return false
  const lets = (system: System, direction: 'ingress' | 'egress', remote: number): boolean =>
    !system.portSecurity ||
    system.rules.some(
      rule =>
        rule.direction === direction &&
        rule.protocol === packet.protocol &&
        rule.ports[0] <= packet.port &&
        packet.port <= rule.ports[1] &&
        (rule.remote === 'everybody' || rule.remote === Math.floor(remote / 2)),
    )
  return lets(sender, 'egress', packet.destination) && lets(receiver, 'ingress', packet.source)
}
