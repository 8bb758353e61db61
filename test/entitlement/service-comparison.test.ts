import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServiceLine } from '../../generated/types/system.ts'
import { addCalendarDays, dateOf, dayOf } from '../../lib/clock/day.ts'
import {
  compareServices,
  type Difference,
  differencesOf,
  isInForce,
  type Services,
} from '../../lib/entitlement/index.ts'
import { system } from '../desired-state/model.ts'

/** `quantity`, or `quantity from to` with `-` for an open end. */
function line(text: string, item = 'a'): ServiceLine {
  const [quantity, from = '-', to = '-'] = text.split(' ')
  return {
    item,
    quantity: Number(quantity),
    ...(from === '-' ? {} : { from }),
    ...(to === '-' ? {} : { to }),
  }
}

function services(...texts: readonly string[]): Services {
  return { internet: { services: texts.map(text => line(text)) } }
}

const of = { zone: 'internet', item: 'a' }

/** What is held before, what after, and how they differ. */
const differences: readonly (readonly [string, readonly string[], readonly string[], readonly object[]])[] = [
  ['the same', ['2'], ['2'], []],
  ['more', ['2'], ['3'], [{ kind: 'enlarge', before: 2, after: 3 }]],
  ['fewer', ['2'], ['1'], [{ kind: 'shrink', before: 2, after: 1 }]],
  ['a first', [], ['2'], [{ kind: 'enlarge', before: 0, after: 2 }]],
  ['none any more', ['2'], [], [{ kind: 'shrink', before: 2, after: 0 }]],
  ['two lines that add up', ['5'], ['2', '3'], []],
  ['a line cut into two that follow', ['2'], ['2 - 2026-06-30', '2 2026-07-01'], []],
  ['a day between the two', ['2'], ['2 - 2026-06-30', '2 2026-07-02'], [{ kind: 'reschedule' }]],
  ['an end', ['2'], ['2 - 2027-01-31'], [{ kind: 'reschedule' }]],
  ['a later end', ['2 - 2026-01-31'], ['2 - 2027-01-31'], [{ kind: 'reschedule' }]],
  ['a beginning', ['2'], ['2 2027-01-01'], [{ kind: 'reschedule' }]],
  ['other days altogether', ['2 - 2026-01-31'], ['2 2026-06-01'], [{ kind: 'reschedule' }]],
  [
    'one summer more',
    ['4 2026-07-01 2026-08-31'],
    ['4 2026-07-01 2026-08-31', '4 2027-07-01 2027-08-31'],
    [{ kind: 'reschedule' }],
  ],
  [
    'more in the second summer',
    ['4 2026-07-01 2026-08-31', '4 2027-07-01 2027-08-31'],
    ['4 2026-07-01 2026-08-31', '5 2027-07-01 2027-08-31'],
    [{ kind: 'enlarge', before: 4, after: 5, on: '2027-07-01' }],
  ],
  [
    'more at once than ever, on other days',
    ['2 - 2026-01-31'],
    ['3 2026-06-01'],
    [{ kind: 'enlarge', before: 0, after: 3, on: '2026-06-01' }],
  ],
  [
    'at most fewer, on other days',
    ['3 2026-06-01'],
    ['2 - 2026-01-31'],
    [{ kind: 'shrink', before: 3, after: 0, on: '2026-06-01' }],
  ],
  [
    'always what there was at most',
    ['4', '6 2026-07-01 2026-07-01'],
    ['10'],
    [{ kind: 'enlarge', before: 4, after: 10 }],
  ],
  [
    'fewer first, and then more',
    ['4'],
    ['3 - 2026-06-30', '6 2026-07-01'],
    [
      { kind: 'enlarge', before: 4, after: 6, on: '2026-07-01' },
      { kind: 'shrink', before: 4, after: 3 },
    ],
  ],
  ['a line without a day', ['2'], ['2', '9 2026-02-01 2026-01-31'], []],
  ['an end that is for ever', ['2'], ['2 - 9999-12-31'], []],
]

describe('the services of two lists', () => {
  it.each(differences)('differ by %s', (_title, before, after, expected) => {
    expect(compareServices(services(...before), services(...after))).toEqual(
      expected.map(one => ({ ...of, ...one })),
    )
  })

  it('differ by zones, pools and items in the order of their names', () => {
    const before: Services = {
      internet: { services: [line('1', 'b'), line('1', 'a')] },
      dmz: { services: [line('1')] },
      extranet: { pool: 'gold', services: [line('1')] },
    }
    const after: Services = {
      internet: { pool: 'shared', services: [line('2', 'c'), line('2', 'a'), line('3', 'b')] },
      extranet: { services: [line('2')] },
      backup: { services: [line('1')] },
    }
    expect(compareServices(before, after)).toEqual([
      { kind: 'add-zone', zone: 'backup' },
      { kind: 'leave-zone', zone: 'dmz' },
      { kind: 'change-pool', zone: 'extranet', before: 'gold', after: 'shared' },
      { kind: 'enlarge', zone: 'extranet', item: 'a', before: 1, after: 2 },
      { kind: 'enlarge', zone: 'internet', item: 'a', before: 1, after: 2 },
      { kind: 'enlarge', zone: 'internet', item: 'b', before: 1, after: 3 },
      { kind: 'enlarge', zone: 'internet', item: 'c', before: 0, after: 2 },
    ])
  })

  it('have no zone by a name that every object knows', () => {
    expect(compareServices({}, { constructor: { services: [] } })).toEqual([
      { kind: 'add-zone', zone: 'constructor' },
    ])
  })

  it.each([
    ['2026-06-30', [{ kind: 'shrink', before: 4, after: 2 }]],
    ['2026-07-01', []],
  ])('are compared from %s on only', (since, expected) => {
    const compared = compareServices(services('2', '2 - 2026-06-30'), services('2'), since)
    expect(compared).toEqual(expected.map(one => ({ ...of, ...one })))
  })

  it('are those of two manifests, over all days', () => {
    const [before, after] = [services('2', '2 - 2020-01-31'), services('2')].map(zones =>
      system('lantian/unit/menhu', {
        zones: Object.fromEntries(Object.entries(zones).map(([id, zone]) => [id, { ...zone }])),
      }),
    )
    if (before === undefined || after === undefined) throw new Error('no manifest')
    expect(differencesOf(before, after)).toEqual([{ ...of, kind: 'shrink', before: 4, after: 2 }])
    expect(differencesOf(before, before)).toEqual([])
  })
})

const [firstDay, dayCount] = [dayOf('2026-01-01'), 12]
const days = Array.from({ length: dayCount }, (_, index) => dateOf(firstDay + index))
const someDay = fc.constantFrom(...days)
const someLine: fc.Arbitrary<ServiceLine> = fc
  .record({ item: fc.constantFrom('a', 'b'), quantity: fc.integer({ min: 1, max: 3 }) })
  .chain(entry =>
    fc.record({ from: someDay, to: someDay }, { requiredKeys: [] }).map(term => ({ ...entry, ...term })),
  )
const someServices: fc.Arbitrary<Services> = fc
  .array(someLine, { maxLength: 4 })
  .map(lines => ({ internet: { services: lines } }))

/** The quantities of an item on every day on which they can differ, and on one before and one after them. */
function quantities({ internet }: Services, item: string, since = ''): readonly number[] {
  const all = [addCalendarDays('2026-01-01', -1), ...days, dateOf(firstDay + dayCount)]
  return all
    .filter(day => day >= since)
    .map(day =>
      (internet?.services ?? [])
        .filter(one => one.item === item && isInForce(one, day))
        .reduce((sum, one) => sum + one.quantity, 0),
    )
}

function kindsOf(found: readonly Difference[], item: string): readonly string[] {
  return found.filter(one => 'item' in one && one.item === item).map(({ kind }) => kind)
}

describe('the comparison', () => {
  it('finds nothing exactly when every quantity is the same on every day', () => {
    fc.assert(
      fc.property(someServices, someServices, (before, after) => {
        const equal = ['a', 'b'].every(item => {
          const had = quantities(before, item)
          return quantities(after, item).every((quantity, index) => quantity === had[index])
        })
        expect(compareServices(before, after).length === 0).toBe(equal)
        expect(compareServices(before, before)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('tells more from fewer by days on which there was some, and by what there was at most', () => {
    fc.assert(
      fc.property(someServices, someServices, fc.option(someDay, { nil: '' }), (before, after, since) => {
        const [had, has] = [quantities(before, 'a', since), quantities(after, 'a', since)]
        const grows = (from: readonly number[], to: readonly number[]) =>
          to.some((quantity, index) => {
            const earlier = from[index] ?? 0
            return quantity > earlier && (earlier > 0 || quantity > Math.max(...from))
          })
        const sizes = [...(grows(had, has) ? ['enlarge'] : []), ...(grows(has, had) ? ['shrink'] : [])]
        const differs = had.some((quantity, index) => quantity !== has[index])
        const expected = sizes.length === 0 && differs ? ['reschedule'] : sizes
        expect(kindsOf(compareServices(before, after, since), 'a')).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('finds fewer where the other way round there are more, and the same days moved', () => {
    const turned = { enlarge: 'shrink', shrink: 'enlarge' } as const
    fc.assert(
      fc.property(someServices, someServices, (before, after) => {
        const back = compareServices(after, before).map(one =>
          one.kind === 'enlarge' || one.kind === 'shrink'
            ? { ...one, kind: turned[one.kind], before: one.after, after: one.before }
            : one,
        )
        const keyed = (found: readonly Difference[]) =>
          found.map(one => JSON.stringify(one, Object.keys(one).sort())).sort()
        expect(keyed(back)).toEqual(keyed(compareServices(before, after)))
      }),
      { numRuns: 500 },
    )
  })

  it('does not see in what order lines stand, nor where one is cut', () => {
    fc.assert(
      fc.property(fc.array(someLine, { maxLength: 4 }), someDay, (lines, day) => {
        const cut = lines.toReversed().flatMap(one => {
          const inside = (one.from ?? '') <= day && day < (one.to ?? '9999-12-31')
          return inside
            ? [
                { ...one, to: day },
                { ...one, from: addCalendarDays(day, 1) },
              ]
            : [one]
        })
        const [before, after] = [lines, cut].map((services): Services => ({ internet: { services } }))
        expect(compareServices(before ?? {}, after ?? {})).toEqual([])
      }),
    )
  })
})
