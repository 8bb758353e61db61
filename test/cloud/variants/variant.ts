// One information system, made up: what people write into manifests, and a little beyond.
import type { EgressRule, Exchange, IngressRule, ServiceLine } from '../../../generated/types/system.ts'
import { type Random, randomOf } from '../long/random.ts'
import { nameOf } from './name.ts'
import { networkOf } from './network.ts'
import { exchangeOf, rulesOf } from './rule.ts'
import { servicesOf } from './services.ts'

export type ZoneId = 'internet' | 'extranet'

export interface Network {
  readonly ipv4?: string
  readonly ipv6?: string
}

/** What a system has in one zone. */
export interface Part {
  readonly network: Network
  readonly services: readonly ServiceLine[]
  readonly ingress: readonly IngressRule[]
  readonly egress: readonly EgressRule[]
}

export interface Variant {
  /** Counted from 0; with the seed it says all of the variant. */
  readonly index: number
  readonly name: string
  readonly zones: Readonly<Partial<Record<ZoneId, Part>>>
  readonly exchange: readonly Exchange[]
}

export function partsOf({ zones }: Variant): readonly (readonly [ZoneId, Part])[] {
  return (['internet', 'extranet'] as const).flatMap(zone => {
    const part = zones[zone]
    return part === undefined ? [] : [[zone, part] as const]
  })
}

export function variantOf(seed: number, index: number): Variant {
  const random = randomOf(seed * 1_000_003 + index)
  const chosen = zonesOf(random)
  return {
    index,
    name: nameOf(random),
    zones: Object.fromEntries(chosen.map(zone => [zone, partOf(random, zone, index)])),
    exchange: chosen.length < 2 ? [] : random.many(0, 3, () => exchangeOf(random)),
  }
}

function zonesOf(random: Random): readonly ZoneId[] {
  if (random.happens(15)) return ['internet', 'extranet']
  return [random.one(['internet', 'extranet'])]
}

function partOf(random: Random, zone: ZoneId, index: number): Part {
  const network = networkOf(random, zone, index)
  const place = { zone, index, network }
  return {
    network,
    services: servicesOf(random, zone, network.ipv4),
    ingress: rulesOf(random, place, 6).map(({ peer, ...rule }) => ({ from: peer, ...rule, ...letIn })),
    egress: rulesOf(random, place, 3).map(({ peer, ...rule }) => ({ to: peer, ...rule })),
  }
}

const letIn = { authorisedBy: '示例授权〔2026〕1号' } as const
