import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse as parseYaml, stringify } from 'yaml'
import type { Finding } from '../../lib/finding/finding.ts'
import { readCodes } from '../../lib/read/codes.ts'
import { limits } from '../../lib/read/limits.ts'
import { parseDocument } from '../../lib/read/parse.ts'

const file = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'

function parse(text: string | Uint8Array) {
  return parseDocument(file, 'system', typeof text === 'string' ? Buffer.from(text) : text)
}

function only(findings: readonly Finding[]): Finding {
  const [finding] = findings
  if (!finding || findings.length !== 1) throw new Error(`expected one finding, got ${findings.length}`)
  return finding
}

test('a clean file becomes a document with its digest and plain value', () => {
  const { document, findings } = parse('a: 1\nb: [true, -2.5, text]\nc: { d: "1.10" }\n')
  expect(findings).toEqual([])
  expect(document).toMatchObject({
    file,
    kind: 'system',
    digest: '4dc61aff3e0ac032585ce7c00409b9c856b268fd028b3b5b7475b1ebc616bd0d',
    value: { a: 1, b: [true, -2.5, 'text'], c: { d: '1.10' } },
  })
})

test('dates and times stay the text that was written', () => {
  const { document } = parse('on: 2025-07-01\nat: 2025-07-01T08:00:00+08:00\n')
  expect(document?.value).toEqual({ on: '2025-07-01', at: '2025-07-01T08:00:00+08:00' })
})

test('a key that looks like a number or a word of YAML 1.1 stays text', () => {
  expect(parse('2026: a\nno: b\ntrue: c\nnull: d\n1.10: e\n').document?.value).toEqual({
    2026: 'a',
    no: 'b',
    true: 'c',
    null: 'd',
    '1.10': 'e',
  })
})

test('a map may have as many keys as the limit, in any number of maps', () => {
  const keys = Array.from({ length: limits.keysPerMap }, (_, index) => `k${index}: 1\n`).join('')
  expect(parse(keys).findings).toEqual([])
})

test('collections may nest as deep as the limit', () => {
  const nested = (depth: number) => `a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}\n`
  expect(parse(nested(limits.depth)).findings).toEqual([])
  expect(only(parse(nested(limits.depth + 1)).findings).code).toBe('TY1307')
})

test('a file may be as large as the limit of its kind', () => {
  const text = `a: ${'x'.repeat(limits.manifestBytes - 4)}\n`
  expect(parse(text).findings).toEqual([])
  expect(only(parse(`${text}\n`).findings).code).toBe('TY1101')
  expect(parseDocument('catalogue/platform.yaml', 'platform', Buffer.from(`${text}\n`)).findings).toEqual([])
})

test('columns count UTF-16 code units, so that an emoji counts two', () => {
  expect(only(parse('name: 😀\u200b\n').findings).range).toEqual({
    start: { line: 1, column: 9 },
    end: { line: 1, column: 10 },
  })
})

test('a finding in a value names the path to it', () => {
  expect(only(parse('zones:\n  internet:\n    - cidr: ${x}\n').findings).path).toEqual([
    'zones',
    'internet',
    0,
    'cidr',
  ])
  expect(only(parse('a:\n  - b:\n').findings).path).toEqual(['a', 0, 'b'])
  expect(only(parse('a: [1, 0x2]\n').findings).path).toEqual(['a', 1])
})

test('a duplicate key points back at the first', () => {
  const { related } = only(parse('a: 1\nb: 2\na: 3\n').findings)
  expect(related).toMatchObject([
    { file, range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } },
  ])
})

test('of three equal keys the second and the third are found', () => {
  expect(parse('a: 1\na: 2\na: 3\n').findings.map(({ range }) => range.start.line)).toEqual([2, 3])
})

test.each([
  ['name: ⽤⼾\n', '用户'],
  ['name: ⻓⻘⽔\n', '长青水'],
  ['name: e\u0301\n', '\u00e9'],
  ['name: a\u00a0b\n', ' '],
  ['name: a\u200b\u200bb\n', ''],
  ['名称\uff1a社保\n', ': '],
  ['version: 1.10\n', '"1.10"'],
])('%j: what the fix puts in the place of the range mends the file', (text, replacement) => {
  const { fix, range } = only(parse(text).findings)
  expect(fix?.replacement).toBe(replacement)
  const mended = text.slice(0, range.start.column - 1) + replacement + text.slice(range.end.column - 1)
  expect(parse(mended).findings).toEqual([])
})

test('findings of one file are capped, and the cap is told', () => {
  const codes = parse(Array.from({ length: 500 }, (_, index) => `k${index}: ~\n`).join('')).findings.map(
    item => item.code,
  )
  expect(codes).toEqual([...Array.from({ length: limits.findingsPerFile }, () => 'TY1314'), 'TY1399'])
})

test('a message never repeats characters that could deceive', () => {
  const { message } = only(
    parse('"\\u202e\\u0007": 1\n"\\u202e\\u0007": 1\n').findings.filter(({ code }) => code === 'TY1311'),
  )
  expect(message.en).toContain('\\u{202e}\\u{0007}')
  expect(message.zh + message.en).not.toMatch(/[\u202e\u0007]/)
})

test('the code table is in order, without gaps in meaning: every code has another title', () => {
  const codes = readCodes.map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)].sort())
  expect(new Set(readCodes.map(({ title }) => title.en)).size).toBe(codes.length)
})

const manifest = `apiVersion: tenantry/v1
kind: System
metadata: { id: xs-rsj-shebao, name: 社会保险经办系统, jurisdiction: xishuangbanna, unit: rensheju }
origin: migrated
classified: false # 非涉密
zones:
  internet:
    ingress:
      - { from: internet, protocol: tcp, ports: [443] }
history:
  - event: submitted
    on: 2025-07-01
    note: |
      第一行
      第二行
`

function isWithin(text: string, { range: { start, end } }: Finding): boolean {
  const lines = text.split('\n')
  const inside = ({ line, column }: { line: number; column: number }) =>
    line >= 1 && column >= 1 && line <= lines.length && column <= (lines[line - 1] ?? '').length + 1
  return (
    inside(start) &&
    inside(end) &&
    (start.line < end.line || (start.line === end.line && start.column <= end.column))
  )
}

test('arbitrary bytes never throw: either a document or a finding', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      const { document, findings } = parse(bytes)
      return (document === undefined) === findings.length > 0
    }),
    { numRuns: 2000 },
  )
})

const significant = fc.constantFrom(
  ...[
    '\n',
    ' ',
    ':',
    '-',
    '?',
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a',
    '*a',
    '!',
    '|',
    '>',
    "'",
    '"',
    '%',
    '@',
    '#',
    '\\',
    '<<',
  ],
  ...[
    '---\n',
    '...\n',
    '\t',
    '\r',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u0301',
    '${',
    '~',
    '0x1',
    '.nan',
    '\0',
    '社',
    '😀',
  ],
)

test('a manifest with pieces cut out, doubled and put in never throws, and findings lie inside the text', () => {
  const at = fc.nat({ max: manifest.length })
  const mutation = fc.record({ from: at, to: at, insert: fc.array(significant, { maxLength: 4 }) })
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), mutations => {
      const text = mutations.reduce(
        (old, { from, to, insert }) => old.slice(0, from) + insert.join('') + old.slice(to),
        manifest,
      )
      const { document, findings } = parse(text)
      expect((document === undefined) === findings.length > 0).toBe(true)
      // Bytes that are not text have no lines to be inside of.
      const wellFormed = Buffer.from(text).toString()
      expect(findings.filter(finding => !isWithin(wellFormed, finding))).toEqual([])
    }),
    { numRuns: 3000 },
  )
})

test('plain data written as YAML is read back the same', () => {
  const word = fc
    .stringMatching(/^[ -~\u3000-\u3029\u4e00-\u9fa5\n]{0,20}$/)
    .filter(text => !/[$%]\{/.test(text))
  const number = fc.integer().filter(value => !Object.is(value, -0))
  const key = fc
    .stringMatching(/^[a-zA-Z\u4e00-\u9fa5][a-zA-Z0-9 -]{0,9}$/)
    .filter(name => !(name in {}) && name !== 'prototype')
  const { tree } = fc.letrec(tie => ({
    tree: fc.dictionary(key, tie('node'), { noNullPrototype: true, maxKeys: 6 }),
    node: fc.oneof(
      { maxDepth: 4 },
      word,
      number,
      fc.boolean(),
      fc.array(tie('node'), { maxLength: 5 }),
      tie('tree'),
    ),
  }))
  fc.assert(
    fc.property(tree, fc.constantFrom(20, 80, 0), (value, lineWidth) => {
      const text = stringify(value, { lineWidth, aliasDuplicateObjects: false })
      // The library writes some texts of spaces and line ends in a way that it reads differently itself.
      fc.pre(isDeepStrictEqual(parseYaml(text), value))
      const { document, findings } = parse(text)
      expect(findings).toEqual([])
      expect(document?.value).toEqual(value)
    }),
    { numRuns: 1000 },
  )
})
