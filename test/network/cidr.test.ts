import { isIPv4, isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Cidr, type IpVersion } from '../../lib/network/cidr.ts'

const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255))
const ipv4 = fc
  .tuple(octets, fc.integer({ min: 0, max: 32 }))
  .map(([o, prefix]) => `${o.join('.')}/${prefix}`)

/** A tiny address space, so that networks meet often and every address can be visited. */
const smallNetwork = fc
  .tuple(fc.constantFrom<IpVersion>(4, 6), fc.nat(255), fc.integer({ min: 0, max: 8 }))
  .map(([version, address, length]) => Cidr.at(version, BigInt(address), (version === 4 ? 24 : 120) + length))

/** Every address of a network as a number. */
function members(network: Cidr): Set<bigint> {
  return new Set(Array.from({ length: Number(network.size) }, (_, index) => network.first + BigInt(index)))
}

describe('a network is read', () => {
  it.each([
    ['10.64.3.0/26', '10.64.3.0/26', false],
    ['10.64.3.17/26', '10.64.3.0/26', true],
    ['0.0.0.0/0', '0.0.0.0/0', false],
    ['255.255.255.255/32', '255.255.255.255/32', false],
    ['FD00:64::/64', 'fd00:64::/64', false],
    ['fd00:0064:0:0::1/64', 'fd00:64::/64', true],
    ['2001:db8:0:0:1:0:0:0/80', '2001:db8:0:0:1::/80', false],
  ])('%s as %s', (text, canonical, hostBits) => {
    const reading = Cidr.read(text)
    expect(reading.cidr?.toString()).toBe(canonical)
    expect(reading).toMatchObject({ hostBits, canonical: text === canonical })
  })

  it.each([
    ['10.0.0.0', 'form'],
    ['10.0.0.0/', 'form'],
    ['10.0.0.0/08', 'form'],
    ['10.0.0.0/8/9', 'form'],
    ['10.0.0.0/ 8', 'form'],
    ['10.0/16', 'address'],
    ['010.0.0.0/8', 'address'],
    ['10.0.0.256/32', 'address'],
    ['1:2:3:4:5:6:7/64', 'address'],
    ['1::2::3/64', 'address'],
    [':::/64', 'address'],
    ['::ffff:10.0.0.0/120', 'mapped'],
    ['::ffff:a00:0/120', 'mapped'],
    ['10.0.0.0/33', 'prefix'],
    ['fd00::/129', 'prefix'],
  ])('%s is refused for its %s', (text, problem) => {
    expect(Cidr.read(text)).toEqual({ problem })
    expect(() => Cidr.of(text)).toThrow(RangeError)
  })

  it('accepts the addresses that the platform accepts, and no others', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.'), maxLength: 20 })
    const group = fc.constantFrom('0', '1', 'ab', 'ffff', '0db8', '', '')
    const part = fc.constantFrom('0', '7', '10', '99', '199', '255', '256', '1000', '00', '07', 'a', '')
    const nearIpv4 = fc.array(part, { minLength: 3, maxLength: 5 }).map(parts => parts.join('.'))
    const nearIpv6 = fc.array(group, { minLength: 2, maxLength: 9 }).map(groups => groups.join(':'))
    fc.assert(
      fc.property(fc.oneof(digits, nearIpv4, nearIpv6, fc.ipV4(), fc.ipV6()), address => {
        const reading = Cidr.read(`${address}/0`)
        const readable = reading.cidr !== undefined || reading.problem === 'mapped'
        expect(readable).toBe(isIPv4(address) || isIPv6(address))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a network is written', () => {
  it('as its canonical text, which reads as itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          ipv4,
          fc.ipV6().map(address => `${address}/64`),
        ),
        text => {
          const { cidr } = Cidr.read(text)
          if (cidr === undefined) return
          expect(Cidr.read(cidr.toString())).toEqual({ cidr, hostBits: false, canonical: true })
        },
      ),
    )
  })

  it('with IPv6 as URLs write it', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 128n) - 1n), fc.array(fc.nat(7)), (random, zeroed) => {
        const number = zeroed.reduce((value, group) => value & ~(0xffffn << BigInt(group * 16)), random)
        const address = Cidr.at(6, number, 128).address(0n)
        expect(new URL(`http://[${address}]/`).hostname).toBe(`[${address}]`)
      }),
    )
  })
})

describe('networks compare as their sets of addresses', () => {
  it('when one contains or overlaps another', () => {
    fc.assert(
      fc.property(smallNetwork, smallNetwork, (a, b) => {
        const comparable = a.version === b.version
        const [inA, inB] = [members(a), members(b)]
        expect(a.contains(b)).toBe(comparable && inB.isSubsetOf(inA))
        expect(a.overlaps(b)).toBe(comparable && !inA.isDisjointFrom(inB))
      }),
    )
  })

  it('when one is cut into subnets: they fill it in order without touching', () => {
    fc.assert(
      fc.property(smallNetwork, fc.nat(4), (network, longer) => {
        const length = network.prefixLength + longer
        const count = network.subnetCount(length)
        const parts = Array.from({ length: Number(count) }, (_, index) =>
          network.subnet(length, BigInt(index)),
        )
        const addresses = parts.flatMap(part => [...members(part)])
        expect(addresses).toEqual(count === 0n ? [] : [...members(network)])
        expect(() => network.subnet(length, count)).toThrow(RangeError)
      }),
    )
  })

  it('at their edges', () => {
    const network = Cidr.of('10.0.0.0/30')
    expect([network.address(1n), network.address(3n)]).toEqual(['10.0.0.1', '10.0.0.3'])
    expect(() => network.address(4n)).toThrow(RangeError)
    expect(() => network.address(-1n)).toThrow(RangeError)
    expect(() => network.subnet(31, -1n)).toThrow(RangeError)
    expect(network.subnetCount(24)).toBe(0n)
    expect(Cidr.of('::/0').last).toBe((1n << 128n) - 1n)
  })
})

describe('a single address', () => {
  it.each([
    ['203.0.113.2', '203.0.113.2/32'],
    ['2001:DB8::53', '2001:db8::53/128'],
    ['::', '::/128'],
  ])('%s is the network %s', (address, network) => {
    expect(Cidr.readHost(address).cidr?.toString()).toBe(network)
    expect(Cidr.ofHost(address).toString()).toBe(network)
  })

  it.each([
    ['203.0.113', 'address'],
    ['203.0.113.2/32', 'form'],
    ['::ffff:10.0.0.1', 'mapped'],
    ['', 'form'],
  ])('%j is refused for its %s', (address, problem) => {
    expect(Cidr.readHost(address)).toEqual({ problem })
    expect(() => Cidr.ofHost(address)).toThrow(RangeError)
  })
})

describe('a network as plain data', () => {
  it('has its first address in hexadecimal', () => {
    expect(Cidr.of('10.64.0.0/26').toPlain()).toEqual({ version: 4, first: 'a400000', prefixLength: 26 })
    expect(Cidr.of('::/0').toPlain()).toEqual({ version: 6, first: '0', prefixLength: 0 })
  })

  it('is the same network again after a way through JSON', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          ipv4,
          fc.ipV6().map(address => `${address}/64`),
        ),
        text => {
          const { cidr } = Cidr.read(text)
          fc.pre(cidr !== undefined)
          const again = Cidr.fromPlain(JSON.parse(JSON.stringify(cidr.toPlain())))
          expect(`${again}`).toBe(`${cidr}`)
        },
      ),
    )
  })
})

describe('the networks that a network holds', () => {
  it.each([
    ['10.0.0.0/24', 23, 0n],
    ['10.0.0.0/24', 24, 1n],
    ['10.0.0.0/24', 25, 2n],
    ['10.0.0.0/24', 32, 256n],
    ['10.0.0.0/24', 33, 0n],
    ['fd00::/64', 128, 2n ** 64n],
    ['fd00::/64', 129, 0n],
  ])('%s holds of /%i: %i', (text, prefixLength, count) => {
    expect(Cidr.of(text).subnetCount(prefixLength)).toBe(count)
  })
})
