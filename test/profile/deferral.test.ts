import { describe, expect, it } from 'vitest'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { isDeferred, openEmergency } from '../../lib/profile/deferral.ts'
import { regulation } from './regulation.ts'

const emergency: JurisdictionProfile = {
  ...regulation,
  emergency: { flags: ['emergency', 'green-channel'], completedBy: 'papers-completed', article: 'LT-8' },
}

const before: HistoryEvent = { event: 'submitted', on: '2026-01-04', conditions: ['major'] }
const first: HistoryEvent = { event: 'submitted', on: '2026-01-05', conditions: ['large', 'emergency'] }
const granted: HistoryEvent = { event: 'approved', on: '2026-01-06' }
const completed: HistoryEvent = { event: 'papers-completed', on: '2026-01-20' }
const after: HistoryEvent = { event: 'noted', on: '2026-01-21' }
const second: HistoryEvent = { event: 'change-submitted', on: '2026-02-05', conditions: ['green-channel'] }

describe('an emergency', () => {
  const history = [before, first, granted, completed, after, second, after]

  it.each([
    [0, undefined],
    [1, first],
    [2, first],
    [3, undefined],
    [4, undefined],
    [5, second],
    [6, second],
    [7, second],
  ] as const)('is open at event %i from its mark until its papers are complete', (index, opened) => {
    expect(openEmergency(emergency, history, index)).toBe(opened)
  })

  it('is the last of several that are marked', () => {
    expect(openEmergency(emergency, [first, second, granted], 2)).toBe(second)
    expect(openEmergency(emergency, [first, completed, second], 2)).toBe(second)
    expect(openEmergency(emergency, [first, second, completed], 2)).toBeUndefined()
  })

  it('is not completed by papers that were completed before it', () => {
    expect(openEmergency(emergency, [completed, first], 1)).toBe(first)
  })

  it('is none where no event bears its mark, or where the regulation knows none', () => {
    expect(openEmergency(emergency, [before, granted], 1)).toBeUndefined()
    expect(openEmergency(emergency, [], 0)).toBeUndefined()
    expect(openEmergency(regulation, history, 1)).toBeUndefined()
  })
})

describe('a requirement', () => {
  const on = ['submitted'] as const

  it('is deferred where it may be and an emergency is open', () => {
    const article = 'LT-3'
    expect(isDeferred(emergency, { article, on, deferrable: true }, [first], 0)).toBe(true)
    expect(isDeferred(emergency, { article, on, deferrable: false }, [first], 0)).toBe(false)
    expect(isDeferred(emergency, { article, on }, [first], 0)).toBe(false)
    expect(isDeferred(emergency, { article, on, deferrable: true }, [before], 0)).toBe(false)
    expect(isDeferred(emergency, { article, on, deferrable: true }, [first, completed], 1)).toBe(false)
  })
})
