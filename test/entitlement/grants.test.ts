import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../generated/types/system.ts'
import {
  grantIndexOn,
  grantsOn,
  hasEnded,
  isInForce,
  profileOf,
  standingsOf,
} from '../../lib/entitlement/index.ts'
import type { Model } from '../../lib/model/model.ts'
import { modelOf, system } from '../desired-state/model.ts'
import { granting } from './regulation.ts'

describe('a line is in force', () => {
  it.each([
    [{}, '2026-06-01', true],
    [{ from: '2026-06-02' }, '2026-06-01', false],
    [{ from: '2026-06-01' }, '2026-06-01', true],
    [{ to: '2026-06-01' }, '2026-06-01', true],
    [{ to: '2026-05-31' }, '2026-06-01', false],
    [{ to: '9999-12-31' }, '2026-06-01', true],
    [{ from: '2026-06-02', to: '2026-06-01' }, '2026-06-01', false],
    [{ from: undefined, to: undefined }, '2026-06-01', true],
  ])('%o on %s: %s', (term, day, holds) => {
    expect(isInForce(term, day)).toBe(holds)
  })
})

const history: readonly HistoryEvent[] = [
  { event: 'submitted', on: '2026-01-01' },
  granting('opened', '2026-01-10', 1),
  { event: 'noted', on: '2026-02-01' },
  granting('changed', '2026-03-01', 2),
]

describe('the grant of a day', () => {
  it.each([
    ['2026-01-09', -1],
    ['2026-01-10', 1],
    ['2026-02-28', 1],
    ['2026-03-01', 3],
  ])('on %s is that of event %i', (day, index) => {
    expect(grantIndexOn(history, day)).toBe(index)
  })

  it('is none before the first', () => {
    expect([...grantsOn(system('lantian/unit/menhu', { history }), '2026-01-09')]).toEqual([])
  })

  it('holds each zone with its pool and the lines in force', () => {
    const grants = {
      internet: {
        services: [
          { item: 'a', quantity: 1, to: '2026-03-31' },
          { item: 'b', quantity: 2, from: '2026-04-01' },
        ],
      },
      extranet: { pool: 'gold', services: [{ item: 'c', quantity: 3, from: '2027-01-01' }] },
    }
    const manifest = system('lantian/unit/menhu', {
      history: [{ event: 'opened', on: '2026-03-01', grants }],
    })
    expect(Object.fromEntries(grantsOn(manifest, '2026-03-31'))).toEqual({
      internet: { pool: 'shared', services: [{ item: 'a', quantity: 1, to: '2026-03-31' }] },
      extranet: { pool: 'gold', services: [] },
    })
    expect(
      grantsOn(manifest, '2026-04-01')
        .get('internet')
        ?.services.map(({ item }) => item),
    ).toEqual(['b'])
  })

  it('is the last one written that is not after the day', () => {
    const event = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.boolean())
      .map(
        ([day, grants]): HistoryEvent =>
          grants ? granting('changed', `2026-01-0${day}`) : { event: 'noted', on: `2026-01-0${day}` },
      )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), events => {
        const index = grantIndexOn(events, '2026-01-05')
        const holds = (one: HistoryEvent) => one.grants !== undefined && one.on <= '2026-01-05'
        expect(index >= 0).toBe(events.some(holds))
        expect(events.slice(index + 1).some(holds)).toBe(false)
        if (index >= 0) expect(events.slice(index, index + 1).every(holds)).toBe(true)
      }),
    )
  })
})

describe('how a system stands', () => {
  const grants = {
    internet: { services: [{ item: 'a', quantity: 1 }] },
    extranet: { services: [{ item: 'a', quantity: 1, from: '2027-01-01' }] },
  }
  const manifest = system('lantian/unit/menhu', {
    history: [
      { event: 'tried', on: '2026-01-01', grants },
      { event: 'opened', on: '2026-02-01' },
      { event: 'closed', on: '2026-03-01' },
    ],
  })

  function at(asOf: string) {
    const model = modelOf({ systems: [manifest], asOf })
    const [first] = model.systems
    if (first === undefined) throw new Error('no system')
    return { model, first }
  }

  it.each([
    ['2025-12-31', {}, false],
    ['2026-01-01', { internet: 'trial', extranet: 'trial' }, false],
    ['2026-02-01', { internet: 'formal', extranet: 'formal' }, false],
    ['2026-03-01', {}, true],
  ])('on %s in each zone that is granted: %o; and whether its life is over: %s', (day, standings, over) => {
    const { model, first } = at(day)
    expect(standingsOf(model, first)).toEqual(standings)
    expect(hasEnded(model, first)).toBe(over)
  })

  it('is unknown where its jurisdiction has no profile', () => {
    const { model, first } = at('2026-02-01')
    const without: Model = { ...model, catalogue: { ...model.catalogue, jurisdictions: new Map() } }
    expect(profileOf(model, first)?.metadata.id).toBe('lantian')
    expect(profileOf(without, first)).toBeUndefined()
    expect(standingsOf(without, first)).toEqual({})
    expect(hasEnded({ ...without, asOf: '2026-03-01' }, first)).toBe(false)
  })
})
