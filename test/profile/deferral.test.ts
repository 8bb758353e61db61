import { describe, expect, it } from 'vitest'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { emergenciesIn, isDeferred } from '../../lib/profile/deferral.ts'
import { regulation } from './regulation.ts'

const emergency: JurisdictionProfile = {
  ...regulation,
  lifecycle: {
    ...regulation.lifecycle,
    events: {
      ...regulation.lifecycle.events,
      'opened-at-once': {
        name: '紧急开通',
        from: ['draft'],
        to: 'live',
        grants: 'required',
        requests: true,
        marks: ['emergency'],
        article: 'LT-8',
      },
    },
  },
  emergency: { flags: ['emergency', 'green-channel'], completedBy: 'papers-completed', article: 'LT-8' },
}

const grants = { internet: { services: [] } }
const before: HistoryEvent = { event: 'submitted', on: '2026-01-04', conditions: ['major'] }
const first: HistoryEvent = { event: 'submitted', on: '2026-01-05', conditions: ['large', 'emergency'] }
const granted: HistoryEvent = { event: 'approved', on: '2026-01-06', grants, until: '2026-01-31' }
const completed: HistoryEvent = { event: 'papers-completed', on: '2026-01-20' }
const after: HistoryEvent = { event: 'noted', on: '2026-01-21' }
const second: HistoryEvent = { event: 'change-submitted', on: '2026-02-05', conditions: ['green-channel'] }
const atOnce: HistoryEvent = { event: 'opened-at-once', on: '2026-01-05', grants, until: '2026-01-12' }

describe('an emergency', () => {
  const history = [before, first, granted, completed, after, second, after]

  it('is a procedure of its own, from its mark to what completes it', () => {
    expect(emergenciesIn(emergency, history)).toEqual([
      { start: 1, marked: 1, last: 2, agreed: 2, completed: 3 },
      { start: 5, marked: 5, last: 6, agreed: 5, completed: undefined },
    ])
  })

  it('is not completed as long as its papers are not, whatever is asked for after it', () => {
    const both = emergenciesIn(emergency, [first, granted, second])
    expect(both.map(one => [one.start, one.completed])).toEqual([
      [0, undefined],
      [2, undefined],
    ])
    const closed = emergenciesIn(emergency, [first, granted, second, completed])
    expect(closed.map(one => one.completed)).toEqual([3, 3])
  })

  it('is another where its procedure is marked anew after it was completed', () => {
    const again = emergenciesIn(emergency, [first, completed, { ...after, conditions: ['emergency'] }])
    expect(again.map(one => [one.marked, one.completed])).toEqual([
      [0, 1],
      [2, undefined],
    ])
  })

  it('has the day that was agreed last: by the grant, or by an event that is marked again', () => {
    const early = { ...first, until: '2026-03-01' }
    const agreedIn = (...events: readonly HistoryEvent[]) =>
      emergenciesIn(emergency, events).map(one => one.agreed)
    expect(agreedIn(early, granted)).toEqual([1])
    expect(agreedIn(early)).toEqual([0])
    expect(agreedIn(early, granted, { ...after, until: '2026-04-01' })).toEqual([1])
    expect(agreedIn(early, granted, { ...after, until: '2026-04-01', conditions: ['emergency'] })).toEqual([
      2,
    ])
  })

  it('is one by the event itself, where the regulation marks it', () => {
    expect(emergenciesIn(emergency, [atOnce])).toEqual([
      { start: 0, marked: 0, last: 0, agreed: 0, completed: undefined },
    ])
  })

  it('is not completed by papers that were completed before it', () => {
    expect(emergenciesIn(emergency, [completed, first]).map(one => one.completed)).toEqual([undefined])
  })

  it('is none where no event bears its mark, where the regulation knows none, or before its mark', () => {
    expect(emergenciesIn(emergency, [before, granted])).toEqual([])
    expect(emergenciesIn(emergency, [])).toEqual([])
    expect(emergenciesIn(regulation, history)).toEqual([])
    expect(emergenciesIn(emergency, history, 0)).toEqual([])
  })
})

describe('a requirement', () => {
  const on = ['submitted'] as const
  const article = 'LT-3'

  it('is deferred where it may be and an emergency of its own request is open', () => {
    expect(isDeferred(emergency, { article, on, deferrable: true }, [first], 0)).toBe(true)
    expect(isDeferred(emergency, { article, on, deferrable: true }, [atOnce], 0)).toBe(true)
    expect(isDeferred(emergency, { article, on, deferrable: false }, [first], 0)).toBe(false)
    expect(isDeferred(emergency, { article, on }, [first], 0)).toBe(false)
    expect(isDeferred(emergency, { article, on, deferrable: true }, [before], 0)).toBe(false)
    expect(isDeferred(emergency, { article, on, deferrable: true }, [first, completed], 1)).toBe(false)
  })

  it('is not deferred by the emergency of an earlier request', () => {
    const plain: HistoryEvent = { event: 'change-submitted', on: '2026-02-05' }
    expect(isDeferred(emergency, { article, on, deferrable: true }, [first, granted, plain], 2)).toBe(false)
  })
})
