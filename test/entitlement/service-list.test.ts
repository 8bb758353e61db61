import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListedService, listedServices, pairServices } from '../../lib/entitlement/index.ts'

const line = { zone: 'internet', pool: 'shared', item: 'a', from: undefined, to: undefined }

describe('a list of services', () => {
  it('has every line of every zone in the order in which they are written, with its pool', () => {
    const listed = listedServices({
      internet: {
        services: [
          { item: 'b', quantity: 1, unit: 'GiB' },
          { item: 'a', quantity: 2, from: '2026-01-01', to: '2026-01-31' },
        ],
      },
      extranet: { pool: 'gold', services: [{ item: 'a', quantity: 3 }] },
    })
    expect(listed).toEqual([
      { ...line, item: 'b', quantity: 1 },
      { ...line, quantity: 2, from: '2026-01-01', to: '2026-01-31' },
      { ...line, zone: 'extranet', pool: 'gold', quantity: 3 },
    ])
    expect(listed.map(one => 'unit' in one)).toEqual([false, false, false])
  })
})

describe('two lists side by side', () => {
  it('pair lines that differ by their quantity alone', () => {
    expect(pairServices([{ ...line, quantity: 1 }], [{ ...line, quantity: 3 }])).toEqual([
      { ...line, before: 1, after: 3 },
    ])
  })

  it.each([
    ['zone', { zone: 'extranet' }],
    ['pool', { pool: 'gold' }],
    ['item', { item: 'b' }],
    ['first day', { from: '2026-01-01' }],
    ['last day', { to: '2026-01-01' }],
  ])('keep lines apart that differ by their %s', (_what, other) => {
    expect(pairServices([{ ...line, quantity: 1 }], [{ ...line, ...other, quantity: 1 }])).toEqual([
      { ...line, before: 1, after: 0 },
      { ...line, ...other, before: 0, after: 1 },
    ])
  })

  it('do not take a first day for a last one', () => {
    const [from, to] = [
      { ...line, from: '2026-01-01', quantity: 1 },
      { ...line, to: '2026-01-01', quantity: 1 },
    ]
    expect(pairServices([from], [to])).toHaveLength(2)
  })

  it('add up equal lines of one list', () => {
    expect(
      pairServices(
        [
          { ...line, quantity: 1 },
          { ...line, quantity: 2 },
        ],
        [],
      ),
    ).toEqual([{ ...line, before: 3, after: 0 }])
  })

  it('go zone by zone: the first list’s order, then what only the second has', () => {
    const extranet = { ...line, zone: 'extranet' }
    const before: readonly ListedService[] = [
      { ...line, item: 'b', quantity: 1 },
      { ...extranet, quantity: 1 },
    ]
    const after: readonly ListedService[] = [
      { ...line, item: 'c', quantity: 1 },
      { ...line, item: 'b', quantity: 1 },
      { ...line, zone: 'backup', quantity: 1 },
    ]
    expect(pairServices(before, after).map(({ zone, item }) => `${zone} ${item}`)).toEqual([
      'internet b',
      'internet c',
      'extranet a',
      'backup a',
    ])
  })

  it('lose no quantity on either side', () => {
    const service = fc.record<ListedService>({
      zone: fc.constantFrom('internet', 'extranet'),
      pool: fc.constantFrom('shared', 'gold'),
      item: fc.constantFrom('a', 'b'),
      from: fc.constantFrom(undefined, '2026-01-01'),
      to: fc.constantFrom(undefined, '2026-01-01'),
      quantity: fc.integer({ min: 1, max: 9 }),
    })
    const total = (quantities: readonly number[]) => quantities.reduce((sum, one) => sum + one, 0)
    fc.assert(
      fc.property(fc.array(service), fc.array(service), (before, after) => {
        const pairs = pairServices(before, after)
        expect(total(pairs.map(pair => pair.before))).toBe(total(before.map(one => one.quantity)))
        expect(total(pairs.map(pair => pair.after))).toBe(total(after.map(one => one.quantity)))
      }),
    )
  })
})
