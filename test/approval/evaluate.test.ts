import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApprovalStep } from '../../generated/types/approval.ts'
import { evaluateApproval, type Review, type ReviewedChange } from '../../lib/approval/index.ts'

const steps: readonly ApprovalStep[] = [
  { id: 'review', name: '审核', roles: ['authority'], article: 'NW-2.2' },
  { id: 'consent', name: '县政府审定', roles: ['government'], article: 'NW-2.2' },
  { id: 'approve', name: '批复', roles: ['authority'], need: 2, article: 'NW-2.2' },
]

const change: ReviewedChange = {
  authors: new Set(['author', 'pusher']),
  content: 'now',
  roles: new Map([
    ['author', ['authority']],
    ['pusher', ['authority']],
    ['an', ['authority']],
    ['bai', ['authority']],
    ['chen', ['government']],
    ['both', ['authority', 'government']],
    ['clerk', ['provider']],
  ]),
}

function review(id: number, person: string, more: Partial<Review> = {}): Review {
  const at = new Date(Date.UTC(2026, 0, 1, 0, id)).toISOString()
  return { id: `${id}`, person, account: 'person', decision: 'approve', at, content: 'now', ...more }
}

const complete = [review(1, 'an'), review(2, 'chen'), review(3, 'an'), review(4, 'bai')]

describe('evaluateApproval', () => {
  it('approves when every step is filled in order', () => {
    const verdict = evaluateApproval(steps, change, complete)
    expect(verdict.status).toBe('approved')
    expect(verdict.steps.map(step => step.by.map(item => item.id))).toEqual([['1'], ['2'], ['3', '4']])
    expect(verdict.ignored).toEqual([])
  })

  it('names the open steps with their roles and articles', () => {
    const verdict = evaluateApproval(steps, change, complete.slice(0, 3))
    expect(verdict.status).toBe('open')
    const open = verdict.steps.filter(step => step.missing > 0)
    expect(open.map(({ step, missing }) => [step.id, step.roles, step.article, missing])).toEqual([
      ['approve', ['authority'], 'NW-2.2', 1],
    ])
  })

  it('counts an approval only after the step before it is full', () => {
    const verdict = evaluateApproval(steps, change, [review(1, 'chen'), review(2, 'an')])
    expect(verdict.status).toBe('open')
    expect(verdict.ignored.map(({ review: { id }, reason }) => [id, reason])).toEqual([['1', 'out-of-turn']])
  })

  it('counts one person once in a step that needs two', () => {
    const verdict = evaluateApproval(steps, change, [...complete.slice(0, 3), review(9, 'an')])
    expect(verdict.status).toBe('open')
    expect(verdict.ignored[0]?.reason).toBe('counted-already')
  })

  it.each([
    ['author', {}, 'author'],
    ['pusher', {}, 'author'],
    ['an', { account: 'bot' }, 'bot'],
    ['an', { content: 'before' }, 'other-content'],
    ['an', { decision: 'comment' }, 'comment'],
    ['an', { decision: 'dismissed' }, 'dismissed'],
    ['clerk', {}, 'no-role'],
    ['stranger', {}, 'no-role'],
    ['both', {}, 'conflicting-roles'],
  ] as const)('ignores a review of %s with %o as %s', (person, more, reason) => {
    const verdict = evaluateApproval(steps, change, [review(1, person, more)])
    expect(verdict.ignored.map(item => item.reason)).toEqual([reason])
    expect(verdict.steps[0]?.by).toEqual([])
  })

  it('refuses while somebody with a say refuses, and no longer when they approve anew', () => {
    const refused = [...complete, review(5, 'bai', { decision: 'refuse' })]
    const verdict = evaluateApproval(steps, change, refused)
    expect(verdict.status).toBe('refused')
    expect(verdict.refusals.map(item => item.person)).toEqual(['bai'])
    expect(verdict.ignored.map(({ review: { id }, reason }) => [id, reason])).toEqual([['4', 'withdrawn']])
    expect(evaluateApproval(steps, change, [...refused, review(6, 'bai')]).status).toBe('approved')
  })

  it('takes the last word of each person who refuses, whoever else approves after it', () => {
    const reviews = [
      review(1, 'an', { decision: 'refuse' }),
      review(2, 'an'),
      review(3, 'bai', { decision: 'refuse' }),
      review(4, 'bai', { decision: 'refuse' }),
      review(5, 'chen'),
    ]
    const verdict = evaluateApproval(steps, change, reviews)
    expect(verdict.status).toBe('refused')
    expect(verdict.refusals.map(({ id }) => id)).toEqual(['4'])
  })

  it('fills no step with a refusal', () => {
    const verdict = evaluateApproval(steps, change, [review(1, 'an', { decision: 'refuse' })])
    expect(verdict.steps.map(({ by, missing }) => [by.length, missing])).toEqual([
      [0, 1],
      [0, 1],
      [0, 2],
    ])
    expect(verdict.ignored).toEqual([])
  })

  it('ignores approvals after the last step is full', () => {
    const verdict = evaluateApproval(steps, change, [...complete, review(5, 'an')])
    expect(verdict.status).toBe('approved')
    expect(verdict.ignored.map(({ review: { id }, reason }) => [id, reason])).toEqual([['5', 'out-of-turn']])
  })

  it('takes one step more than once as one step, in whichever order its roles are written', () => {
    const twice = [
      { id: 'first', name: '初审', roles: ['authority', 'manager'], article: 'NW-2.2' },
      { id: 'second', name: '复审', roles: ['manager', 'authority'], article: 'NW-2.2' },
    ]
    expect(evaluateApproval(twice, change, [review(1, 'an'), review(2, 'bai')]).status).toBe('approved')
  })

  it('reads reviews in the order in which they were given, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(complete, { minLength: complete.length }), shuffled => {
        expect(evaluateApproval(steps, change, shuffled)).toEqual(evaluateApproval(steps, change, complete))
      }),
    )
  })

  it.each([
    ['9', '10'],
    ['99', '100'],
    ['PRR_a', 'PRR_b'],
    ['10', 'PRR_a'],
    ['PRR_10', 'PRR_9'],
    ['10a', '9a'],
  ])('orders reviews of one second by their ids: %s comes before %s', (earlier, later) => {
    const at = '2026-01-01T00:00:00Z'
    const refusedLast = [
      review(0, 'an', { id: earlier, at }),
      review(0, 'an', { id: later, at, decision: 'refuse' as const }),
    ]
    const approvedLast = [
      review(0, 'an', { id: earlier, at, decision: 'refuse' as const }),
      review(0, 'an', { id: later, at }),
    ]
    for (const given of [refusedLast, refusedLast.toReversed()])
      expect(evaluateApproval(steps, change, given).status).toBe('refused')
    for (const given of [approvedLast, approvedLast.toReversed()])
      expect(evaluateApproval(steps, change, given).status).toBe('open')
  })

  it('lets a refusal by somebody without a say stop nothing', () => {
    const verdict = evaluateApproval(steps, change, [...complete, review(5, 'clerk', { decision: 'refuse' })])
    expect(verdict.status).toBe('approved')
  })

  const roles = ['a', 'b', 'c'] as const
  const people = ['author', 'p1', 'p2', 'p3', 'p4'] as const
  const anyStep: fc.Arbitrary<ApprovalStep> = fc.record({
    id: fc.constant('step'),
    name: fc.constant('步骤'),
    roles: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 2 }),
    need: fc.integer({ min: 1, max: 2 }),
    article: fc.constant('NW-2.2'),
  })
  const anyReview = fc.record({
    person: fc.constantFrom(...people),
    account: fc.constantFrom('person', 'person', 'person', 'bot' as const),
    decision: fc.constantFrom('approve', 'approve', 'approve', 'refuse', 'comment', 'dismissed' as const),
    content: fc.constantFrom('now', 'now', 'now', 'before'),
  })
  const anyCase = fc.record({
    steps: fc.array(anyStep, { minLength: 1, maxLength: 3 }),
    roles: fc.tuple(...people.map(() => fc.subarray([...roles]))),
    reviews: fc.array(anyReview, { maxLength: 12 }),
  })

  function judge(
    of: { readonly steps: readonly ApprovalStep[]; readonly roles: readonly string[][] },
    all: readonly Review[],
  ) {
    const table = new Map<string, readonly string[]>(
      people.map((person, index) => [person, of.roles[index] ?? []] as const),
    )
    return evaluateApproval(of.steps, { authors: new Set(['author']), content: 'now', roles: table }, all)
  }

  it('never approves by a policy without every required role', () => {
    fc.assert(
      fc.property(anyCase, of => {
        const all = of.reviews.map((item, index) => ({ ...item, ...review(index, item.person, item) }))
        const verdict = judge(of, all)
        if (verdict.status !== 'approved') return
        const table = new Map<string, readonly string[]>(
          people.map((person, index) => [person, of.roles[index] ?? []] as const),
        )
        for (const step of of.steps) {
          const willing = all.filter(
            item =>
              item.decision === 'approve' &&
              item.person !== 'author' &&
              item.account === 'person' &&
              item.content === 'now' &&
              step.roles.some(role => table.get(item.person)?.includes(role)),
          )
          expect(new Set(willing.map(item => item.person)).size).toBeGreaterThanOrEqual(step.need ?? 1)
        }
        const used = verdict.steps.flatMap(step => step.by)
        expect(new Set(used).size).toBe(used.length)
        expect(used.map(item => Number(item.id))).toEqual(
          used.map(item => Number(item.id)).toSorted((a, b) => a - b),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('is never helped by one approval less, nor by the author', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (of, pick) => {
        const all = of.reviews.map((item, index) => review(index, item.person, item))
        const status = judge(of, all).status
        const approvals = all.filter(item => item.decision === 'approve')
        const gone = approvals[pick % Math.max(1, approvals.length)]
        if (status !== 'approved' && gone !== undefined) {
          expect(
            judge(
              of,
              all.filter(item => item !== gone),
            ).status,
          ).not.toBe('approved')
        }
        expect(
          judge(
            of,
            all.filter(item => item.person !== 'author'),
          ).status,
        ).toBe(status)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a step that each of several departments countersigns', () => {
  const countersigned: readonly ApprovalStep[] = [
    { id: 'joint', name: '会签', roles: ['finance', 'secrecy', 'archives'], each: true, article: 'QY-3' },
    { id: 'approve', name: '批复', roles: ['authority'], article: 'QY-3' },
  ]
  const departments: ReviewedChange = {
    authors: new Set(),
    content: 'now',
    roles: new Map([
      ['fu', ['finance']],
      ['fang', ['finance']],
      ['bao', ['secrecy']],
      ['dang', ['archives']],
      ['shen', ['authority']],
      ['jian', ['finance', 'archives']],
      ['zhang', ['archives', 'authority']],
    ]),
  }
  const judge = (people: readonly string[], steps = countersigned) =>
    evaluateApproval(
      steps,
      departments,
      people.map((person, index) => review(index + 1, person)),
    )

  it.each([
    [['dang', 'fu', 'bao', 'shen'], 'approved', [[], []], []],
    [['fu', 'bao'], 'open', [['archives'], ['authority']], []],
    [
      ['fu', 'fang', 'bao', 'shen'],
      'open',
      [['archives'], ['authority']],
      ['counted-already', 'out-of-turn'],
    ],
    [
      ['fu', 'bao', 'jian', 'shen'],
      'open',
      [['archives'], ['authority']],
      ['conflicting-roles', 'out-of-turn'],
    ],
    [['fu', 'bao', 'zhang'], 'open', [['archives'], ['authority']], ['conflicting-roles']],
  ] as const)('given by %j is %s', (people, status, wanted, ignored) => {
    const verdict = judge(people)
    expect(verdict.status).toBe(status)
    expect(verdict.steps.map(step => step.wanted)).toEqual(wanted)
    expect(verdict.ignored.map(({ reason }) => reason).toSorted()).toEqual(ignored.toSorted())
  })

  it('may need several of each', () => {
    const [joint, approve] = countersigned
    if (joint === undefined || approve === undefined) throw new Error('no steps')
    const two = [{ ...joint, roles: ['finance'], need: 2 }, approve]
    expect([judge(['fu', 'shen'], two).status, judge(['fu', 'fang', 'shen'], two).status]).toEqual([
      'open',
      'approved',
    ])
  })

  it('is full in any order, and never with one department less', () => {
    const three = fc.shuffledSubarray(['fu', 'bao', 'dang'], { minLength: 3 })
    fc.assert(
      fc.property(three, fc.integer({ min: 0, max: 2 }), (people, without) => {
        expect(judge([...people, 'shen']).status).toBe('approved')
        expect(judge([...people.toSpliced(without, 1), 'shen']).status).toBe('open')
      }),
    )
  })
})
