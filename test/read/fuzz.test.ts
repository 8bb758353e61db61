import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { fastValue } from '../../lib/read/fast-parser.ts'
import { sample } from './fuzz/sample.ts'
import { shrunk } from './fuzz/shrink.ts'

test('on two thousand documents the readers agree about values and places; both take a fair part', () => {
  const seed = 20_261_126
  const { failures, fast, full } = sample({ seed, from: 0, to: 2000 })
  expect(failures).toEqual([])
  expect(fast).toBeGreaterThan(400)
  expect(full).toBeGreaterThan(fast + 50)
})

describe('what would go wrong is noticed', () => {
  const lenient: Readonly<Record<string, (text: string) => unknown>> = {
    'a reader that takes what only another takes': text => {
      try {
        return load(text)
      } catch {
        return undefined
      }
    },
    'a reader that loses a blank': text => {
      const value = fastValue(text)
      return value === undefined ? value : JSON.parse(JSON.stringify(value).replaceAll('x y', 'xy'))
    },
    'a reader that loses the order of keys': text => {
      const value = fastValue(text)
      return value === undefined ? value : Object.fromEntries(Object.entries(value).reverse())
    },
  }

  test.each(Object.entries(lenient))('%s', (_what, reader) => {
    const { failures } = sample({ seed: 1, from: 0, to: 300 }, reader)
    expect(failures.length).toBeGreaterThan(0)
    for (const { text } of failures) expect(text.length).toBeLessThan(60)
  })

  test('and the document is made as short as it can be', () => {
    const fails = (text: string) => text.includes('"') && text.includes('b')
    expect(shrunk('first: line\nsecond: "a" b\nthird: line\n', fails)).toBe('"b')
  })
})
