import { describe, expect, it } from 'vitest'
import { deliveredOn, growingDays } from '../../lib/entitlement/index.ts'
import { modelOf } from '../desired-state/model.ts'

const { items } = modelOf({ systems: [] }).catalogue

const phases = [
  { item: 'ecs.small', quantity: 2, to: '2026-06-30' },
  { item: 'ecs.large', quantity: 3, from: '2026-07-01' },
  { item: 'evs.ssd', quantity: 100 },
]

describe('what lines deliver on a day', () => {
  it.each([
    ['2026-06-30', ['ecs.small 2', 'evs.ssd 100']],
    ['2026-07-01', ['ecs.large 3', 'evs.ssd 100']],
  ])('%s is of the lines in force: %j', (day, parts) => {
    expect(deliveredOn(items, phases, day).map(({ item, quantity }) => `${item} ${quantity}`)).toEqual(parts)
  })

  it('is nothing of an item that the catalogue does not have', () => {
    expect(deliveredOn(items, [{ item: 'unheard.of', quantity: 1 }], '2026-06-30')).toEqual([])
  })
})

describe('the days on which lines can come to more', () => {
  it.each([
    ['2026-06-30', ['2026-06-30', '2026-07-01']],
    ['2026-07-01', ['2026-07-01']],
    ['2027-01-01', ['2027-01-01']],
  ])('from %s on are those on which one begins: %j', (since, days) => {
    expect(growingDays(phases, since)).toEqual(days)
  })

  it('are none where every line has ended', () => {
    expect(growingDays(phases.slice(0, 1), '2026-07-01')).toEqual([])
  })
})
