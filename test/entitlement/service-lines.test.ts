import { describe, expect, it } from 'vitest'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import {
  currentLinesIn,
  grantedLinesIn,
  grantedLinesOf,
  type LineUse,
  linesIn,
  zoneUsesIn,
} from '../../lib/entitlement/index.ts'
import type { Model } from '../../lib/model/model.ts'
import { modelOf, system } from '../desired-state/model.ts'
import { granting, regulation } from './regulation.ts'

const asOf = '2026-06-01'

const history: readonly HistoryEvent[] = [
  {
    event: 'opened',
    on: '2026-01-01',
    grants: { internet: { services: [{ item: 'a', quantity: 1 }] } },
  },
  {
    event: 'changed',
    on: '2026-03-01',
    grants: {
      internet: {
        pool: 'gold',
        services: [
          { item: 'a', quantity: 2 },
          { item: 'b', quantity: 3, from: '2026-02-01', to: '2026-08-31' },
          { item: 'c', quantity: 4, from: '2026-07-01' },
          { item: 'd', quantity: 5, to: '2026-02-28' },
        ],
      },
    },
  },
]

const manifest = system('lantian/unit/menhu', {
  zones: { internet: { pool: 'gold', services: [{ item: 'a', quantity: 2, to: '2026-05-31' }] } },
  history,
})

function modelWith(value: SystemManifest, day = asOf) {
  const model = modelOf({
    systems: [value, system('lantian/unit/luntan', { zones: value.zones, history: value.history })],
    asOf: day,
  })
  const [first] = model.systems
  if (first === undefined) throw new Error('no system')
  return { model, first }
}

const told = (lines: readonly LineUse[]) =>
  lines.map(({ line, pool, span, current, event }) => ({
    what: `${line.item}${line.quantity} ${pool} ${event ?? 'asked'}`,
    span: `${span.from} ${span.until ?? ''}`.trim(),
    current,
  }))

describe('the zones of a system', () => {
  it('are those that it asks for, from today on, and those of each of its grants', () => {
    const { model, first } = modelWith(manifest)
    expect(zoneUsesIn(model, first)).toMatchObject([
      { zone: 'internet', pool: 'gold', event: undefined, path: ['zones', 'internet'], current: true },
      {
        pool: 'shared',
        event: 0,
        path: ['history', 0, 'grants', 'internet'],
        span: { from: '2026-01-01', until: '2026-03-01' },
        current: false,
      },
      { pool: 'gold', event: 1, span: { from: '2026-03-01', until: undefined }, current: true },
    ])
    expect(zoneUsesIn(model, first)[0]?.span).toEqual({ from: asOf, until: undefined })
    expect(zoneUsesIn(model, first).every(use => use.system === first)).toBe(true)
  })

  it.each([
    ['2026-02-28', true],
    ['2026-03-01', false],
  ])('of a grant matter on %s, of which it is a day: %s', (day, current) => {
    const { model, first } = modelWith(manifest, day)
    expect(zoneUsesIn(model, first)[1]?.current).toBe(current)
  })

  it('are no longer asked for once its life is over, and no grant matters then', () => {
    const { model, first } = modelWith({
      ...manifest,
      history: [...history, { event: 'closed', on: '2026-05-01' }],
    })
    expect(zoneUsesIn(model, first).map(({ current }) => current)).toEqual([false, false, false])
  })

  it('are only those that it asks for where its jurisdiction has no profile', () => {
    const { model, first } = modelWith(manifest)
    const without: Model = { ...model, catalogue: { ...model.catalogue, jurisdictions: new Map() } }
    expect(zoneUsesIn(without, first).map(({ event }) => event)).toEqual([undefined])
  })
})

describe('what a system asks for', () => {
  /** From when on, by a regulation that knows requests. */
  const askedFrom = (...events: readonly HistoryEvent[]) => {
    const { model, first } = modelWith({ ...manifest, history: events })
    const jurisdictions = new Map(
      [...model.catalogue.jurisdictions].map(([id, one]) => [id, { ...one, value: regulation }]),
    )
    const around = { ...model, catalogue: { ...model.catalogue, jurisdictions } }
    return zoneUsesIn(around, first)[0]?.span
  }
  const submitted = { event: 'submitted', on: '2026-01-01' }
  const approved = granting('approved', '2026-02-01')
  const opened = { event: 'opened', on: '2026-03-01' }

  it.each<[string, readonly HistoryEvent[], string]>([
    ['today, where it has asked before', [submitted, approved, opened], asOf],
    [
      'the day of its request, where that is still to come',
      [{ event: 'submitted', on: '2026-06-02' }],
      '2026-06-02',
    ],
    [
      'the day of the last of its requests',
      [
        submitted,
        approved,
        opened,
        { event: 'asked', on: '2026-07-01' },
        { event: 'noted', on: '2026-08-01' },
      ],
      '2026-07-01',
    ],
    [
      'the day of its first event, where none is a request',
      [
        { ...opened, on: '2026-06-03' },
        { event: 'noted', on: '2026-06-04' },
      ],
      '2026-06-03',
    ],
    ['today, where nothing has happened', [], asOf],
  ])('is asked for from %s', (_title, events, from) => {
    expect(askedFrom(...events)).toEqual({ from, until: undefined })
  })
})

describe('the lines of a system', () => {
  const { model, first } = modelWith(manifest)

  it('cover the days that they and their grant share; perhaps none', () => {
    expect(told(linesIn(model, first))).toEqual([
      { what: 'a2 gold asked', span: '2026-06-01 2026-06-01', current: true },
      { what: 'a1 shared 0', span: '2026-01-01 2026-03-01', current: false },
      { what: 'a2 gold 1', span: '2026-03-01', current: true },
      { what: 'b3 gold 1', span: '2026-03-01 2026-09-01', current: true },
      { what: 'c4 gold 1', span: '2026-07-01', current: true },
      { what: 'd5 gold 1', span: '2026-03-01 2026-03-01', current: true },
    ])
  })

  it('know where they stand, and whose they are', () => {
    expect(linesIn(model, first).map(({ path }) => path.join('.'))).toEqual([
      'zones.internet.services.0',
      'history.0.grants.internet.services.0',
      'history.1.grants.internet.services.0',
      'history.1.grants.internet.services.1',
      'history.1.grants.internet.services.2',
      'history.1.grants.internet.services.3',
    ])
    expect(linesIn(model, first).every(use => use.system === first && use.zone === 'internet')).toBe(true)
  })

  it('are current, or granted, or both', () => {
    const words = (lines: readonly LineUse[]) => told(lines).map(({ what }) => what)
    expect(words(currentLinesIn(model, first))).toEqual([
      'a2 gold asked',
      'a2 gold 1',
      'b3 gold 1',
      'c4 gold 1',
      'd5 gold 1',
    ])
    expect(words(grantedLinesIn(model, first))).toEqual([
      'a1 shared 0',
      'a2 gold 1',
      'b3 gold 1',
      'c4 gold 1',
      'd5 gold 1',
    ])
  })

  it('that are granted are gathered system by system', () => {
    expect(grantedLinesOf(model).map(({ system: { address }, event }) => `${address} ${event}`)).toEqual([
      ...['0', '1', '1', '1', '1'].map(event => `lantian/unit/menhu ${event}`),
      ...['0', '1', '1', '1', '1'].map(event => `lantian/unit/luntan ${event}`),
    ])
  })
})
