import { expect, it } from 'vitest'
import { recent } from '../../lib/model/recent.ts'

it('makes a value once, and again once so many others were asked for since', () => {
  const made: string[] = []
  const kept = recent<{ readonly of: string }>(2)
  const madeOf = (text: string) =>
    kept(text, () => {
      made.push(text)
      return { of: text }
    })
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(text => madeOf(text).of)).toEqual(['a', 'b', 'a', 'c', 'a', 'b'])
  // `a` was asked for again before `c` came, and `b` had to go.
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
