// Repositories as nobody wrote them, sound all the same, and the stacks that the tool makes of them.
import { App } from 'cdktf'
import type { Gateway } from '../../generated/types/platform.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import { desiredState } from '../../lib/desired-state/index.ts'
import type { Given } from '../../lib/isolation/grant.ts'
import { assemble } from '../../stacks/assemble.ts'
import { stackOf } from '../../stacks/job.ts'
import { modelOf, system, zone } from '../desired-state/model.ts'
import { jobsIn } from '../stacks/plan.ts'
import type { Stack } from './api-answers.ts'
import { randomFrom } from './mutations.ts'
import { givenIn } from './proof.ts'

export interface RandomTree {
  readonly stacks: readonly Stack[]
  readonly given: Given
}

type Random = () => number
type ZoneName = 'internet' | 'extranet'

const nets = { internet: ['10.64', 'fd6a:64:0'], extranet: ['10.96', 'fd6a:96:0'] } as const

const gateway: Gateway = {
  id: 'gap',
  name: '网闸',
  zones: ['internet', 'extranet'],
  addresses: { internet: '172.31.64.0/28', extranet: '172.31.96.0/28' },
}

/** One to four systems of two units, in either zone or both, with rules of every kind. */
export function randomTree(seed: number): RandomTree {
  const random = randomFrom(seed)
  const count = 1 + Math.floor(random() * 4)
  const systems = Array.from({ length: count }, (_, index) => manifest(random, index, count))
  const zones = { internet: zone({ class: 'internet' }), extranet: zone({ class: 'extranet' }) }
  const jobs = jobsIn(desiredState(modelOf({ systems, zones, gateways: [gateway] })))
  return { stacks: jobs.map(job => assemble(stackOf(new App(), job))), given: givenIn(jobs) }
}

function manifest(random: Random, index: number, count: number): SystemManifest {
  const zones = (['internet', 'extranet'] as const).filter(
    (name, at) => random() < 0.7 || (at === 1 && name === 'extranet' && index === 0),
  )
  const services = [
    { item: 'ecs.small', quantity: 1 + Math.floor(random() * 3) },
    ...(random() < 0.6 ? [{ item: 'eip.10m', quantity: 1 + Math.floor(random() * 2) }] : []),
    ...(random() < 0.5 ? [{ item: 'evs.ssd', quantity: 100 }] : []),
  ]
  const pool = random() < 0.3 ? 'exclusive' : 'shared'
  const parts = zones.map(name => [name, zonePart(random, name, index, count)] as const)
  const grants = Object.fromEntries(zones.map(name => [name, { pool, services }]))
  return system(`xs/u${index % 2}/s${index}`, {
    zones: Object.fromEntries(parts.map(([name, part]) => [name, { services, ...part }])),
    ...(zones.length === 2 && random() < 0.5 ? { exchange } : {}),
    history: [{ event: 'opened', on: '2025-01-01', grants }],
  })
}

const exchange = [
  {
    through: 'gap',
    from: 'internet',
    to: 'extranet',
    protocol: 'tcp' as const,
    ports: [8443],
    authorisedBy: '授权书',
  },
]

function zonePart(random: Random, name: ZoneName, index: number, count: number) {
  const [four, six] = nets[name]
  const network = {
    ...(random() < 0.9 ? { ipv4: `${four}.${index}.0/26` } : { ipv6: `${six}:${index}::/64` }),
    ...(random() < 0.5 ? { ipv6: `${six}:${index}::/64` } : {}),
  }
  return {
    network,
    ingress: some(random, () => ({ from: peer(random, name, index, count), ...traffic(random) })),
    egress: some(random, () => ({ to: peer(random, name, index, count), ...traffic(random) })),
  }
}

function some<T>(random: Random, make: () => T): T[] {
  return Array.from({ length: Math.floor(random() * 4) }, make)
}

function peer(random: Random, name: ZoneName, index: number, count: number): string {
  const other = (index + 1) % count
  const peers = [
    'self',
    `${nets[name][0]}.200.0/24`,
    ...(name === 'internet' ? ['internet'] : []),
    ...(other === index ? [] : [`system:u${other % 2}/s${other}`]),
  ]
  return peers[Math.floor(random() * peers.length)] ?? 'self'
}

function traffic(random: Random) {
  const kinds = [
    { protocol: 'tcp' as const, ports: [443, '8000-8010'] },
    { protocol: 'udp' as const, ports: [Math.floor(random() * 60_000) + 1] },
    { protocol: 'tcp' as const, ports: ['1-65535'] },
    { protocol: 'icmp' as const },
  ]
  return kinds[Math.floor(random() * kinds.length)] ?? { protocol: 'icmp' as const }
}
