import { describe, expect, test } from 'vitest'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import { outlineOf } from '../../lib/desired-state/index.ts'
import { caseSummaries } from '../../lib/summary/case-summary.ts'
import { definition } from '../clock/definitions.ts'
import { regulation, single } from '../profile/regulation.ts'

const small = (quantity: number) => ({ internet: { services: [{ item: 'ecs.small', quantity }] } })

const submitted: HistoryEvent = { event: 'submitted', on: '2026-03-02', by: '张三', source: { change: 7 } }
const refused: HistoryEvent = { event: 'refused', on: '2026-03-03' }
const approved: HistoryEvent = { event: 'approved', on: '2026-03-04', grants: small(1) }
const changeSubmitted: HistoryEvent = { event: 'change-submitted', on: '2026-03-06', by: '李四' }
const changeApproved: HistoryEvent = { event: 'change-approved', on: '2026-03-09', grants: small(3) }
const closed: HistoryEvent = { event: 'closed', on: '2026-03-10' }

interface Parts {
  readonly history: readonly HistoryEvent[]
  readonly asOf?: string
  readonly profile?: Partial<JurisdictionProfile>
  readonly members?: Partial<SystemManifest>
}

function caseOf({ history, asOf = '2026-03-20', profile = {}, members = {} }: Parts) {
  const { model } = single({ history, ...members }, { asOf })
  const value = { ...regulation, ...profile }
  const jurisdictions = new Map(
    [...model.catalogue.jurisdictions].map(([id, known]) => [id, { ...known, value, written: value }]),
  )
  const own = { ...model, catalogue: { ...model.catalogue, jurisdictions } }
  const [only] = caseSummaries(own, outlineOf(own))
  if (only === undefined) throw new Error('no case')
  return only
}

const toDecide = definition({
  id: 'decision',
  name: '作出决定',
  from: ['submitted'],
  until: ['approved', 'refused'],
  days: { working: 3 },
  responsible: 'office',
  article: 'LT-3',
})

describe('how soon somebody has to act', () => {
  test.each([
    ['under-way', 'a request that waits', [submitted]],
    ['under-way', 'a request that was sent back', [submitted, refused]],
    ['standing', 'what is granted and in use', [submitted, approved]],
    ['under-way', 'a change that waits', [submitted, approved, changeSubmitted]],
    ['standing', 'a change that is granted', [submitted, approved, changeSubmitted, changeApproved]],
    ['ended', 'an exit', [submitted, approved, closed]],
  ])('is %s of %s', (urgency, _, history) => {
    expect(caseOf({ history }).urgency).toBe(urgency)
  })

  test('is under way of a grant until it is carried out, and says by which step', () => {
    const { events, states } = regulation.lifecycle
    const opening = { from: ['granted'], to: 'live', article: 'LT-4', actor: 'office' }
    const lifecycle = {
      ...regulation.lifecycle,
      states: { ...states, granted: { name: '已批准', resources: 'formal' as const } },
      events: {
        ...events,
        approved: { name: '批准', from: ['submitted'], to: 'granted', article: 'LT-4' },
        opened: { ...opening, name: '开通' },
        left: { ...opening, name: '退出', to: 'gone', branches: true },
      },
    }
    const granted = caseOf({ history: [submitted, approved], profile: { lifecycle } })
    expect([granted.urgency, granted.steps.map(({ name }) => name)]).toEqual(['under-way', ['开通']])
    const history = [submitted, approved, { event: 'opened', on: '2026-03-05' }]
    expect(caseOf({ history, profile: { lifecycle } }).urgency).toBe('standing')
  })

  // 2026-03-02 is a Monday: three working days end on Thursday the 5th.
  test.each([
    ['2026-03-05', 'due-soon', '尚余 0 个工作日'],
    ['2026-03-06', 'overdue', '逾期 1 个工作日'],
    ['2026-03-02', 'due', '尚余 3 个工作日'],
  ])('is told on %s by the nearest deadline that can be missed: %s', (asOf, urgency, distance) => {
    const waiting = definition({ from: ['submitted'], until: ['approved'], direction: 'at-least' })
    const told = caseOf({ history: [submitted], asOf, profile: { deadlines: [waiting, toDecide] } })
    expect(told.urgency).toBe(urgency)
    expect(told.duties.map(({ name, actor, due, ground }) => [name.zh, actor.zh, due, ground.zh])).toEqual([
      ['作出决定', '主管部门', '2026-03-05', expect.stringContaining('LT-3')],
    ])
    expect(told.duties[0]?.distance.zh).toBe(distance)
  })
})

test('a deadline in hours is told with its time', () => {
  const hourly = { ...toDecide, days: { hours: 48 } }
  const told = caseOf({ history: [submitted], asOf: '2026-03-02', profile: { deadlines: [hourly] } })
  expect(told.duties[0]?.dueAt).toMatch(/^\d\d:\d\d$/)
  const daily = caseOf({ history: [submitted], asOf: '2026-03-02', profile: { deadlines: [toDecide] } })
  expect(daily.duties[0]?.dueAt).toBeUndefined()
})

describe('what comes next', () => {
  test('leaves out the requests that may come at any time', () => {
    expect(caseOf({ history: [submitted] }).steps.map(({ name, actor }) => [name, actor])).toEqual([
      ['退回', '主管部门'],
      ['批准', '主管部门'],
    ])
    expect(caseOf({ history: [submitted, approved] }).steps).toEqual([])
  })

  test('is a request where nothing else may come', () => {
    expect(caseOf({ history: [submitted, refused] }).steps.map(({ name }) => name)).toEqual(['申请'])
  })

  test('names what is lacking for it, once', () => {
    const asked = { on: ['approved'], papers: ['批复'], article: 'LT-4' }
    const profile = { requirements: [asked, asked] }
    const [, approving] = caseOf({ history: [submitted], profile }).steps
    expect(approving?.lacking).toBe('《批复》')
  })
})

describe('the last request', () => {
  const members = { zones: small(3) }

  test('says who asked when, where, and how it differs from what is granted', () => {
    const { request } = caseOf({ history: [submitted, approved, changeSubmitted], members })
    expect(request).toMatchObject({ name: '申请变更', on: '2026-03-06', by: '李四', change: undefined })
    expect(request?.lines.map(({ zone, granted, asked }) => [zone, granted, asked])).toEqual([
      ['internet', 1, 3],
    ])
    expect(request?.fees?.text.zh).toBe('每月 ¥3.00')
  })

  test('is of everything where nothing is granted', () => {
    const { request } = caseOf({ history: [submitted], members })
    expect([request?.by, request?.change]).toEqual(['张三', 7])
    expect(request?.lines.map(({ granted, asked }) => [granted, asked])).toEqual([[0, 3]])
  })

  test('is told no more once it is granted as it was asked, and the system has gone', () => {
    const granted = [submitted, approved, changeSubmitted, changeApproved]
    expect(caseOf({ history: granted, members }).request).toBeUndefined()
    expect(caseOf({ history: [...granted, closed], members }).request).toBeUndefined()
  })

  test('is not told of a day on which nobody had made it', () => {
    const history = [submitted, approved, changeSubmitted]
    expect(caseOf({ history, members, asOf: '2026-03-05' }).request).toBeUndefined()
  })

  test('tells what it would open and close', () => {
    const ingress = (ports: readonly number[]) => [{ from: 'internet', protocol: 'tcp' as const, ports }]
    const zone = { services: [{ item: 'ecs.small', quantity: 1 }] }
    const granted = { ...approved, grants: { internet: { ...zone, ingress: ingress([80]) } } }
    const asked = { zones: { internet: { ...zone, ingress: ingress([443]) } } }
    const { request } = caseOf({ history: [submitted, granted, changeSubmitted], members: asked })
    expect(request?.lines).toEqual([])
    expect(request?.opened.map(({ en }) => en)).toEqual([expect.stringContaining('tcp 443')])
    expect(request?.closed.map(({ en }) => en)).toEqual([expect.stringContaining('tcp 80')])
  })
})
