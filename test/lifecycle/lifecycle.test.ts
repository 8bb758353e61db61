import { describe, expect, it } from 'vitest'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import { grantsOn } from '../../lib/entitlement/index.ts'
import { resourcesOf, stateOf } from '../../lib/lifecycle/index.ts'

const profile: JurisdictionProfile = {
  apiVersion: 'tenantry/v1',
  kind: 'Jurisdiction',
  metadata: { id: 'lantian', name: { zh: '蓝田', en: 'Lantian' } },
  regulation: { title: '蓝田办法', articles: 'LT' },
  roles: {},
  zones: {},
  lifecycle: {
    article: 'LT-1',
    initial: 'draft',
    states: {
      draft: { name: '拟申请', resources: 'none' },
      testing: { name: '测试', resources: 'trial' },
      running: { name: '运行', resources: 'formal' },
      ended: { name: '已退出', resources: 'none' },
    },
    events: {
      trial: { name: '开通测试', from: ['draft'], to: 'testing', grants: 'required', article: 'LT-2' },
      opened: { name: '开通', from: ['testing'], to: 'running', grants: 'allowed', article: 'LT-3' },
      noted: { name: '备注', from: ['testing', 'running'], article: 'LT-4' },
      ended: { name: '退出', from: ['running'], to: 'ended', article: 'LT-5' },
    },
  },
}

const history: readonly HistoryEvent[] = [
  {
    event: 'trial',
    on: '2025-01-10',
    grants: { internet: { services: [{ item: 'a', quantity: 1 }] } },
  },
  {
    event: 'opened',
    on: '2025-03-01',
    grants: {
      internet: {
        pool: 'gold',
        services: [
          { item: 'a', quantity: 2 },
          { item: 'b', quantity: 1, from: '2025-04-01', to: '2025-04-30' },
        ],
      },
    },
  },
  { event: 'noted', on: '2025-03-05' },
  { event: 'ended', on: '2025-06-01' },
]

const system: SystemManifest = {
  apiVersion: 'tenantry/v1',
  kind: 'System',
  metadata: { id: 'menhu', name: '门户', jurisdiction: 'lantian', unit: 'zhengban' },
  origin: 'new',
  classified: false,
  dataInCountry: true,
  purpose: '政务服务',
  mlps: { level: 2 },
  domestic: { adapted: true },
  contacts: { responsible: { name: '某某', phone: '000000' } },
  zones: { internet: { services: [{ item: 'a', quantity: 1 }] } },
  history,
}

describe('the state of a system', () => {
  it.each([
    ['2025-01-09', 'draft', 'none'],
    ['2025-01-10', 'testing', 'trial'],
    ['2025-03-05', 'running', 'formal'],
    ['2025-06-01', 'ended', 'none'],
  ] as const)('on %s is %s, with %s resources', (date, state, resources) => {
    expect(stateOf(profile, history, date)).toEqual({ state, below: [], resources, misfits: [] })
    expect(resourcesOf(profile, system, date)).toBe(resources)
  })

  it('has no resources where the profile does not know the state', () => {
    const { lifecycle } = profile
    const lost = { ...profile, lifecycle: { ...lifecycle, initial: 'constructor' } }
    expect(resourcesOf(lost, system, '2025-01-09')).toBe('none')
  })

  it('does not move on an event that is unknown or does not fit, and names each', () => {
    const odd: readonly HistoryEvent[] = [
      { event: 'opened', on: '2025-01-01' },
      { event: 'constructor', on: '2025-01-02' },
      ...history.slice(0, 1),
    ]
    const draft = { state: 'draft', below: [], resources: 'none' }
    expect(stateOf(profile, odd, '2025-12-31')).toEqual({
      state: 'testing',
      below: [],
      resources: 'trial',
      misfits: [
        { index: 0, reason: 'wrong-state', ...draft },
        { index: 1, reason: 'unknown-event', ...draft },
      ],
    })
  })
})

describe('the grant of a system', () => {
  it('is that of the last granting event on or before the day', () => {
    expect(grantsOn(system, '2025-01-09').size).toBe(0)
    expect(grantsOn(system, '2025-02-28').get('internet')).toEqual({
      pool: 'shared',
      services: [{ item: 'a', quantity: 1 }],
    })
    expect(grantsOn(system, '2025-12-31').get('internet')?.pool).toBe('gold')
  })

  it.each([
    ['2025-03-31', 1],
    ['2025-04-01', 2],
    ['2025-04-30', 2],
    ['2025-05-01', 1],
  ])('counts a dated line on %s as part of %i', (date, lines) => {
    expect(grantsOn(system, date).get('internet')?.services).toHaveLength(lines)
  })
})

describe('a state that was asked for before', () => {
  it('is another on another day, of another history and under another profile', () => {
    const { initial, ...course } = profile.lifecycle
    const elsewhere = { ...profile, lifecycle: { ...course, initial: 'testing' } }
    const days = ['2025-01-09', '2025-01-10', '2025-01-09']
    const states = (of: JurisdictionProfile, events: readonly HistoryEvent[]) =>
      days.map(day => stateOf(of, events, day).state)
    expect(states(profile, history)).toEqual(['draft', 'testing', 'draft'])
    expect(states(profile, [])).toEqual(['draft', 'draft', 'draft'])
    expect(states(elsewhere, [])).toEqual(['testing', 'testing', 'testing'])
    expect(states(profile, history)).toEqual(['draft', 'testing', 'draft'])
  })
})
