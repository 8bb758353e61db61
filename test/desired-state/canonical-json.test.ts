import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../lib/desired-state/index.ts'

/** The same value with the keys of every record in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reordered(member)]),
  )
}

describe('canonical JSON', () => {
  it('is JSON of the same value, with or without indentation', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        expect(JSON.parse(canonicalJson(value, indent))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonicalJson(reordered(value))).toBe(canonicalJson(value))
      }),
    )
  })

  it('looks like this', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: {}, e: undefined, f: [] }, 2)).toBe(
      '{\n  "a": {},\n  "b": [\n    1,\n    {\n      "c": "é",\n      "d": null\n    }\n  ],\n  "f": []\n}',
    )
  })

  it('refuses what JSON would drop or bend', () => {
    for (const value of [() => 1, Number.NaN, [undefined], Symbol('a'), 1n])
      expect(() => canonicalJson({ value })).toThrow(TypeError)
  })
})
