import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeOf } from '../../lib/billing/grades.ts'

const grades = [
  { least: 90, percent: 100 },
  { least: 75, percent: 95 },
  { least: 0, percent: 80 },
]

describe('the grade of a score', () => {
  it.each([
    [100, 100],
    [90, 100],
    [89, 95],
    [75, 95],
    [74, 80],
    [0, 80],
  ])('of %i pays %i %%', (score, percent) => {
    expect(gradeOf(grades, score)?.percent).toBe(percent)
  })

  it('never pays more for less', () => {
    const score = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(gradeOf(grades, low)?.percent).toBeLessThanOrEqual(gradeOf(grades, high)?.percent ?? 0)
      }),
    )
  })
})
