import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, networksIn } from '../../lib/allocate/index.ts'
import type { System } from '../../lib/model/model.ts'
import { Cidr } from '../../lib/network/cidr.ts'
import type { Family } from '../../lib/network/family.ts'
import { exampleText, loaded } from '../example-repository.ts'
import { ended, type Network, type Platform, pool, shebao, systemWith, withPools } from './repository.ts'

const example = loaded().model

describe('allocate', () => {
  it('proposes nothing where nothing is lacking', () => {
    expect(allocate(example, example.systems)).toEqual({ allocations: [], findings: [] })
  })

  it('gives the lowest free block of both versions, and leaves networks in use alone', () => {
    const text = exampleText(shebao).replaceAll(/ {4}network: .*\n/g, '')
    const { model } = loaded(new Map([[shebao, text]]))
    const given = allocate(model, model.systems).allocations.map(({ zone, cidr }) => `${zone} ${cidr}`)
    expect(given).toEqual([
      'extranet 10.96.1.0/26',
      'extranet fd6a:4b1e:96:8::/64',
      'internet 10.64.0.192/26',
      'internet fd6a:4b1e:64:7::/64',
    ])
  })

  it('gives each tier its own, in the order in which they are written, and what is in none only where it says something', () => {
    const pools = { internet: [pool('10.0.0.0/16', 20, 26, 28)], extranet: [] }
    const given = (more: object) => {
      const one = systemWith('aa', { internet: undefined })
      const zones = {
        internet: {
          services: [],
          tiers: { web: {}, db: { network: { ipv4: '10.0.0.0/26' } }, app: {} },
          ...more,
        },
      }
      const tiered = { ...one, value: { ...one.value, zones } }
      return allocate(withPools(pools, [tiered]), [tiered]).allocations.map(({ tier, cidr }) => [tier, cidr])
    }
    const tiers = [
      ['web', '10.0.0.64/26'],
      ['app', '10.0.0.128/26'],
    ]
    expect(given({})).toEqual(tiers)
    expect(given({ network: { ipv4: '10.0.1.0/26' } })).toEqual(tiers)
    expect(given({ ingress: [] })).toEqual([
      [undefined, '10.0.0.64/26'],
      ['web', '10.0.0.128/26'],
      ['app', '10.0.0.192/26'],
    ])
  })

  it('takes networks of another length where one is asked for, between those in use', () => {
    const pools = { internet: [pool('10.0.0.0/16', 20, 26, 28)], extranet: [] }
    const systems = [
      systemWith('aa', { internet: { ipv4: '10.0.0.0/28' } }),
      systemWith('bb', { internet: { ipv4: '10.0.1.0/24' } }),
      systemWith('cc', { internet: undefined }),
    ]
    const given = (prefixLength?: number) =>
      allocate(withPools(pools, systems), systems, { prefixLength }).allocations.map(({ cidr }) => cidr)
    expect([given(), given(28), given(24), given(20)]).toEqual([
      ['10.0.0.64/26'],
      ['10.0.0.16/28'],
      ['10.0.2.0/24'],
      ['10.0.16.0/20'],
    ])
  })

  it('gives one IP version alone where that is asked for, and no IPv4 beside IPv6 unasked', () => {
    const pools = { internet: [pool('10.0.0.0/16', 20, 26, 28), pool('fd00::/48', 64, 64, 64)], extranet: [] }
    const given = (network: Network | undefined, only?: Family) => {
      const one = systemWith('aa', { internet: network })
      return allocate(withPools(pools, [one]), [one], { only }).allocations.map(({ cidr }) => cidr)
    }
    expect(given(undefined)).toEqual(['10.0.0.0/26', 'fd00::/64'])
    expect(given(undefined, 'ipv6')).toEqual(['fd00::/64'])
    expect(given(undefined, 'ipv4')).toEqual(['10.0.0.0/26'])
    expect(given({ ipv6: 'fd00:0:0:5::/64' })).toEqual([])
    expect(given({ ipv6: 'fd00:0:0:5::/64' }, 'ipv4')).toEqual(['10.0.0.0/26'])
    expect(given({ ipv4: '10.0.5.0/26' })).toEqual(['fd00::/64'])
    expect(given({ ipv4: '10.0.5.0/26' }, 'ipv4')).toEqual([])
  })

  it('says so where a zone has no pool of the version asked for', () => {
    const pools = { internet: [pool('10.0.0.0/16', 20, 26, 28)], extranet: [] }
    const one = systemWith('aa', { internet: undefined })
    const { allocations, findings } = allocate(withPools(pools, [one]), [one], { only: 'ipv6' })
    expect([allocations, findings.map(({ code }) => code)]).toEqual([[], ['TY3220']])
  })

  it('gives the addresses of an ended system to the next, and those of any other to nobody', () => {
    const pools = { internet: [pool('10.0.0.0/25', 26, 26, 26)], extranet: [] }
    const old = systemWith('old', { internet: { ipv4: '10.0.0.0/26' } })
    const next = systemWith('next', { internet: undefined })
    const given = (before: System) =>
      allocate(withPools(pools, [before, next]), [next]).allocations.map(({ cidr }) => cidr)
    expect(given(old)).toEqual(['10.0.0.64/26'])
    expect(given(ended(old))).toEqual(['10.0.0.0/26'])
  })

  it('proposes nothing for a system whose life is over', () => {
    const over = ended(systemWith('old', { internet: undefined }))
    expect(allocate({ ...example, systems: [over] }, [over])).toEqual({ allocations: [], findings: [] })
  })

  it('goes on to the next pool when one is full, and says where when all are', () => {
    const pools = {
      internet: [pool('10.0.0.0/27', 27, 27, 27), pool('10.9.0.0/27', 27, 27, 27)],
      extranet: [],
    }
    const systems = ['aa', 'bb', 'cc'].map(id => systemWith(id, { internet: undefined }))
    const { allocations, findings } = allocate(withPools(pools, systems), systems)
    expect(allocations.map(({ cidr }) => cidr)).toEqual(['10.0.0.0/27', '10.9.0.0/27'])
    const line = exampleText(shebao).split('\n').indexOf('  internet:') + 1
    expect(findings.map(({ code, file, range }) => [code, file, range.start])).toEqual([
      ['TY3220', shebao, { line, column: 3 }],
    ])
  })

  it('refuses a length that no pool gives', () => {
    const systems = [systemWith('aa', { internet: undefined })]
    const pools = { internet: [pool('10.0.0.0/16', 24, 26, 28)], extranet: [] }
    for (const prefixLength of [8, 23, 29, 32]) {
      const { allocations, findings } = allocate(withPools(pools, systems), systems, { prefixLength })
      expect([allocations, findings.map(({ code }) => code)]).toEqual([[], ['TY3221']])
    }
  })

  it('leaves alone what stands in manifests that could not be understood', () => {
    const systems = [systemWith('aa', { internet: undefined })]
    const pools = { internet: [pool('10.0.0.0/24', 26, 26, 28)], extranet: [] }
    const unseen = networksIn(
      'network: { ipv4: 10.0.0.0/26\n from: 10.0.0.0/8, "10.0.0.70/28" :: 300.0.0.0/8',
    )
    const { allocations } = allocate(withPools(pools, systems), systems, { unseen })
    expect(allocations.map(({ cidr }) => cidr)).toEqual(['10.0.0.128/26'])
  })
})

describe('allocate, whatever stands already', () => {
  const pools: Platform = {
    internet: [pool('10.0.0.0/25', 26, 28, 30), pool('fd00::/60', 64, 64, 64)],
    extranet: [pool('10.0.1.0/26', 28, 28, 30)],
  }
  const within = (cidr: string) =>
    fc
      .tuple(fc.integer({ min: 27, max: 30 }), fc.nat(127))
      .map(([length, at]) => Cidr.of(cidr).subnet(length, BigInt(at) % Cidr.of(cidr).subnetCount(length)))
      .map(network => ({ ipv4: network.toString() }))
  const system = fc.record({
    internet: fc.option(within('10.0.0.0/25'), { nil: undefined }),
    extranet: fc.option(within('10.0.1.0/26'), { nil: undefined }),
  })
  const repository = fc.array(system, { maxLength: 8 })

  it('never overlaps, stays in the pools, and is the same in any order of the files', () => {
    fc.assert(
      fc.property(repository, fc.infiniteStream(fc.nat(1000)), (zones, weights) => {
        const systems = zones.map((networks, index) => systemWith(`s${index}`, networks))
        const { allocations } = allocate(withPools(pools, systems), systems)
        const shuffled = systems
          .map(one => [weights.next().value, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one)
        expect(allocate(withPools(pools, shuffled), shuffled).allocations.map(shown)).toEqual(
          allocations.map(shown),
        )
        const before = zones.flatMap(({ internet, extranet }) => [internet, extranet])
        const taken = before.flatMap(network => (network === undefined ? [] : [Cidr.of(network.ipv4)]))
        for (const { zone, cidr } of allocations) {
          const network = Cidr.of(cidr)
          expect(taken.filter(other => other.overlaps(network))).toEqual([])
          const own = zone === 'internet' ? pools.internet : pools.extranet
          expect(own.some(one => Cidr.of(one.cidr).contains(network))).toBe(true)
          taken.push(network)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('gives the lowest block that is free, found by trying all of them', () => {
    fc.assert(
      fc.property(repository, fc.integer({ min: 26, max: 30 }), (zones, prefixLength) => {
        const others = zones.map((networks, index) => systemWith(`s${index}`, networks))
        const own = systemWith('zz', { internet: undefined })
        const model = withPools(pools, [...others, own])
        const { allocations, findings } = allocate(model, [own], { prefixLength })
        const held = zones.flatMap(({ internet }) => (internet === undefined ? [] : [Cidr.of(internet.ipv4)]))
        const whole = Cidr.of('10.0.0.0/25')
        const all = Array.from({ length: Number(whole.subnetCount(prefixLength)) }, (_, index) =>
          whole.subnet(prefixLength, BigInt(index)),
        )
        const lowest = all.find(block => !held.some(other => other.overlaps(block)))
        const ipv4 = allocations.find(({ family }) => family === 'ipv4')
        expect(ipv4?.cidr).toBe(lowest?.toString())
        expect(findings.map(({ code }) => code)).toEqual(lowest === undefined ? ['TY3220'] : [])
      }),
      { numRuns: 100 },
    )
  })
})

function shown({ system, zone, cidr }: { system: System; zone: string; cidr: string }): string {
  return `${system.address} ${zone} ${cidr}`
}
