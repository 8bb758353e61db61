import { describe, expect, it } from 'vitest'
import type { JurisdictionProfile, Requirement } from '../../generated/types/jurisdiction.ts'
import type { PlatformChange, PlatformEvent } from '../../generated/types/platform.ts'
import { caseOfChange, changeDeadlines, unmetByChange } from '../../lib/profile/platform-changes.ts'
import { definition } from '../clock/definitions.ts'
import { modelOf } from '../desired-state/model.ts'
import { regulation } from './regulation.ts'

function change(members: Partial<PlatformChange>): PlatformChange {
  return {
    id: 'gengxin',
    name: '更新',
    jurisdiction: 'lantian',
    major: false,
    interrupts: true,
    history: [{ event: 'platform-change-submitted', on: '2026-03-02' }],
    ...members,
  }
}

describe('a change to the platform', () => {
  it.each([
    [{ major: false }, []],
    [{ major: true }, ['major']],
    [{ emergency: true }, ['emergency']],
    [{ emergency: false }, []],
    [{ major: true, emergency: true }, ['major', 'emergency']],
  ] as const)('that says %o is marked %o, and has no system', (members, flags) => {
    const { system, unit, changes, ...others } = caseOfChange(change(members))
    expect([system, unit, changes, others.flags]).toEqual([undefined, undefined, [], flags])
  })
})

describe('the papers of a change', () => {
  const plan: Requirement = {
    article: 'LT-3',
    on: ['platform-change-submitted', 'platform-change-done'],
    papers: ['方案'],
  }
  const assessment: Requirement = {
    article: 'LT-4',
    on: ['platform-change-done'],
    when: { flags: ['major'] },
    papers: ['评估', '意见'],
  }
  const other: Requirement = { article: 'LT-5', on: ['platform-change-submitted'], reason: true }
  const profile: JurisdictionProfile = { ...regulation, requirements: [plan, assessment, other] }
  const lacking = (members: Partial<PlatformChange>) =>
    unmetByChange(profile, change(members)).map(({ requirement, index, papers }) => [
      requirement.article,
      index,
      ...papers,
    ])
  const paper = (type: string) => ({ type, on: '2026-03-01' })

  it('are lacking at each event that asks for them', () => {
    const history: readonly PlatformEvent[] = [
      { event: 'platform-change-submitted', on: '2026-03-02' },
      { event: 'platform-change-done', on: '2026-03-09', papers: [paper('意见')] },
    ]
    expect(lacking({ history })).toEqual([
      ['LT-3', 0, '方案'],
      ['LT-3', 1, '方案'],
    ])
    expect(lacking({ history, major: true })).toEqual([
      ['LT-3', 0, '方案'],
      ['LT-3', 1, '方案'],
      ['LT-4', 1, '评估'],
    ])
  })

  it('count from the event that brings them on, and not before it', () => {
    const first: PlatformEvent = {
      event: 'platform-change-submitted',
      on: '2026-03-02',
      papers: [paper('方案')],
    }
    expect(lacking({ history: [first, { event: 'platform-change-done', on: '2026-03-09' }] })).toEqual([])
    const late: PlatformEvent = { event: 'platform-change-done', on: '2026-03-09', papers: [paper('方案')] }
    expect(lacking({ history: [{ event: 'platform-change-submitted', on: '2026-03-02' }, late] })).toEqual([
      ['LT-3', 0, '方案'],
    ])
  })
})

describe('the notice of a change', () => {
  const notice = definition({
    id: 'notice',
    from: ['platform-change-notified'],
    until: ['platform-change-done'],
    days: { working: 3 },
    direction: 'ahead',
    when: { not: { flags: ['emergency'] } },
  })
  const profile: JurisdictionProfile = { ...regulation, deadlines: [notice] }
  const model = modelOf({ systems: [], asOf: '2026-03-20' })
  const statesOf = (members: Partial<PlatformChange>) =>
    changeDeadlines(model, profile, change(members)).map(({ state, due }) => [state, due])
  // 2026-03-02 is a Monday: three working days later begins on Friday the 6th at the earliest.
  const history = (done: string): readonly PlatformEvent[] => [
    { event: 'platform-change-notified', on: '2026-03-02' },
    { event: 'platform-change-done', on: done },
  ]

  it('is owed so many working days ahead', () => {
    const [met] = statesOf({ history: history('2026-03-12') })
    const [missed] = statesOf({ history: history('2026-03-03') })
    expect([met?.[0], missed?.[0]]).toEqual(['met', 'missed'])
  })

  it('is owed only of changes that can disturb systems, and where the condition holds', () => {
    expect(statesOf({ history: history('2026-03-03'), interrupts: false })).toEqual([])
    expect(statesOf({ history: history('2026-03-03'), emergency: true })).toEqual([])
    expect(changeDeadlines(model, regulation, change({ history: history('2026-03-03') }))).toEqual([])
  })
})
