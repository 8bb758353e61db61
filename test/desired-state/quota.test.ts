import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Delivery, QuotaSpec, ServiceItem } from '../../generated/types/service.ts'
import type { ServiceLine } from '../../generated/types/system.ts'
import { grantedLines } from '../../lib/desired-state/grant.ts'
import type { Quota } from '../../lib/desired-state/index.ts'
import { quotaOfLines } from '../../lib/desired-state/line-quota.ts'
import { type QuotaContext, quotaOf } from '../../lib/desired-state/quota.ts'
import { item, items, modelOf } from './model.ts'

const catalogue = modelOf({ systems: [] }).catalogue.items
const context: QuotaContext = {
  networks: 1,
  subnets: 2,
  rules: 12,
  apis: ['compute', 'block-storage', 'network', 'load-balancer', 'dns', 'object-storage'],
  volumeTypes: ['sata', 'ssd'],
}

function quota(lines: readonly ServiceLine[], given: QuotaContext = context): Quota {
  return quotaOf(grantedLines(lines, catalogue, '2026-11-23'), given)
}

/** Every number of a quota by its path. */
function numbers(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]]
  return Object.entries(value ?? {}).flatMap(([key, member]) => numbers(member, `${path}/${key}`))
}

const lines = fc.array(
  fc.record({
    item: fc.constantFrom(...items.map(item => item.id)),
    quantity: fc.integer({ min: 1, max: 1000 }),
  }),
  { maxLength: 12 },
)

const sized = (...more: readonly ServiceItem[]) =>
  modelOf({ systems: [], items: [...items, ...more] }).catalogue.items
const byQuota = (quota: QuotaSpec, flavors?: readonly string[]): Delivery => ({
  by: 'quota',
  quota,
  ...(flavors && { flavors }),
})
const apart = sized(
  item('cpu', byQuota({ vcpus: 1 }, ['ecs.small', 'ecs.large'])),
  item('cpu.large', byQuota({ vcpus: 4 }, ['ecs.large'])),
  item('ram', byQuota({ ramMib: 1024 })),
  item('address', byQuota({ addresses: 1 })),
  item('mbps', byQuota({ bandwidthMbps: 1 })),
  item('package', {
    by: 'bundle',
    items: [
      { item: 'ecs.small', quantity: 2 },
      { item: 'evs.ssd', quantity: 100 },
      { item: 'sec.waf' },
      { item: 'inner' },
    ],
  }),
  item('inner', {
    by: 'bundle',
    items: [{ item: 'cpu', quantity: 4 }, { item: 'line', quantity: 5 }, { item: 'package' }],
  }),
  item('line', { by: 'address', address: { mbpsPerUnit: 1 } }),
)
const lined = (lines: readonly ServiceLine[]) => quotaOfLines(lines, apart, '2026-11-23')

describe('cores, memory, addresses and bandwidth that are granted by themselves', () => {
  it('are in the quota as they are, with servers of the smallest size that may be used', () => {
    const { quota, bandwidthKbps } = lined([
      { item: 'cpu', quantity: 9 },
      { item: 'ram', quantity: 24 },
      { item: 'address', quantity: 3 },
      { item: 'mbps', quantity: 50 },
    ])
    expect(quota.compute).toMatchObject({ cores: 9, ramMib: 24_576, instances: 4 })
    expect(quota.network).toMatchObject({ floatingIps: 3, ports: 8 + 2 * 4 })
    expect(bandwidthKbps).toBe(50_000)
  })

  it('add to what servers and addresses bring with them', () => {
    const { quota, bandwidthKbps } = lined([
      { item: 'ecs.small', quantity: 2 },
      { item: 'cpu.large', quantity: 4 },
      { item: 'eip.10m', quantity: 1 },
      { item: 'address', quantity: 1 },
      { item: 'mbps', quantity: 5 },
    ])
    expect(quota.compute).toMatchObject({ cores: 4 + 16, ramMib: 8192, instances: 2 + 2 })
    expect([quota.network.floatingIps, bandwidthKbps]).toEqual([2, 15_000])
  })

  it('come with a bundle as if its members were granted', () => {
    expect(lined([{ item: 'package', quantity: 3 }])).toEqual(
      lined([
        { item: 'ecs.small', quantity: 6 },
        { item: 'evs.ssd', quantity: 300 },
        { item: 'cpu', quantity: 12 },
        { item: 'line', quantity: 15 },
      ]),
    )
  })

  it('make no difference by how their quantities are written', () => {
    const ids = [...apart.keys()]
    const list = fc.array(
      fc.record({
        item: fc.constantFrom(...ids),
        quantity: fc.integer({ min: 1, max: 500 }),
        cut: fc.nat(500),
        unit: fc.option(fc.constantFrom('个', 'piece'), { nil: undefined }),
      }),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(list, fc.nat(), (cuts, turn) => {
        const whole = cuts.map(({ item, quantity }) => ({ item, quantity }))
        const parts = cuts.flatMap(({ item, quantity, cut, unit }): ServiceLine[] => {
          const named = unit === undefined ? { item } : { item, unit }
          return cut === 0 || cut >= quantity
            ? [{ ...named, quantity }]
            : [
                { ...named, quantity: cut },
                { ...named, quantity: quantity - cut },
              ]
        })
        const at = parts.length === 0 ? 0 : turn % parts.length
        expect(lined([...parts.slice(at), ...parts.slice(0, at)])).toEqual(lined(whole))
      }),
    )
  })
})

describe('a quota', () => {
  it('has a whole number from 0 up in every field, whatever was granted', () => {
    fc.assert(
      fc.property(lines, granted => {
        for (const [path, value] of numbers(quota(granted)))
          expect(Number.isSafeInteger(value) && value >= 0, path).toBe(true)
      }),
    )
  })

  it('has the same fields whatever was granted', () => {
    const fields = (granted: readonly ServiceLine[]) => numbers(quota(granted)).map(([path]) => path)
    fc.assert(
      fc.property(lines, granted => {
        expect(fields(granted)).toEqual(fields([]))
      }),
    )
  })

  it('never shrinks when a grant grows', () => {
    fc.assert(
      fc.property(lines, lines, (granted, more) => {
        const larger = new Map(numbers(quota([...granted, ...more])))
        for (const [path, value] of numbers(quota(granted)))
          expect(larger.get(path), path).toBeGreaterThanOrEqual(value)
      }),
    )
  })

  it('adds up: two grants together give what each gives, the base once', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const [base, ofA, ofB] = [[], a, b].map(granted => new Map(numbers(quota(granted))))
        for (const [path, value] of numbers(quota([...a, ...b])))
          expect(value, path).toBe((ofA?.get(path) ?? 0) + (ofB?.get(path) ?? 0) - (base?.get(path) ?? 0))
      }),
    )
  })

  it('counts quantities, not lines', () => {
    expect(quota([{ item: 'ecs.small', quantity: 3 }])).toEqual(
      quota([1, 1, 1].map(quantity => ({ item: 'ecs.small', quantity }))),
    )
  })

  it('leaves room for the tool’s own networks and rules, and none for more of them', () => {
    const { network } = quota([])
    expect(network).toMatchObject({ networks: 1, subnets: 2, routers: 1, subnetPools: 0, rbacPolicies: 0 })
    expect(network.securityGroupRules).toBeGreaterThanOrEqual(12)
    expect(quota([], { ...context, networks: 0, subnets: 0 }).network).toMatchObject({
      networks: 0,
      subnets: 0,
      routers: 0,
    })
  })

  it('speaks of the services that the zone has, and of no other', () => {
    const apis = ['compute', 'block-storage', 'network'] as const
    expect(Object.keys(quota([], { ...context, apis }))).toEqual(['compute', 'blockStorage', 'network'])
  })

  it('names every volume type of the zone, with 0 for those not granted', () => {
    const { blockStorage } = quota([{ item: 'evs.ssd', quantity: 200 }])
    expect(blockStorage).toMatchObject({ gigabytes: 200, volumeTypes: { sata: 0, ssd: 200 } })
  })
})
