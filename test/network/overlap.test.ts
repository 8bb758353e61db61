import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Cidr, type IpVersion } from '../../lib/network/cidr.ts'
import { NetworkIndex, overlapsAmong } from '../../lib/network/overlap.ts'

interface Entry {
  readonly name: string
  readonly cidr: Cidr
}

function entries(...texts: readonly string[]): readonly Entry[] {
  return texts.map((text, index) => ({ name: `${index} ${text}`, cidr: Cidr.of(text) }))
}

/** Few addresses, so that networks meet often. */
const network = fc
  .tuple(fc.constantFrom<IpVersion>(4, 6), fc.nat(31), fc.integer({ min: 0, max: 5 }))
  .map(([version, address, length]) => Cidr.at(version, BigInt(address), (version === 4 ? 27 : 123) + length))
const networks = fc
  .array(network, { maxLength: 12 })
  .map(list => list.map((cidr, index): Entry => ({ name: `${index}`, cidr })))

describe('overlaps among networks', () => {
  it.each([
    [['10.0.0.0/24', '10.0.1.0/24'], []],
    [['10.0.0.0/24', '10.0.0.0/25'], ['0>1']],
    [['10.0.0.0/25', '10.0.0.0/24'], ['1>0']],
    [['10.0.0.0/24', '10.0.0.0/24'], ['0>1']],
    [
      ['10.0.0.0/24', '10.0.0.0/24', '10.0.0.0/24'],
      ['0>1', '1>2'],
    ],
    [
      ['10.0.0.0/8', '10.0.0.0/16', '10.0.1.0/24', '10.1.0.0/16'],
      ['0>1', '1>2', '0>3'],
    ],
    [
      ['10.0.0.0/8', 'fd00::/8', 'fd00::/16', '10.0.0.0/9'],
      ['0>3', '1>2'],
    ],
    [['0.0.0.0/0', '::/0'], []],
  ])('of %o are those with the nearest network around each', (texts, expected) => {
    const found = overlapsAmong(entries(...texts))
    expect(found.map(({ outer, inner }) => `${outer.name[0]}>${inner.name[0]}`)).toEqual(expected)
  })

  it('name every network that another one holds or repeats, each once', () => {
    fc.assert(
      fc.property(networks, list => {
        const found = overlapsAmong(list)
        for (const { outer, inner } of found) expect(outer.cidr.contains(inner.cidr)).toBe(true)
        const inners = found.map(({ inner }) => inner.name)
        expect(new Set(inners).size).toBe(inners.length)
        const apart = list.filter(one => !inners.includes(one.name))
        for (const one of apart)
          for (const other of apart) expect(one === other || !one.cidr.overlaps(other.cidr)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an index of networks', () => {
  it('gives the wider networks first, then those inside in address order', () => {
    const index = new NetworkIndex(
      entries('10.0.0.128/25', '10.0.0.0/16', '10.0.0.0/26', '10.0.0.0/24', '10.0.0.0/8', '10.0.1.0/24'),
    )
    const met = [...index.overlapping(Cidr.of('10.0.0.0/24'))].map(({ cidr }) => cidr.toString())
    expect(met).toEqual(['10.0.0.0/8', '10.0.0.0/16', '10.0.0.0/24', '10.0.0.0/26', '10.0.0.128/25'])
  })

  it('meets exactly what shares an address', () => {
    fc.assert(
      fc.property(networks, network, (list, cidr) => {
        const met = [...new NetworkIndex(list).overlapping(cidr)].map(({ name }) => name)
        const sharing = list.filter(one => one.cidr.overlaps(cidr)).map(({ name }) => name)
        expect(met.toSorted()).toEqual(sharing.toSorted())
      }),
      { numRuns: 500 },
    )
  })
})
