import { describe, expect, test } from 'vitest'
import { planOf } from '../../lib/deliver/plan.ts'
import { driftedValues, valueChanges } from '../../lib/deliver/value-changes.ts'

function planned(change: object) {
  const entry = { address: 'x.y', mode: 'managed', type: 'x', change: { actions: ['update'], ...change } }
  const [only] = planOf(JSON.stringify({ format_version: '1.2', resource_changes: [entry] })).changes
  if (only === undefined) throw new Error('no change')
  return only
}

/** `path: before → after`, as JSON writes the values. */
function lines(change: object, of = valueChanges): readonly string[] {
  return of(planned(change)).map(
    ({ path, before, after, replaces }) =>
      `${path.join('.')}: ${JSON.stringify(before)} → ${JSON.stringify(after)}${replaces ? ' !' : ''}`,
  )
}

describe('the values of a change', () => {
  test.each([
    ['a number', { a: 1, b: 2 }, { a: 1, b: 3 }, ['b: 2 → 3']],
    ['a value that comes', { a: null }, { a: 'x' }, ['a: undefined → "x"']],
    ['a value that goes', { a: 'x' }, {}, ['a: "x" → undefined']],
    ['none and null', { a: null }, {}, []],
    ['a key deep in a map', { a: { b: { c: 1, d: 1 } } }, { a: { b: { c: 2, d: 1 } } }, ['a.b.c: 1 → 2']],
    ['what is new in a list', { a: ['x', 'y'] }, { a: ['z', 'y', 'x'] }, ['a.0: undefined → "z"']],
    ['what is gone from a list', { a: ['x', 'y', 'z'] }, { a: ['x', 'z'] }, ['a.1: "y" → undefined']],
    ['one of two that are the same', { a: ['x', 'x'] }, { a: ['x'] }, ['a.1: "x" → undefined']],
    [
      'an entry of a list of maps',
      { a: [{ p: 1 }, { p: 2, q: 0 }] },
      { a: [{ p: 3, q: 0 }, { p: 1 }] },
      ['a.1.p: 2 → 3'],
    ],
    ['the order alone', { a: ['x', 'y'] }, { a: ['y', 'x'] }, ['a: ["x","y"] → ["y","x"]']],
    ['a list that was a map', { a: { b: 1 } }, { a: [1] }, ['a: {"b":1} → [1]']],
    ['a body in JSON', { a: '{"b":[1,{"c":2}]}' }, { a: '{ "b": [1, {"c": 3}] }' }, ['a.b.1.c: 2 → 3']],
    ['a body that is written otherwise', { a: '{"b":1}' }, { a: '{ "b": 1 }' }, []],
    ['a text that only begins like JSON', { a: '{b' }, { a: '{c' }, ['a: "{b" → "{c"']],
    ['a key that every object has', {}, { toString: 'x' }, ['toString: undefined → "x"']],
  ])('%s', (_what, before, after, expected) => {
    expect(lines({ before, after })).toEqual(expected)
  })

  test('what is only known later is told, and that a value makes the resource anew', () => {
    const change = {
      actions: ['delete', 'create'],
      before: { id: '1', segments: [{ type: 'flat' }] },
      after: { segments: [{ type: 'vlan' }] },
      after_unknown: { id: true },
      replace_paths: [['segments', 0, 'type']],
    }
    expect(lines(change)).toEqual(['id: "1" → "(unknown)"', 'segments.0.type: "flat" → "vlan" !'])
  })

  test.each([
    ['on both sides', { password: true }, { password: true }],
    ['before alone', { password: true }, {}],
    ['after alone', {}, { password: true }],
  ])('a secret that changes is told and not shown: %s', (_what, before_sensitive, after_sensitive) => {
    const sides = { before: { password: 'hunter2' }, after: { password: 'hunter3' } }
    expect(lines({ ...sides, before_sensitive, after_sensitive })).toEqual([
      'password: "(sensitive)" → "(sensitive)"',
    ])
  })

  test('a secret inside a list is told and not shown, and one that stays is not told', () => {
    const mask = { users: [{ password: true }, { password: true }] }
    const users = (second: string) => ({ users: [{ password: 'hunter1' }, { password: second }] })
    const masks = { before_sensitive: mask, after_sensitive: mask }
    expect(lines({ before: users('hunter2'), after: users('hunter3'), ...masks })).toEqual([
      'users.1.password: "(sensitive)" → "(sensitive)"',
    ])
    expect(lines({ before: users('hunter2'), after: users('hunter2'), ...masks })).toEqual([])
  })
})

test('of what a cloud says, an empty value is the same as none', () => {
  const before = { a: null, b: '', c: [], d: { e: [] }, f: false, g: 'x' }
  const after = { a: [], b: null, c: null, d: null, f: true, g: '' }
  expect(lines({ before, after }, driftedValues)).toEqual(['f: false → true', 'g: "x" → ""'])
})
