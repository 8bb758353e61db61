import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fastValue } from '../../lib/read/fast-parser.ts'
import { fullValue } from '../../lib/read/full-parser.ts'
import { limits } from '../../lib/read/limits.ts'
import { checkText } from '../../lib/read/text.ts'
import { knownVersions } from '../../lib/version/index.ts'

const root = join(import.meta.dirname, '../..')
const files = ['catalogue', 'tenants', 'test/fixtures/hostile'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .map(name => `${folder}/${name}`),
)
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

test('it takes every manifest of the examples, so that its speed is everybody’s', () => {
  const own = files.filter(file => !file.startsWith('test/'))
  expect(own.filter(file => fastValue(textOf(file)) === undefined)).toEqual([])
})

describe('what it takes, the thorough reader takes and reads the same', () => {
  const blocks = `a: |
  one
  two

  three
b: >-
  folded
  text

    more
c:
  - |+
    kept

  - d: >
      deep
`
  const texts = [...files.map(textOf).filter(text => text.length < 60_000), blocks, blocks, blocks]
  /** Up to 14 lines of a file, mostly moved to the left margin. */
  const excerpt = fc
    .record({
      text: fc.constantFrom(...texts),
      at: fc.nat(),
      count: fc.integer({ min: 1, max: 14 }),
      keep: fc.boolean(),
    })
    .map(({ text, at, count, keep }) => {
      const lines = text.split('\n')
      const chosen = lines.slice(at % lines.length, (at % lines.length) + count)
      const indent = Math.min(...chosen.filter(line => line.trim()).map(line => line.search(/\S/)), 99)
      return chosen.map(line => (keep ? line : line.slice(indent))).join('\n')
    })
  const piece = fc.constantFrom(
    ...[
      ' ',
      '  ',
      '\n',
      '\n  ',
      '\n\n',
      ':',
      ': ',
      '-',
      '- ',
      '\n- ',
      '#',
      ' #',
      '# c\n',
      '{',
      '}',
      '[',
      ']',
      ',',
      ', ',
      '{}',
    ],
    ...[
      '"',
      "'",
      '""',
      "''",
      '|',
      '>',
      '|-\n  ',
      '>\n',
      '|2\n',
      '|+\n',
      '&a ',
      '*a',
      '!',
      '%',
      '@',
      '`',
      '?',
      '? ',
      '~',
      '<<',
    ],
    ...[
      'null',
      'true',
      '1',
      '.5',
      '0x1',
      '1e3',
      '+1',
      '---',
      '...',
      '\\',
      '=',
      'a',
      '值',
      '：',
      'key: v\n',
      '\n \n',
    ],
  )
  const edit = fc.record({
    at: fc.nat(),
    cut: fc.integer({ min: 0, max: 3 }),
    piece: fc.option(piece, { nil: '' }),
  })
  const edited = fc.tuple(excerpt, fc.array(edit, { maxLength: 2 })).map(([text, edits]) =>
    edits.reduce((so, { at, cut, piece }) => {
      const place = at % (so.length + 1)
      return so.slice(0, place) + piece + so.slice(place + cut)
    }, text),
  )

  test('in excerpts of manifests, hostile ones among them, with pieces cut out and put in', () => {
    let taken = 0
    fc.assert(
      fc.property(edited, text => {
        const quick = checkText(text).length > 0 ? undefined : fastValue(text)
        if (quick === undefined) return
        taken += 1
        expect(fullValue(text, knownVersions)).toEqual({ value: quick, problems: [] })
      }),
      { numRuns: 4000 },
    )
    expect(taken).toBeGreaterThan(200)
  })

  test('in texts with keys and depths at their limits', () => {
    const key = 'k'.repeat(500)
    const nested = (depth: number) => `${'a: { '.repeat(depth)}b: 1${' }'.repeat(depth)}\n`
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('')
    const within = [`${key}: 1\n`, nested(limits.depth - 1), keys(limits.keysPerMap)]
    for (const text of within)
      expect(fullValue(text, knownVersions)).toEqual({ value: fastValue(text), problems: [] })
    const beyond = [`${key}k: 1\n`, nested(limits.depth), keys(limits.keysPerMap + 1)]
    for (const text of beyond) expect(fastValue(text)).toBeUndefined()
  })
})

describe('it leaves to the thorough reader', () => {
  test.each([
    ['an anchor', 'a: &x 1\n'],
    ['an alias', 'a: &x 1\nb: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['a second document', 'a: 1\n---\nb: 1\n'],
    ['a merge key', '<<: { a: 1 }\n'],
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n'],
    ['a reserved key', '__proto__: 1\n'],
    ['an empty key', '"": 1\n'],
    ['a list as a key', '[a]: 1\n'],
    ['a key without a value', 'a:\nb: 1\n'],
    ['null', 'a: ~\n'],
    ['a number that would be read as another', 'a: 0755\n'],
    ['a number beyond what is exact', 'a: 12345678901234567890\n'],
    ['negative zero', 'a: -0\n'],
    ['a template mark', 'a: "$' + '{x}"\n'],
    ['an escape', 'a: "\\u0041"\n'],
    ['brackets over several lines', 'a: [\n  1,\n  2\n]\n'],
    ['a text over several lines', 'a: one\n  two\n'],
    ['a comment that touches a quote', 'a: "x"#c\n'],
    ['a number of columns for a block', 'a: |2\n  x\n'],
    ['a list at the top', '- 1\n'],
    ['nothing', '# comment\n'],
    ['a syntax error', 'a: [1\n'],
    ['a text that may hold too many pieces', `a: ${'x'.repeat(limits.pieces / 2)}\n`],
  ])('%s', (_what, text) => {
    expect(fastValue(text)).toBeUndefined()
  })
})
