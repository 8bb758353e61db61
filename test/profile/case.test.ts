import { describe, expect, it } from 'vitest'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest, ZoneGrant } from '../../generated/types/system.ts'
import { caseOf, grantChanges } from '../../lib/profile/case.ts'
import { loaded } from '../example-repository.ts'
import { regulation, single } from './regulation.ts'

type Grants = Readonly<Record<string, ZoneGrant>>

function at(history: readonly HistoryEvent[], index: number, others: Partial<SystemManifest> = {}) {
  const { model, system } = single({ history, ...others })
  return caseOf(model, regulation, system, index)
}

const servers = (quantity: number): ZoneGrant => ({ services: [{ item: 'ecs.small', quantity }] })
const disks = (quantity: number): ZoneGrant => ({ services: [{ item: 'evs.ssd', quantity }] })

describe('the marks of an event', () => {
  const history: readonly HistoryEvent[] = [
    { event: 'submitted', on: '2026-01-05', conditions: ['major'] },
    { event: 'refused', on: '2026-01-06' },
    { event: 'submitted', on: '2026-01-07', conditions: ['emergency', 'large'] },
    { event: 'approved', on: '2026-01-08', conditions: ['self-procurement'] },
    { event: 'change-submitted', on: '2026-02-05' },
    { event: 'change-approved', on: '2026-02-06', conditions: ['large'] },
  ]

  it.each([
    [0, ['major']],
    [1, ['major']],
    [2, ['emergency', 'large']],
    [3, ['emergency', 'large', 'self-procurement']],
    [4, []],
    [5, ['large']],
    [6, ['large']],
  ] as const)('are at event %i those from its request on: %o', (index, flags) => {
    expect(at(history, index).flags).toEqual(flags)
  })

  it('are before any request those from the first event on', () => {
    const early: readonly HistoryEvent[] = [
      { event: 'noted', on: '2026-01-01', conditions: ['major'] },
      { event: 'noted', on: '2026-01-02', conditions: ['large'] },
    ]
    expect(at(early, 0).flags).toEqual(['major'])
    expect(at(early, 1).flags).toEqual(['major', 'large'])
  })
})

describe('the case of an event', () => {
  it('knows the unit of the system by its address', () => {
    const { model } = loaded()
    const system = model.systemByAddress.get('jiuquan/guazhou/zhihui-chengguan')
    const profile = model.catalogue.jurisdictions.get('jiuquan')?.value
    if (system === undefined || profile === undefined) throw new Error('no system')
    expect(caseOf(model, profile, system, 0).unit).toBe(model.unitByAddress.get('jiuquan/guazhou')?.value)
    expect(caseOf(model, profile, system, 0).system).toBe(system.value)
    expect(caseOf({ ...model, unitByAddress: new Map() }, profile, system, 0).unit).toBeUndefined()
  })
})

describe('a request over the budget', () => {
  function flagsOf(
    budget: { readonly approved: string; readonly current?: string },
    percent: number | undefined = 10,
  ) {
    const profile: JurisdictionProfile = {
      ...regulation,
      ...(percent === undefined ? {} : { budget: { overrunPercent: percent, article: 'LT-9' } }),
    }
    const { model, system } = single({
      history: [{ event: 'submitted', on: '2026-01-05' }],
      project: { budget },
    })
    return caseOf(model, profile, system, 0).flags
  }

  it.each([
    ['1000.00', '1100.00', ['budget-overrun']],
    ['1000.00', '1099.99', []],
    ['1000', '1101', ['budget-overrun']],
    ['1000.5', '1100.55', ['budget-overrun']],
    ['1000.5', '1100.54', []],
    ['0.02', '0.03', ['budget-overrun']],
    ['90000000000000.00', '98999999999999.99', []],
    ['90000000000000.00', '99000000000000.00', ['budget-overrun']],
  ] as const)('approved at %s has grown to %s: %o', (approved, current, flags) => {
    expect(flagsOf({ approved, current })).toEqual(flags)
  })

  it('is bounded by the share of the regulation, and by none where it has none', () => {
    const budget = { approved: '1000.00', current: '1200.00' }
    expect(flagsOf(budget, 20)).toEqual(['budget-overrun'])
    expect(flagsOf({ ...budget, current: '1199.99' }, 20)).toEqual([])
    const { model, system } = single({
      history: [{ event: 'submitted', on: '2026-01-05' }],
      project: { budget },
    })
    expect(caseOf(model, regulation, system, 0).flags).toEqual([])
  })

  it('is none while an amount is missing', () => {
    expect(flagsOf({ approved: '1000.00' })).toEqual([])
    const { model, system } = single({ history: [{ event: 'submitted', on: '2026-01-05' }] })
    const bounded = { ...regulation, budget: { overrunPercent: 10, article: 'LT-9' } }
    expect(caseOf(model, bounded, system, 0).flags).toEqual([])
  })
})

describe('how a grant differs from the one before', () => {
  const changesOf = (before: Grants, after: Grants) =>
    grantChanges(
      [
        { event: 'approved', on: '2026-01-05', grants: before },
        { event: 'noted', on: '2026-01-06' },
        { event: 'change-approved', on: '2026-02-05', grants: after },
      ],
      2,
    )

  it.each([
    ['a zone more', { internet: servers(1) }, { internet: servers(1), extranet: servers(1) }, ['add-zone']],
    ['a zone less', { internet: servers(1), extranet: servers(1) }, { internet: servers(1) }, ['leave-zone']],
    ['another zone', { internet: servers(1) }, { extranet: servers(1) }, ['add-zone', 'leave-zone']],
    ['one more', { internet: servers(2) }, { internet: servers(3) }, ['enlarge']],
    ['one less', { internet: servers(2) }, { internet: servers(1) }, ['shrink']],
    ['the same', { internet: servers(2) }, { internet: servers(2) }, []],
    ['another item', { internet: servers(1) }, { internet: disks(1) }, ['enlarge', 'shrink']],
    [
      'more here and less there',
      { internet: servers(2), extranet: servers(2) },
      { internet: servers(3), extranet: servers(1) },
      ['enlarge', 'shrink'],
    ],
    [
      'more in both zones',
      { internet: servers(2), extranet: servers(2) },
      { internet: servers(3), extranet: servers(3) },
      ['enlarge'],
    ],
    [
      'the same in two lines',
      { internet: servers(3) },
      { internet: { services: [...servers(1).services, ...servers(2).services] } },
      [],
    ],
    ['a pool', { internet: servers(1) }, { internet: { pool: 'exclusive', ...servers(1) } }, ['change-pool']],
    ['the pool named', { internet: servers(1) }, { internet: { pool: 'shared', ...servers(1) } }, []],
    [
      'the pool left out',
      { internet: { pool: 'exclusive', ...servers(1) } },
      { internet: servers(1) },
      ['change-pool'],
    ],
  ] as const)('by %s', (_title, before, after, changes) => {
    expect([...changesOf(before, after)].sort()).toEqual(changes)
  })

  it('is nothing for the first grant, for an event without one, and for none', () => {
    const history: readonly HistoryEvent[] = [
      { event: 'submitted', on: '2026-01-04' },
      { event: 'approved', on: '2026-01-05', grants: { internet: servers(1) } },
      { event: 'noted', on: '2026-01-06' },
    ]
    expect([0, 1, 2, 3].map(index => grantChanges(history, index))).toEqual([[], [], [], []])
  })

  it('is counted from the last grant before it, not from the first or from one after it', () => {
    const granted = (quantity: number): HistoryEvent => ({
      event: 'change-approved',
      on: '2026-01-05',
      grants: { internet: servers(quantity) },
    })
    const history = [granted(1), granted(3), granted(2), granted(9)]
    expect([1, 2, 3].map(index => grantChanges(history, index))).toEqual([
      ['enlarge'],
      ['shrink'],
      ['enlarge'],
    ])
  })
})

describe('what a request changes', () => {
  const approved: HistoryEvent = { event: 'approved', on: '2026-01-05', grants: { internet: servers(2) } }
  const asked: HistoryEvent = { event: 'change-submitted', on: '2026-02-05' }
  const answered = (quantity: number): HistoryEvent => ({
    event: 'change-approved',
    on: '2026-02-09',
    grants: { internet: servers(quantity) },
  })

  it('is what the grant that answers it changes, whatever the manifest asks for by now', () => {
    const history = [approved, asked, { event: 'noted', on: '2026-02-06' }, answered(3)]
    expect(at(history, 1, { zones: { internet: servers(1) } }).changes).toEqual(['enlarge'])
    expect(at(history, 3, { zones: { internet: servers(1) } }).changes).toEqual(['enlarge'])
  })

  it('is while it waits what the manifest asks for', () => {
    expect(at([approved, asked], 1, { zones: { internet: servers(3) } }).changes).toEqual(['enlarge'])
    expect(at([approved, asked], 1, { zones: { internet: servers(1) } }).changes).toEqual(['shrink'])
    expect(at([approved, asked], 1, { zones: { internet: servers(2) } }).changes).toEqual([])
  })

  it('is nothing once another request took its place', () => {
    const history = [approved, asked, { event: 'refused', on: '2026-02-06' }, asked, answered(3)]
    const zones = { internet: servers(1) }
    expect([1, 2, 3, 4].map(index => at(history, index, { zones }).changes)).toEqual([
      [],
      [],
      ['enlarge'],
      ['enlarge'],
    ])
  })

  it('is nothing for an event that neither requests nor grants, is unknown, or is still to come', () => {
    const zones = { internet: servers(3) }
    const history = [
      approved,
      { event: 'papers-completed', on: '2026-02-06' },
      { event: 'constructor', on: '2026-02-06' },
    ]
    expect([1, 2, 3].map(index => at(history, index, { zones }).changes)).toEqual([[], [], []])
  })
})
