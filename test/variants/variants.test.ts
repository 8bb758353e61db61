// What makes up variants for real clouds, looked at without one.
import { describe, expect, it } from 'vitest'
import { Cidr } from '../../lib/network/cidr.ts'
import { openVariantRepository } from '../cloud/variants/repository.ts'
import { movedTo, shrunk, smaller } from '../cloud/variants/shrink.ts'
import { holdBack } from '../cloud/variants/trial.ts'
import { type Part, partsOf, type Variant, variantOf } from '../cloud/variants/variant.ts'

const some = (seed: number, count: number) =>
  Array.from({ length: count }, (_, index) => variantOf(seed, index))

describe('variants', () => {
  it('come again with their seed, and are others with another', () => {
    expect(some(7, 20)).toEqual(some(7, 20))
    expect(some(7, 20)).not.toEqual(some(8, 20))
  })

  it('have addresses of their own each', () => {
    for (const zone of ['internet', 'extranet']) {
      const networks = some(3, 200)
        .flatMap(variant => partsOf(variant).filter(([id]) => id === zone))
        .flatMap(([, { network }]) => Cidr.read(network.ipv4 ?? '').cidr ?? [])
      expect(networks.some((one, index) => networks.slice(0, index).some(other => other.overlaps(one)))).toBe(
        false,
      )
    }
  })

  it('come to the edges of every kind', () => {
    const all = some(1, 600)
    const parts = all.flatMap(partsOf)
    const rules = parts.flatMap(([, { ingress, egress }]) => [
      ...ingress.map(({ from, ...rule }) => ({ peer: from, ...rule })),
      ...egress.map(({ to, ...rule }) => ({ peer: to, ...rule })),
    ])
    const lengths = new Set(
      parts.flatMap(([, { network }]) => Cidr.read(network.ipv4 ?? '').cidr?.prefixLength ?? []),
    )
    expect([...lengths].sort()).toEqual([22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32])
    expect(all.some(({ name }) => new TextEncoder().encode(name).length === 255)).toBe(true)
    expect(all.some(({ name }) => name.includes('${'))).toBe(true)
    expect(all.some(({ name }) => /\p{Mn}/u.test(name))).toBe(true)
    expect(all.some(({ exchange }) => exchange.length > 1)).toBe(true)
    expect(rules.some(({ ports = [] }) => ports.includes('1-65535'))).toBe(true)
    expect(rules.some(({ peer }) => peer.startsWith('system:'))).toBe(true)
    expect(rules.some(({ peer }) => Cidr.read(peer).cidr?.version === 6)).toBe(true)
    expect(rules.some(({ until }) => until !== undefined)).toBe(true)
    expect(new Set(rules.map(({ protocol }) => protocol)).size).toBe(7)
    expect(rules.some(({ icmpTypes = [] }) => icmpTypes.length > 1)).toBe(true)
    expect(parts.some(([, { network }]) => network.ipv4 === undefined)).toBe(true)
    expect(parts.some(([, { services }]) => services.some(({ quantity }) => quantity === 1_000_000))).toBe(
      true,
    )
  })

  it('are told at their own lines where the rules hold them back, and many are not', () => {
    const repository = openVariantRepository()
    try {
      const variants = some(11, 40)
      repository.add('unit', variants)
      const { clean, refused } = holdBack(repository, 'unit', variants)
      expect(clean.length).toBeGreaterThan(variants.length / 3)
      expect(Object.keys(refused)).toContain('TY3202')
      expect(repository.errors()).toEqual([])
    } finally {
      repository.close()
    }
  })
})

describe('a variant that fails', () => {
  const internet = ({ zones }: Variant): Part | undefined => zones.internet
  const hasMuch = ({ ingress, egress, network }: Part) =>
    ingress.length > 3 && egress.length > 0 && network.ipv6 !== undefined
  const whole = some(5, 300).find(variant => {
    const part = internet(variant)
    return part !== undefined && hasMuch(part) && variant.exchange.length > 0
  })
  const variant: Variant = whole ?? expect.fail('no variant with much in it')

  it('is made as small as what makes it fail', async () => {
    const culprit = internet(variant)?.ingress[2] ?? expect.fail('no rule')
    const found = await shrunk(
      variant,
      async each => internet(each)?.ingress.some(({ from }) => from === culprit.from) ?? false,
      400,
    )
    expect(partsOf(found).map(([zone]) => zone)).toEqual(['internet'])
    const part = internet(found) ?? expect.fail('no part')
    expect(part.ingress.map(({ from }) => from)).toEqual([culprit.from])
    expect(part.egress).toEqual([])
    expect(part.services).toHaveLength(1)
    expect(part.network.ipv6).toBeUndefined()
    expect(found.exchange).toEqual([])
    expect([...found.name]).toHaveLength(1)
  })

  it('is asked about no more often than allowed', async () => {
    let asked = 0
    const fails = async () => {
      asked += 1
      return true
    }
    await shrunk(variant, fails, 3)
    expect(asked).toBe(3)
  })

  it('keeps its form in another place', () => {
    const moved = movedTo(variant, variant.index + 400)
    const lengths = (each: Variant) =>
      partsOf(each).map(([, { network }]) => Cidr.read(network.ipv4 ?? '').cidr?.prefixLength)
    expect(lengths(moved)).toEqual(lengths(variant))
    expect(movedTo(moved, variant.index)).toEqual(variant)
    expect(smaller(moved).length).toBe(smaller(variant).length)
  })
})
