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
  author: 'author',
  content: 'now',
  roles: new Map([
    ['author', ['authority']],
    ['an', ['authority']],
    ['bai', ['authority']],
    ['chen', ['government']],
    ['both', ['authority', 'government']],
    ['clerk', ['provider']],
  ]),
}

function review(id: number, person: string, more: Partial<Review> = {}): Review {
  const at = new Date(Date.UTC(2026, 0, 1, 0, id)).toISOString()
  return { id, person, account: 'person', decision: 'approve', at, content: 'now', ...more }
}

const complete = [review(1, 'an'), review(2, 'chen'), review(3, 'an'), review(4, 'bai')]

describe('evaluateApproval', () => {
  it('is satisfied when every step is filled in order', () => {
    const verdict = evaluateApproval(steps, change, complete)
    expect(verdict.status).toBe('satisfied')
    expect(verdict.steps.map(step => step.by.map(item => item.id))).toEqual([[1], [2], [3, 4]])
    expect(verdict.ignored).toEqual([])
  })

  it('names the open steps with their roles and articles', () => {
    const verdict = evaluateApproval(steps, change, complete.slice(0, 3))
    expect(verdict.status).toBe('missing')
    const open = verdict.steps.filter(step => step.missing > 0)
    expect(open.map(({ step, missing }) => [step.id, step.roles, step.article, missing])).toEqual([
      ['approve', ['authority'], 'NW-2.2', 1],
    ])
  })

  it('counts an approval only after the step before it is full', () => {
    const verdict = evaluateApproval(steps, change, [review(1, 'chen'), review(2, 'an')])
    expect(verdict.status).toBe('missing')
    expect(verdict.ignored.map(({ review: { id }, reason }) => [id, reason])).toEqual([[1, 'out-of-turn']])
  })

  it('counts one person once in a step that needs two', () => {
    const verdict = evaluateApproval(steps, change, [...complete.slice(0, 3), review(9, 'an')])
    expect(verdict.status).toBe('missing')
    expect(verdict.ignored[0]?.reason).toBe('counted-already')
  })

  it.each([
    ['author', {}, 'author'],
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

  it('is invalid while somebody with a say refuses, and valid again when they approve anew', () => {
    const refused = [...complete, review(5, 'bai', { decision: 'refuse' })]
    const verdict = evaluateApproval(steps, change, refused)
    expect(verdict.status).toBe('invalid')
    expect(verdict.refusals.map(item => item.person)).toEqual(['bai'])
    expect(verdict.ignored.map(({ review: { id }, reason }) => [id, reason])).toEqual([[4, 'withdrawn']])
    expect(evaluateApproval(steps, change, [...refused, review(6, 'bai')]).status).toBe('satisfied')
  })

  it('lets a refusal by somebody without a say stop nothing', () => {
    const verdict = evaluateApproval(steps, change, [...complete, review(5, 'clerk', { decision: 'refuse' })])
    expect(verdict.status).toBe('satisfied')
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
    return evaluateApproval(of.steps, { author: 'author', content: 'now', roles: table }, all)
  }

  it('never satisfies a policy without every required role', () => {
    fc.assert(
      fc.property(anyCase, of => {
        const all = of.reviews.map((item, index) => ({ ...item, ...review(index, item.person, item) }))
        const verdict = judge(of, all)
        if (verdict.status !== 'satisfied') return
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
        expect(used.map(item => item.id)).toEqual(used.map(item => item.id).toSorted((a, b) => a - b))
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
        if (status !== 'satisfied' && gone !== undefined) {
          expect(
            judge(
              of,
              all.filter(item => item !== gone),
            ).status,
          ).not.toBe('satisfied')
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
