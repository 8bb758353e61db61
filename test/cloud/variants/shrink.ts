// Makes a variant that fails as small as it can be and still fail.
import { Cidr } from '../../../lib/network/cidr.ts'
import { blockLength, ipv6BlockLength, pools } from './network.ts'
import { type Network, type Part, partsOf, type Variant, type ZoneId } from './variant.ts'

/** A variant's smaller neighbours: each lacks one thing, or has something plainer in its place. */
export function smaller(variant: Variant): readonly Variant[] {
  const { exchange, name } = variant
  const parts = partsOf(variant)
  return [
    ...(parts.length < 2
      ? []
      : parts.map(([zone, part]) => ({ ...variant, zones: { [zone]: part }, exchange: [] }))),
    ...without(exchange).map(lines => ({ ...variant, exchange: lines })),
    ...parts.flatMap(([zone, part]) =>
      smallerParts(part).map(less => ({ ...variant, zones: { ...variant.zones, [zone]: less } })),
    ),
    ...(name.length > 1 ? halves(name).map(half => ({ ...variant, name: half })) : []),
  ]
}

function smallerParts(part: Part): readonly Part[] {
  const { ingress, egress, services, network } = part
  return [
    ...without(ingress).map(rules => ({ ...part, ingress: rules })),
    ...without(egress).map(rules => ({ ...part, egress: rules })),
    ...without(services)
      .filter(({ length }) => length > 0)
      .map(lines => ({ ...part, services: lines })),
    ...oneVersion(network).map(less => ({ ...part, network: less })),
    ...ingress.flatMap((rule, index) =>
      onePort(rule.ports).map(ports => ({ ...part, ingress: ingress.with(index, { ...rule, ports }) })),
    ),
    ...egress.flatMap((rule, index) =>
      onePort(rule.ports).map(ports => ({ ...part, egress: egress.with(index, { ...rule, ports }) })),
    ),
  ]
}

function oneVersion({ ipv4, ipv6 }: Network): readonly Network[] {
  return ipv4 === undefined || ipv6 === undefined ? [] : [{ ipv4 }, { ipv6 }]
}

function without<T>(list: readonly T[]): readonly (readonly T[])[] {
  return list.map((_, index) => list.toSpliced(index, 1))
}

function halves(text: string): readonly string[] {
  const characters = [...text]
  const middle = Math.ceil(characters.length / 2)
  return [characters.slice(0, middle), characters.slice(middle)]
    .map(half => half.join('').trim())
    .filter(half => half !== '')
}

function onePort(ports: readonly (number | string)[] | undefined): (number | string)[][] {
  return ports === undefined || ports.length < 2 ? [] : ports.map(port => [port])
}

/** The same variant in the place of another, whose addresses nobody holds. */
export function movedTo(variant: Variant, index: number): Variant {
  const blocks = BigInt(index - variant.index)
  const zones = partsOf(variant).map(([zone, part]) => [
    zone,
    { ...part, network: movedNetwork(zone, part.network, blocks) },
  ])
  return { ...variant, index, zones: Object.fromEntries(zones) }
}

function movedNetwork(zone: ZoneId, { ipv4, ipv6 }: Network, blocks: bigint): Network {
  const moved = (text: string, block: Cidr): string => {
    const { version, first, prefixLength } = Cidr.of(text)
    return Cidr.at(version, first + blocks * block.size, prefixLength).toString()
  }
  return {
    ...(ipv4 && { ipv4: moved(ipv4, pools[zone].ipv4.subnet(blockLength, 0n)) }),
    ...(ipv6 && { ipv6: moved(ipv6, pools[zone].ipv6.subnet(ipv6BlockLength, 0n)) }),
  }
}

/** Goes from neighbour to smaller neighbour as long as one fails; `fails` is asked at most so many times. */
export async function shrunk(
  variant: Variant,
  fails: (variant: Variant) => Promise<boolean>,
  questions: number,
): Promise<Variant> {
  let [best, left] = [variant, questions]
  for (let goesOn = true; goesOn && left > 0; ) {
    goesOn = false
    for (const candidate of smaller(best)) {
      if (left === 0) break
      left -= 1
      if (!(await fails(candidate))) continue
      best = candidate
      goesOn = true
      break
    }
  }
  return best
}
