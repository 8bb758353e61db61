// What makes up variants for real clouds, looked at without one.
import { describe, expect, it } from 'vitest'
import { Cidr } from '../../lib/network/cidr.ts'
import { openVariantRepository, systemFile } from '../cloud/variants/repository.ts'
import { movedTo, shrunk, smaller } from '../cloud/variants/shrink.ts'
import { type Variant, variantOf } from '../cloud/variants/variant.ts'

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
        .filter(variant => variant.zone === zone)
        .map(({ network }) => Cidr.of(network.ipv4))
      expect(networks.some((one, index) => networks.slice(0, index).some(other => other.overlaps(one)))).toBe(
        false,
      )
    }
  })

  it('are told at their own lines where the rules hold them back, and most are not', () => {
    const repository = openVariantRepository()
    try {
      const variants = some(11, 40)
      repository.add('unit', variants)
      const errors = repository.errors()
      const held = variants.filter(variant => errors.some(({ file }) => file === systemFile('unit', variant)))
      expect(errors.every(({ file }) => file.startsWith('tenants/ningwu/unit/variant-'))).toBe(true)
      expect(held.length).toBeLessThan(variants.length / 2)
      for (const variant of held) repository.remove('unit', variant)
      expect(repository.errors()).toEqual([])
    } finally {
      repository.close()
    }
  })
})

describe('a variant that fails', () => {
  const whole = some(5, 50).find(
    ({ ingress, egress, network }) => ingress.length > 3 && egress.length > 0 && network.ipv6 !== undefined,
  )
  const variant: Variant = whole ?? expect.fail('no variant with much in it')

  it('is made as small as what makes it fail', async () => {
    const culprit = variant.ingress[2]
    if (culprit === undefined) throw new Error('no rule')
    const found = await shrunk(
      variant,
      async ({ ingress }) => ingress.some(({ from }) => from === culprit.from),
      200,
    )
    expect(found.ingress.map(({ from }) => from)).toEqual([culprit.from])
    expect(found.egress).toEqual([])
    expect(found.services).toHaveLength(1)
    expect(found.network.ipv6).toBeUndefined()
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
    const [before, after] = [variant, moved].map(({ network }) => Cidr.of(network.ipv4))
    expect(after?.prefixLength).toBe(before?.prefixLength)
    expect(movedTo(moved, variant.index)).toEqual(variant)
    expect(smaller(moved).length).toBe(smaller(variant).length)
  })
})
