// Ways in which an approval was seen to be forged on real forges, or is known to be, each with what becomes of it here.
import { describe, expect, it } from 'vitest'
import type { PeopleManifest } from '../../generated/types/people.ts'
import { type Asked, decide, objectionsTo, statusOfDecision } from '../../lib/approval/index.ts'
import type { ChangeFacts, Push, ReviewFact, Turn } from '../../lib/forge/facts.ts'
import { asked } from './asked-once.ts'

const forge = 'https://git.example'
const [opener, first, second, leaver, joiner, cashier, unknown] = [2, 3, 4, 5, 6, 7, 99]
const day = '2026-11-23'

const people: PeopleManifest = {
  apiVersion: 'tenantry/v1',
  kind: 'People',
  accounts: [
    { person: 'P-2', forge, id: opener, from: '2026-01-01' },
    { person: 'P-2', forge, id: 22, from: '2026-01-01' },
    { person: 'P-3', forge, id: first, from: '2026-01-01' },
    { person: 'P-4', forge, id: second, from: '2026-01-01' },
    { person: 'P-5', forge, id: leaver, from: '2026-01-01' },
    { person: 'P-6', forge, id: joiner, from: '2026-01-01' },
    { person: 'P-7', forge, id: cashier, from: '2026-01-01' },
    // A login was taken by somebody else: its number is another one.
    { person: 'P-8', forge, id: 8, from: '2026-01-01', to: '2026-06-30' },
  ],
  offices: [
    ...[2, 3, 4, 8].map(number => office(`P-${number}`)),
    { ...office('P-5'), to: '2026-11-22' },
    { ...office('P-6'), from: day },
    { ...office('P-7'), roles: ['finance'] },
  ],
}

function office(person: string) {
  return { person, jurisdiction: 'ningwu', roles: ['authority'], from: '2026-01-01' }
}

const [head, other] = ['a'.repeat(40), 'b'.repeat(40)]

const review = (more: Partial<ReviewFact> = {}): ReviewFact => ({
  id: '10',
  account: first,
  state: 'approve',
  commit: head,
  at: '2026-11-23T01:00:00.000Z',
  place: 100,
  ...more,
})
const push = (account: number | undefined, of = head): Push => ({ account, head: of })
const turn = (kind: Turn['kind'], place: number): Turn => ({ kind, place })

const sound: ChangeFacts = {
  repository: 1,
  number: 7,
  target: 'main',
  head,
  targetTip: 'c'.repeat(40),
  state: 'open',
  isDraft: false,
  opener,
  pushes: [push(opener)],
  turns: [],
  reviews: [review()],
  merge: undefined,
}

/** What each commit would make of the target branch. */
const trees = new Map([
  [head, 'tree now'],
  [other, 'another tree'],
])

function outcome(facts: Partial<ChangeFacts>, asks: readonly Asked[] = [asked], on = day) {
  const change = { ...sound, ...facts }
  const content = { now: 'tree now', of: (commit: string) => trees.get(commit), base: sound.targetTip }
  const decision = decide({ facts: change, forge, people, content, day: on }, asks)
  const objections = objectionsTo(change, { forge, repository: 1, target: 'main' })
  return {
    status: statusOfDecision(decision, objections),
    why: [
      ...objections.map(({ code }) => code),
      ...decision.void.map(({ reason }) => reason),
      ...decision.parts.flatMap(({ verdict }) => verdict.ignored.map(({ reason }) => reason)),
    ],
  }
}

type Bypass = readonly [title: string, facts: Partial<ChangeFacts>, why: readonly string[]]

const open: readonly Bypass[] = [
  [
    '1 an approval of content that was pushed over',
    { reviews: [review({ commit: other })] },
    ['other-content'],
  ],
  [
    '2 a push between the approval and the merge, of which the forge knows nothing yet',
    { reviews: [review({ commit: other })], pushes: [push(opener, other), push(opener)] },
    ['other-content'],
  ],
  [
    '3 the target branch taken in after the approval, whatever the forge’s flag says',
    { reviews: [review({ commit: other })] },
    ['other-content'],
  ],
  [
    '4 the branch forced to something else and back',
    { turns: [turn('force-push', 101), turn('force-push', 102)] },
    ['force-push'],
  ],
  [
    '5 an approval that names a commit from elsewhere',
    { reviews: [review({ commit: 'd'.repeat(40) })] },
    ['no-content'],
  ],
  ['5 an approval that names no commit', { reviews: [review({ commit: undefined })] }, ['no-content']],
  ['12 an approval from before another target was chosen', { turns: [turn('retarget', 101)] }, ['retarget']],
  ['14 an approval of a draft', { turns: [turn('ready', 101)] }, ['ready']],
  ['15 an approval given while the change was closed', { turns: [turn('reopen', 101)] }, ['reopen']],
  [
    '17 an approval that is older than a push of the same second',
    { reviews: [review({ at: '2026-11-23T01:00:01.000Z' })], turns: [turn('force-push', 101)] },
    ['force-push'],
  ],
  ['17 an approval that the timeline has lost', { reviews: [review({ place: undefined })] }, ['unordered']],
  ['18 an approval by a second account of the opener', { reviews: [review({ account: 22 })] }, ['author']],
  ['19 an approval by somebody who has pushed', { pushes: [push(opener), push(first)] }, ['author']],
  [
    '19 an approval by somebody who has pushed what was pushed over',
    { pushes: [push(first, other), push(opener)] },
    ['author'],
  ],
  ['20 an approval by the opener', { reviews: [review({ account: opener })] }, ['author']],
  [
    '20 an approval by whoever opened what another pushed',
    { pushes: [push(second)], reviews: [review({ account: opener })] },
    ['author'],
  ],
  ['23 an approval by somebody without the office', { reviews: [review({ account: cashier })] }, ['no-role']],
  ['23 an approval by a reader', { reviews: [review({ account: unknown })] }, ['unknown-account']],
  [
    '24 an approval by somebody who has left since',
    { reviews: [review({ account: leaver, at: '2026-11-22T01:00:00.000Z' })] },
    ['no-role'],
  ],
  [
    '24 an approval by somebody who had not come into office',
    { reviews: [review({ account: joiner, at: '2026-11-22T15:59:59.000Z' })] },
    ['no-role-then'],
  ],
  ['25 an approval by an account of no person', { reviews: [review({ account: 40 })] }, ['unknown-account']],
  ['27 an approval by whoever has taken a login', { reviews: [review({ account: 8 })] }, ['unknown-account']],
  [
    '28 an approval by an account that is gone',
    { reviews: [review({ account: undefined })] },
    ['unknown-account'],
  ],
  [
    '30 an approval that was dismissed',
    { reviews: [review({ state: 'dismissed-approval' })] },
    ['dismissed'],
  ],
  ['31 an approval that was deleted', { reviews: [] }, []],
  ['34 a comment', { reviews: [review({ state: 'comment' })] }, ['comment']],
]

const refused: readonly Bypass[] = [
  ['11 a fork that is gone, and with it who pushed', { pushes: [] }, ['TY4403']],
  ['12 a change into another branch', { target: 'dev' }, ['TY4412']],
  ['13 a change of another repository', { repository: 2 }, ['TY4412']],
  ['14 a draft', { isDraft: true }, ['TY4402']],
  ['15 a change that is closed', { state: 'closed' }, ['TY4402']],
  ['37 a change that says it was merged', { state: 'merged' }, ['TY4402']],
  ['19 a push of which nobody knows whose it is', { pushes: [push(opener), push(undefined)] }, ['TY4403']],
  ['22 a head that nobody is known to have pushed', { pushes: [push(opener, other)] }, ['TY4403']],
  ['28 an opener who is gone', { opener: undefined }, ['TY4403']],
  [
    '28 a refusal by an account that is gone',
    { reviews: [review(), review({ id: '11', state: 'refuse', account: undefined, place: 99 })] },
    ['TY4411', 'unknown-account'],
  ],
  [
    '29 a refusal that stands while others approve',
    { reviews: [review(), review({ id: '11', account: second, state: 'refuse', place: 101 })] },
    [],
  ],
  [
    '29 a refusal of what was pushed over since',
    { reviews: [review({ account: second, state: 'refuse', commit: other, place: 90 }), review()] },
    [],
  ],
  [
    '30 a refusal that somebody else dismissed',
    { reviews: [review(), review({ id: '11', account: second, state: 'dismissed-refusal' })] },
    [],
  ],
]

describe('the reviews of a change', () => {
  it('approve it when somebody in office has approved exactly this', () => {
    expect(outcome({})).toEqual({ status: 'approved', why: [] })
  })

  it('approve it when another commit comes to the same content', () => {
    trees.set('e'.repeat(40), 'tree now')
    expect(outcome({ reviews: [review({ commit: 'e'.repeat(40) })] }).status).toBe('approved')
  })

  it('approve it when an approval is given again after what had overtaken it', () => {
    const turns = [turn('retarget', 101), turn('ready', 102), turn('reopen', 103), turn('force-push', 104)]
    const again = review({ id: '11', place: 105 })
    expect(outcome({ turns, reviews: [review(), again] }).status).toBe('approved')
  })

  it('approve it when whoever refused approves', () => {
    const refusal = review({
      id: '9',
      state: 'refuse',
      commit: other,
      place: 90,
      at: '2026-11-22T01:00:00.000Z',
    })
    expect(outcome({ reviews: [refusal, review()] }).status).toBe('approved')
  })

  it.each(open)('leave it open: %s', (_, facts, why) => {
    expect(outcome(facts)).toEqual({ status: 'open', why })
  })

  it.each(refused)('have it refused: %s', (_, facts, why) => {
    expect(outcome(facts)).toEqual({ status: 'refused', why })
  })

  describe('once it is merged', () => {
    const merge = { account: opener, commit: 'c'.repeat(40), at: '2026-11-23T01:00:00.000Z' }
    const merged = (facts: Partial<ChangeFacts>) => outcome({ state: 'merged', merge, ...facts }).why

    it('15 do not count from after the merge, by the order of both or by the time', () => {
      const later = review({ at: '2026-11-23T01:00:01.000Z' })
      expect(merged({ turns: [turn('merge', 101)] })).toEqual(['TY4402'])
      expect(merged({ turns: [turn('merge', 99)] })).toEqual(['TY4402', 'after-merge'])
      expect(merged({ turns: [turn('merge', 101)], reviews: [later] })).toEqual(['TY4402', 'after-merge'])
      expect(merged({ turns: [] })).toEqual(['TY4402', 'after-merge'])
      const refusal = review({ state: 'refuse', account: second, place: 102 })
      expect(merged({ turns: [turn('merge', 101)], reviews: [refusal] })).toEqual(['TY4402', 'after-merge'])
    })
  })

  it('approve it only when every part is approved', () => {
    const other: Asked = { ...asked, jurisdiction: 'datong' }
    expect(outcome({}, [asked, other]).status).toBe('open')
  })

  it('approve nothing of which nobody is asked', () => {
    expect(outcome({}, []).status).toBe('open')
    expect(outcome({}, [{ ...asked, steps: [] }]).status).toBe('open')
  })

  it('count by the office of the day of the decision', () => {
    const reviews = [review({ account: joiner, at: '2026-11-22T16:00:00.000Z' })]
    expect(outcome({ reviews }).status).toBe('approved')
    expect(
      outcome(
        { reviews: [review({ account: leaver, at: '2026-11-22T01:00:00.000Z' })] },
        [asked],
        '2026-11-22',
      ).status,
    ).toBe('approved')
  })
})
