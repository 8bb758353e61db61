import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../lib/finding/finding.ts'
import { limits } from '../../lib/read/limits.ts'
import { parseDocument } from '../../lib/read/parse.ts'
import type { Bomb, Outcome } from './hostile-child.ts'
import { hostileFiles } from './hostile-files.ts'

const folder = join(import.meta.dirname, '../fixtures/hostile')

function summary({ code, range: { start, end } }: Finding): string {
  return `${code} ${start.line}:${start.column}-${end.line}:${end.column}`
}

test('every hostile file is in the table, and every entry of the table is a file', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(hostileFiles).sort())
})

test.each(Object.entries(hostileFiles))(
  '%s gets its one right answer at its exact place',
  (name, expected) => {
    const { document, findings } = parseDocument(name, 'system', readFileSync(join(folder, name)))
    expect(findings.map(summary)).toEqual(expected)
    expect(document === undefined).toBe(expected.length > 0)
  },
)

test('git keeps the hostile files as they are', () => {
  expect(readFileSync(join(folder, 'crlf.yaml')).includes('\r\n')).toBe(true)
  expect(readFileSync(join(folder, 'utf-16le.yaml')).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]))
})

describe('a file that is large for its kind', () => {
  const bomb = (unit: string, head = '', tail = ''): Bomb => ({
    kind: 'services',
    bytes: limits.catalogueBytes,
    head,
    unit,
    tail,
  })

  const bombs: Readonly<Record<string, readonly [string, Bomb]>> = {
    'one byte too large': ['TY1101', { ...bomb('a', 'x: '), bytes: limits.catalogueBytes + 1 }],
    'a manifest of the size of a catalogue': ['TY1101', { ...bomb('a', 'x: '), kind: 'system' }],
    'one long word': ['none', bomb('a', 'x: ')],
    'one long text in quotes': ['none', bomb('\\u0041', 'x: "', '"')],
    'one long block text': ['none', bomb(' line\n', 'x: |\n')],
    'one long comment': ['none', bomb('#', 'x: 1 ')],
    'spaces only': ['TY1102', bomb(' ')],
    'line breaks only': ['TY1308', bomb('\n')],
    'open brackets': ['TY1307', bomb('[')],
    'open braces': ['TY1307', bomb('{a: ')],
    'list items in one another': ['TY1307', bomb('- ', 'x:\n ')],
    'a long flat list': ['TY1308', bomb('a,', 'x: [', ']')],
    'empty lists': ['TY1308', bomb('[],', 'x: [', ']')],
    'a map of many keys': ['TY1308', bomb('a: 1\n')],
    'one million quotes': ['TY1308', bomb('"')],
    'an open quote': ['TY1318', bomb('a', 'x: "')],
    anchors: ['TY1308', bomb('&a ')],
    aliases: ['TY1308', bomb('*a\n')],
    tags: ['TY1308', bomb('!a ', 'x: ')],
    directives: ['TY1308', bomb('%a\n')],
    documents: ['TY1308', bomb('---\n')],
    'document ends': ['TY1308', bomb('...\n')],
    'explicit keys': ['TY1308', bomb('?\n')],
    'empty keys': ['TY1308', bomb(':\n')],
    tabs: ['TY1201', bomb('\t')],
    'hidden characters': ['TY1204', bomb('a\u200b')],
    'combining marks': ['TY1205', bomb('e\u0301\n')],
    'a mountain of marks on one letter': ['TY1210', bomb('\u0301\u0323', 'x: a')],
    'the same mountain written as escapes': ['TY1210', bomb('\\u0301\\u0323', 'x: "a', '"')],
    'template marks': ['TY1209', bomb('${', 'x: ')],
    'syntax errors on one line': ['TY1322', { ...bomb('"'), bytes: limits.manifestBytes, kind: 'system' }],
    'syntax errors on all lines': ['TY1322', { ...bomb('a: @\n'), bytes: 100_000 }],
  }

  test.each(Object.entries(bombs))(
    '%s: is answered within 2 s and 300 MB',
    async (_title, [expected, described]) => {
      const { codes, milliseconds, peakMebibytes } = await inOwnProcess(described)
      expect(codes.filter(code => code !== 'TY1399')).toEqual(expected === 'none' ? [] : [expected])
      expect(milliseconds).toBeLessThan(2000)
      expect(peakMebibytes).toBeLessThan(300)
    },
  )
})

function inOwnProcess(bomb: Bomb): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'hostile-child.ts')
    const child = execFile(process.execPath, [script], { timeout: 15_000 }, (error, stdout) => {
      if (error) reject(error)
      else resolve(JSON.parse(stdout)[0])
    })
    child.stdin?.end(JSON.stringify([bomb]))
  })
}
