import { expect, test } from 'vitest'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { isUnderWay } from '../../lib/lifecycle/index.ts'
import { granting, regulation } from '../entitlement/regulation.ts'
import { regulation as short } from '../profile/regulation.ts'

const day = '2026-03-20'
const at = (event: string): HistoryEvent => ({ event, on: '2026-03-02' })
const granted = [at('submitted'), granting('approved', '2026-03-02')]
const live = [...granted, at('opened')]

test.each([
  [true, 'nothing has happened yet', []],
  [true, 'what is granted is not opened', granted],
  [true, 'only a trial stands', [...granted, at('tried')]],
  [false, 'what is granted is in use, though it may be suspended or given up', live],
  [true, 'it is suspended', [...live, at('suspended')]],
  [true, 'a request waits where it was made', [...live, at('asked')]],
  [true, 'a request waits, whatever else is noted', [...live, at('asked'), at('noted')]],
  [false, 'its request is granted', [...live, at('asked'), granting('changed', '2026-03-03')]],
  [false, 'its request is settled without a grant', [...live, at('asked'), at('changed')]],
  [true, 'what happened after its request does not fit', [...live, at('asked'), at('tried')]],
] as const)('somebody has still to act: %s where %s', (expected, _, history) => {
  expect(isUnderWay(regulation, history, day)).toBe(expected)
})

test('a request that led back to where it was made is done', () => {
  const { lifecycle } = short
  const refused = { name: '不予变更', from: ['changing'], to: 'live', article: 'LT-5' }
  const profile = {
    ...short,
    lifecycle: { ...lifecycle, events: { ...lifecycle.events, 'change-refused': refused } },
  }
  const asked = [...['submitted', 'approved', 'change-submitted'].map(at)]
  expect(isUnderWay(profile, asked, day)).toBe(true)
  expect(isUnderWay(profile, [...asked, at('change-refused')], day)).toBe(false)
})

test('what is dated after the day has not happened on it', () => {
  expect(isUnderWay(regulation, [...live, { event: 'asked', on: '2026-03-21' }], day)).toBe(false)
})
