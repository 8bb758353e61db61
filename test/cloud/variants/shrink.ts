// Makes a variant that fails as small as it can be and still fail.
import { Cidr } from '../../../lib/network/cidr.ts'
import { blockLength, pools, type Variant } from './variant.ts'

/** A variant's smaller neighbours: each lacks one thing, or has something plainer in its place. */
export function smaller(variant: Variant): readonly Variant[] {
  const { ingress, egress, services, network, name } = variant
  return [
    ...without(ingress).map(rules => ({ ...variant, ingress: rules })),
    ...without(egress).map(rules => ({ ...variant, egress: rules })),
    ...without(services)
      .filter(({ length }) => length > 0)
      .map(lines => ({ ...variant, services: lines })),
    ...(network.ipv6 === undefined ? [] : [{ ...variant, network: { ipv4: network.ipv4 } }]),
    ...(name.length > 1 ? halves(name).map(half => ({ ...variant, name: half })) : []),
    ...ingress.flatMap((rule, index) =>
      onePort(rule.ports).map(ports => ({ ...variant, ingress: ingress.with(index, { ...rule, ports }) })),
    ),
    ...egress.flatMap((rule, index) =>
      onePort(rule.ports).map(ports => ({ ...variant, egress: egress.with(index, { ...rule, ports }) })),
    ),
  ]
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
  const { zone, network } = variant
  const blocks = BigInt(index - variant.index)
  const four = Cidr.of(network.ipv4)
  const ipv4 = Cidr.at(
    4,
    four.first + blocks * pools[zone].ipv4.subnet(blockLength, 0n).size,
    four.prefixLength,
  )
  if (network.ipv6 === undefined) return { ...variant, index, network: { ipv4: ipv4.toString() } }
  const six = Cidr.of(network.ipv6)
  const ipv6 = Cidr.at(6, six.first + blocks * pools[zone].ipv6.subnet(60, 0n).size, six.prefixLength)
  return { ...variant, index, network: { ipv4: ipv4.toString(), ipv6: ipv6.toString() } }
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
