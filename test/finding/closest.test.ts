import { expect, test } from 'vitest'
import { closest } from '../../lib/finding/closest.ts'

test.each([
  ['vaildate', ['validate', 'explain'], 'validate'],
  ['Validate', ['validate'], 'validate'],
  ['TY103', ['TY1003', 'TY9001'], 'TY1003'],
  ['xyz', ['validate', 'explain'], undefined],
  ['a', ['b'], undefined],
  ['ab', ['cb', 'ad'], 'ad'],
  ['', ['a'], undefined],
])('closest(%j, %j) is %j', (word, candidates, expected) => {
  expect(closest(word, candidates)).toBe(expected)
})
