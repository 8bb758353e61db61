import { expect, it } from 'vitest'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { isOnPaper, paperDecisionsIn } from '../../lib/profile/typed-decision.ts'
import { loaded } from '../example-repository.ts'

const profile = loaded().model.catalogue.jurisdictions.get('ningwu')?.value
const paper = '宁教函〔2026〕8号'
const approved: HistoryEvent = { event: 'approved', on: '2026-11-20', source: { paper } }
const told = [{ event: 'approved', on: '2026-11-20', paper }]

it.each([
  ['a decision on paper alone', approved, told],
  ['nothing that a review bears', { ...approved, source: { paper, forge: 'gitea', change: 1 } }, []],
  ['nothing that a commit bears', { ...approved, source: { paper, commit: 'a'.repeat(40) } }, []],
  ['nothing without a source', { event: 'approved', on: '2026-11-20' }, []],
  ['no delivery on paper', { ...approved, event: 'delivered' }, []],
  ['nothing that was decided later', { ...approved, on: '2026-11-21' }, []],
] as const)('what was decided on paper is %s', (_title, event, wanted) => {
  if (profile === undefined) throw new Error('no profile')
  expect(paperDecisionsIn(profile, [event], '2026-11-20')).toEqual(wanted)
})

it('an event is on paper where nothing but a paper bears it', () => {
  expect(isOnPaper(approved)).toBe(true)
  expect(isOnPaper({ event: 'approved', on: '2026-11-20' })).toBe(false)
})
