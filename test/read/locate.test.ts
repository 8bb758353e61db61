import { expect, test } from 'vitest'
import type { DataPath, Range } from '../../lib/finding/finding.ts'
import type { SourceDocument } from '../../lib/read/document.ts'
import { parseDocument } from '../../lib/read/parse.ts'

function read(text: string): SourceDocument {
  const { document, findings } = parseDocument('a.yaml', 'system', Buffer.from(text))
  if (!document) throw new Error(JSON.stringify(findings))
  return document
}

/** The text that a range covers. */
function covered(text: string, { start, end }: Range): string {
  const lines = text.split('\n')
  const offset = ({ line, column }: Range['start']) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1
  return text.slice(offset(start), offset(end))
}

const text = `# 社会保险经办系统
apiVersion: tenantry/v1   # 版本
metadata: { id: shebao, "name": '社会 保险', ports: [ 443, 8443 ] }
"quoted key": "双引号"
notes: |
  第一行
  第二行

folded: >-
  one
  two
zones:
  internet:
    # 互联网区
    cidr: 10.64.3.0/26
    ingress:
      - from: internet
        ports: [443]
      - { from: "unit:gonganju/hukou",
          ports: [ 8443 ] }   # 跨单位

  extranet: {}
empty: ""
list:
- a
- b: 1
  c: 2
last: 末尾
`

test.each<[DataPath, string]>([
  [['apiVersion'], 'tenantry/v1'],
  [['metadata'], `{ id: shebao, "name": '社会 保险', ports: [ 443, 8443 ] }`],
  [['metadata', 'id'], 'shebao'],
  [['metadata', 'name'], "'社会 保险'"],
  [['metadata', 'ports'], '[ 443, 8443 ]'],
  [['metadata', 'ports', 1], '8443'],
  [['quoted key'], '"双引号"'],
  [['notes'], '|\n  第一行\n  第二行'],
  [['folded'], '>-\n  one\n  two'],
  [['zones', 'internet', 'cidr'], '10.64.3.0/26'],
  [['zones', 'internet', 'ingress', 0], 'from: internet\n        ports: [443]'],
  [['zones', 'internet', 'ingress', 1], '{ from: "unit:gonganju/hukou",\n          ports: [ 8443 ] }'],
  [['zones', 'internet', 'ingress', 1, 'ports', 0], '8443'],
  [['zones', 'extranet'], '{}'],
  [['empty'], '""'],
  [['list'], '- a\n- b: 1\n  c: 2'],
  [['list', 1], 'b: 1\n  c: 2'],
  [['list', 1, 'c'], '2'],
  [['last'], '末尾'],
])('the value at %j is covered exactly', (path, expected) => {
  const location = read(text).at(path)
  expect(covered(text, location.range)).toBe(expected)
  expect(location).toMatchObject({ file: 'a.yaml', path })
})

test.each<[DataPath, string]>([
  [['apiVersion'], 'apiVersion'],
  [['metadata', 'name'], '"name"'],
  [['quoted key'], '"quoted key"'],
  [['zones', 'internet', 'ingress', 1, 'ports'], 'ports'],
  [['list', 1, 'b'], 'b'],
])('the key at %j is covered exactly', (path, expected) => {
  expect(covered(text, read(text).at(path, 'key').range)).toBe(expected)
})

test('a list item has no key: its value stands for it', () => {
  expect(covered(text, read(text).at(['metadata', 'ports', 0], 'key').range)).toBe('443')
})

test.each<[DataPath, DataPath]>([
  [['metadata', 'absent'], ['metadata']],
  [
    ['metadata', 'ports', 7],
    ['metadata', 'ports'],
  ],
  [
    ['metadata', 'ports', 'x'],
    ['metadata', 'ports'],
  ],
  [['apiVersion', 'deeper', 3], ['apiVersion']],
  [
    ['zones', 'internet', 'ingress', 1, 'nowhere', 'at', 'all'],
    ['zones', 'internet', 'ingress', 1],
  ],
  [['absent'], []],
])('a path that leads nowhere, %j, gives its nearest ancestor', (path, ancestor) => {
  expect(read(text).at(path)).toEqual(read(text).at(ancestor))
  expect(read(text).at(path, 'key')).toEqual(read(text).at(ancestor, 'key'))
})

test('the root is everything from its first key to its last value', () => {
  const { range, path } = read(text).at([])
  expect(path).toEqual([])
  expect(range.start).toEqual({ line: 2, column: 1 })
  expect(covered(text, range).endsWith('last: 末尾')).toBe(true)
})

test('the root has no key: its value stands for it', () => {
  expect(read(text).at([], 'key')).toEqual(read(text).at([]))
})

test('comments and blank lines after a value do not belong to it', () => {
  const source = 'a:\n  b: 1 # one\n  # two\n\n# three\nc: 2\n'
  expect(covered(source, read(source).at(['a']).range)).toBe('b: 1')
  expect(covered(source, read(source).at(['a', 'b']).range)).toBe('1')
})

test('a text over several lines ends where its last line ends', () => {
  const source = 'a: one\n  two\n\n  three   \nb: 1\n'
  expect(covered(source, read(source).at(['a']).range)).toBe('one\n  two\n\n  three')
})

test('an empty block text is covered by its mark', () => {
  const source = 'a: |\nb: 1\n'
  expect(covered(source, read(source).at(['a']).range)).toBe('|')
})

test('a key that looks like a number is found by its text', () => {
  const source = '2026: x\n'
  expect(covered(source, read(source).at(['2026']).range)).toBe('x')
  expect(covered(source, read(source).at([2026]).range)).toBe('x')
})

test('explicit keys and document marks move nothing', () => {
  const source = '---\n? a\n: b\n...\n'
  expect(covered(source, read(source).at(['a']).range)).toBe('b')
  expect(covered(source, read(source).at(['a'], 'key').range)).toBe('a')
})

test('columns count UTF-16 code units', () => {
  expect(read('{ "😀": 1, b: 2 }\n').at(['b']).range.start).toEqual({ line: 1, column: 15 })
})

test('JSON is located as well', () => {
  const source = '{"a": {"b": [1, {"c": "d"}]}}'
  expect(covered(source, read(source).at(['a', 'b', 1, 'c']).range)).toBe('"d"')
  expect(covered(source, read(source).at([]).range)).toBe(source)
})

test('documents of one content keep their own names', () => {
  const bytes = Buffer.from('a: 1\n')
  const [first, second] = ['x.yaml', 'y.yaml'].map(file => parseDocument(file, 'system', bytes).document)
  expect(first?.at(['a']).file).toBe('x.yaml')
  expect(second?.at(['a']).file).toBe('y.yaml')
})

test('positions stay right when many documents are asked in turn', () => {
  const documents = Array.from({ length: 50 }, (_, index) => read(`${'\n'.repeat(index)}a: ${index}\n`))
  const lines = () => documents.map(document => document.at(['a']).range.start.line)
  expect(lines()).toEqual(documents.map((_, index) => index + 1))
  expect(lines()).toEqual(documents.map((_, index) => index + 1))
})

test('the same bytes under another name stand in the other file, and other bytes elsewhere', () => {
  const at = (file: string, source: string) =>
    parseDocument(file, 'system', Buffer.from(source)).document?.at(['b'])
  expect(at('one.yaml', 'a: 1\nb: 2\n')).toMatchObject({ file: 'one.yaml', range: { start: { line: 2 } } })
  expect(at('two.yaml', 'a: 1\nb: 2\n')).toMatchObject({ file: 'two.yaml', range: { start: { line: 2 } } })
  expect(at('one.yaml', 'a: 1\n\nb: 2\n')).toMatchObject({ file: 'one.yaml', range: { start: { line: 3 } } })
})

test('a text of digits as a step leads to a key, and a number to an entry', () => {
  const document = read('map: { "0": a }\nlist: [a]\n')
  expect(document.at(['list', 0]).path).toEqual(['list', 0])
  expect(document.at(['list', '0']).path).toEqual(['list'])
  expect(document.at(['map', '0']).path).toEqual(['map', '0'])
})
