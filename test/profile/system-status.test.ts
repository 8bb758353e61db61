import { describe, expect, it } from 'vitest'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import { deadlinesOf } from '../../lib/profile/deadlines.ts'
import { systemStatusOf } from '../../lib/profile/system-status.ts'
import { definition } from '../clock/definitions.ts'
import { loaded } from '../example-repository.ts'
import { regulation, single } from './regulation.ts'

const submitted: HistoryEvent = { event: 'submitted', on: '2026-03-02' }
const approved: HistoryEvent = {
  event: 'approved',
  on: '2026-03-04',
  grants: { internet: { services: [{ item: 'ecs.small', quantity: 1 }] } },
}

function statusOn(
  asOf: string,
  history: readonly HistoryEvent[],
  members: Partial<JurisdictionProfile> = {},
  system: Partial<SystemManifest> = {},
) {
  const { model, system: only } = single({ history, ...system }, { asOf })
  return systemStatusOf(model, { ...regulation, ...members }, only)
}

describe('where a system stands', () => {
  it('is told by its state, in the words of the regulation', () => {
    const { state, name, resources, since } = statusOn('2026-03-05', [submitted, approved])
    expect([state, name, resources, since]).toEqual(['live', '运行', 'formal', '2026-03-04'])
  })

  it.each([
    ['2026-03-03', 'submitted', 'none', '2026-03-02'],
    ['2026-03-04', 'live', 'formal', '2026-03-04'],
    ['2026-03-01', 'draft', 'none', undefined],
  ])('counts events up to %s and not after it', (asOf, state, resources, since) => {
    const status = statusOn(asOf, [submitted, approved])
    expect([status.state, status.resources, status.since]).toEqual([state, resources, since])
  })

  it('is told by the id of a state that the regulation has no name for', () => {
    const lifecycle = { ...regulation.lifecycle, initial: 'constructor' }
    const { state, name, resources, steps } = statusOn('2026-03-05', [], { lifecycle })
    expect([state, name, resources, steps]).toEqual(['constructor', 'constructor', 'none', []])
  })
})

describe('the next steps of a system', () => {
  it('are the events that leave its state, with who takes them', () => {
    const { steps } = statusOn('2026-03-05', [submitted, approved])
    expect(steps.map(({ event, name, article, role, actor }) => [event, name, article, role, actor])).toEqual(
      [
        ['change-submitted', '申请变更', 'LT-5', 'unit', '用云单位'],
        ['papers-completed', '补齐手续', 'LT-6', undefined, undefined],
        ['closed', '退出', 'LT-7', 'stranger', undefined],
      ],
    )
  })

  const wanted: Partial<JurisdictionProfile> = {
    requirements: [
      { article: 'LT-3', on: ['submitted'], papers: ['申请'] },
      { article: 'LT-5', on: ['change-submitted'], papers: ['变更申请'], fresh: true },
      { article: 'LT-6', on: ['closed', 'change-submitted'], papers: ['方案'] },
      { article: 'LT-7', on: ['closed'], when: { origin: ['migrated'] }, papers: ['备份'] },
      { article: 'LT-8', on: ['closed'], provides: ['backup'] },
      { article: 'LT-9', on: ['closed'], facts: ['unit.contacts.responsible'] },
    ],
  }
  const lacking = (system: Partial<SystemManifest> = {}) =>
    statusOn('2026-03-05', [submitted, approved], wanted, system).steps.map(step => [
      step.event,
      ...step.lacking.map(({ requirement }) => requirement.article),
    ])

  it('lack what their requirements ask for and the system does not have', () => {
    expect(lacking()).toEqual([
      ['change-submitted', 'LT-5', 'LT-6'],
      ['papers-completed'],
      ['closed', 'LT-6', 'LT-8', 'LT-9'],
    ])
    const papers = ['变更申请', '方案'].map(type => ({ type, on: '2026-03-01' }))
    expect(lacking({ papers, origin: 'migrated' })).toEqual([
      ['change-submitted', 'LT-5'],
      ['papers-completed'],
      ['closed', 'LT-7', 'LT-8', 'LT-9'],
    ])
  })

  it('are judged by the unit of the system', () => {
    const { model } = loaded()
    const system = model.systemByAddress.get('jiuquan/wenlvju/wenwu-jiance')
    const profile = model.catalogue.jurisdictions.get('jiuquan')?.value
    if (system === undefined || profile === undefined) throw new Error('no system')
    const own = (of: typeof model) =>
      systemStatusOf(of, profile, system)
        .steps.find(({ event }) => event === 'submitted')
        ?.lacking.flatMap(({ facts }) => facts)
    expect(own(model)).toEqual([])
    expect(own({ ...model, unitByAddress: new Map() })).toEqual([
      'unit.contacts.responsible',
      'unit.contacts.emergency',
    ])
  })
})

describe('the deadlines of a system', () => {
  const review = definition({ id: 'review', from: ['submitted'], until: ['approved'], days: { working: 3 } })
  const longer = definition({ ...review, id: 'longer', days: { working: 9 } })
  const minimum = definition({
    ...review,
    id: 'minimum',
    direction: 'at-least',
    days: { calendar: 1, onHoliday: 'keep' },
  })
  const other = definition({ ...review, id: 'other', until: ['refused'], days: { working: 1 } })

  it('are those that are open, and a step is due by the nearest that asks for it', () => {
    const deadlines = [longer, minimum, review, other]
    const status = statusOn('2026-03-02', [submitted], { deadlines })
    expect(status.deadlines.map(({ definition: { id } }) => id)).toEqual([
      'longer',
      'minimum',
      'review',
      'other',
    ])
    // 2026-03-02 is a Monday.
    expect(status.steps.map(({ event, due }) => [event, due])).toEqual([
      ['refused', '2026-03-03'],
      ['approved', '2026-03-05'],
    ])
  })

  it('are no longer told once they were met, voided, or ended too late', () => {
    const voided = { ...longer, id: 'voided', until: ['closed'], voidedBy: ['approved'] }
    const deadlines = [review, voided]
    const idsOn = (history: readonly HistoryEvent[], asOf: string) =>
      statusOn(asOf, history, { deadlines }).deadlines.map(({ definition: { id } }) => id)
    expect(idsOn([submitted], '2026-03-03')).toEqual(['review', 'voided'])
    expect(idsOn([submitted, approved], '2026-03-04')).toEqual([])
    expect(idsOn([submitted, { ...approved, on: '2026-03-06' }], '2026-03-06')).toEqual([])
  })

  it.each([
    ['2026-03-02', 'running'],
    ['2026-03-05', 'due-soon'],
    ['2026-03-06', 'missed'],
  ])('are told while they run, are due soon or were missed: on %s %s', (asOf, state) => {
    const { deadlines } = statusOn(asOf, [submitted], { deadlines: [review] })
    expect(deadlines.map(deadline => deadline.state)).toEqual([state])
  })

  it('are told while they are paused', () => {
    const paused = definition({ ...review, pausedBy: ['noted'], resumedBy: ['resumed'] })
    const history = [submitted, { event: 'noted', on: '2026-03-03' }]
    const { deadlines, steps } = statusOn('2026-03-20', history, { deadlines: [paused] })
    expect(deadlines.map(({ state }) => state)).toEqual(['paused'])
    expect(steps.map(({ due }) => due)).toEqual([undefined, undefined])
  })

  it('are told while they wait for a day that is still to be agreed', () => {
    const agreed = definition({ ...review, id: 'agreed', days: { agreed: true } })
    const { deadlines, steps } = statusOn('2026-03-03', [submitted], { deadlines: [agreed] })
    expect(deadlines.map(({ state }) => state)).toEqual(['waiting'])
    expect(steps.map(({ due }) => due)).toEqual([undefined, undefined])
  })

  it('are judged on any day, by conditions of the event that starts them and dates of the project', () => {
    const large = definition({ ...review, id: 'large', when: { flags: ['major'] } })
    const built = definition({ ...review, id: 'built', days: { caseDate: 'construction-end' } })
    const profile = { ...regulation, deadlines: [large, built] }
    const of = (members: Partial<SystemManifest>) => {
      const { model, system } = single({ history: [submitted], ...members })
      return deadlinesOf(model, profile, system, '2026-03-03').map(({ definition: { id }, due }) => [id, due])
    }
    expect(of({})).toEqual([['built', undefined]])
    expect(of({ history: [{ ...submitted, conditions: ['major'] }] })).toEqual([
      ['large', '2026-03-05'],
      ['built', undefined],
    ])
    expect(of({ project: { period: { from: '2026-01-01', to: '2026-06-30' } } })).toEqual([
      ['built', '2026-06-30'],
    ])
  })

  it('are none where the regulation has none, and are judged today where no day is said', () => {
    const { model, system } = single({ history: [submitted] }, { asOf: '2026-03-06' })
    expect(deadlinesOf(model, regulation, system)).toEqual([])
    const [deadline] = deadlinesOf(model, { ...regulation, deadlines: [review] }, system)
    expect(deadline?.state).toBe('missed')
  })

  it('count the working days of the jurisdiction', () => {
    const { model } = loaded()
    const system = model.systems.find(({ value }) => value.metadata.jurisdiction === 'zhejiang')
    if (system === undefined || model.catalogue.calendar === undefined) throw new Error('no calendar')
    const { value } = model.catalogue.calendar
    const overrides = [{ on: '2026-03-03', day: 'holiday' as const, basis: '示例', jurisdiction: 'zhejiang' }]
    const calendar = { ...model.catalogue.calendar, value: { ...value, overrides } }
    const of = (id: string) => {
      const profile = { ...regulation, metadata: { ...regulation.metadata, id }, deadlines: [review] }
      const own = { ...system, value: { ...system.value, history: [submitted] } }
      return deadlinesOf(
        { ...model, catalogue: { ...model.catalogue, calendar } },
        profile,
        own,
        '2026-03-02',
      )[0]?.due
    }
    expect([of('zhejiang'), of('datong')]).toEqual(['2026-03-06', '2026-03-05'])
  })
})
