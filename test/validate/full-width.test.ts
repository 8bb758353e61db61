import { describe, expect, it } from 'vitest'
import type { Finding } from '../../lib/finding/finding.ts'
import { parseDocument } from '../../lib/read/index.ts'
import { lineIndex } from '../../lib/read/lines.ts'
import { placed, replaced } from '../example-repository.ts'
import { mistakesOf } from './planted.ts'

const system = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const unit = 'tenants/ningwu/jiaoyuju/unit.yaml'

/** `before|text` of a file, what was typed instead, and each sign of it with what belongs there. */
type Case = readonly [file: string, mark: string, typed: string, signs: Readonly<Record<string, string>>]

/** All of it is YAML: only the schema tells that a text should be something else. */
const cases: Readonly<Record<string, Case>> = {
  'a digit': [system, 'mlps: { level: |2', '２', { '２': '2' }],
  'digits of a port': [system, 'ports: [|443', '４４３', { '４４３': '443' }],
  'a date': [
    system,
    'assessed: |2026-03-19',
    '２０２６－０３－１９',
    { '２０２６－０３－１９': '2026-03-19' },
  ],
  'hyphens of a date': [system, '- event: submitted\n    on: |2023-05-15', '2023－05-15', { '－': '-' }],
  'a truth value and a blank': [system, 'classified: |false', 'false　', { '　': '' }],
  'a blank before a truth value': [system, 'classified: |false', '　false', { '　': ' ' }],
  'letters of a word': [system, 'origin: |migrated', 'ｍｉｇｒａｔｅｄ', { ｍｉｇｒａｔｅｄ: 'migrated' }],
  'quotes around a word': [system, 'origin: |migrated', '“migrated”', { '“': '"', '”': '"' }],
  'quotes of two widths': [system, 'origin: |migrated', '“migrated"', { '“': '"' }],
  'quotes around an event': [system, '- event: |submitted', '‘submitted’', { '‘': "'", '’': "'" }],
  'brackets of a list': [system, 'ports: |[443]', '［443］', { '［': '[', '］': ']' }],
  'brackets of another keyboard': [system, 'ports: |[22, 3306]', '【22, 3306】', { '【': '[', '】': ']' }],
  'a comma between ports': [system, 'ports: |[22, 3306]', '[22，3306]', { '，': ', ' }],
  'an enumeration comma between ports': [system, 'ports: |[22, 3306]', '[22、3306]', { '、': ', ' }],
  'a comma and a colon in braces': [
    system,
    '- { item: |ecs.domestic.4c8g, quantity: 2 }',
    'ecs.domestic.4c8g，quantity：2 }',
    { '，': ', ', '：': ': ' },
  ],
  'the only line of a map': [system, 'domestic: |{ adapted: true }', '\n  adapted：true', { '：': ': ' }],
  'an entry of a list': [
    system,
    'source: { paper: 宁政办函〔2023〕26号 }\n|  - event: approved',
    '  - event：approved',
    { '：': ': ' },
  ],
  'a paper by lines': [
    unit,
    '- |{ type: 保密协议, number: 宁教保〔2023〕1号, on: 2023-05-08 }',
    'type：保密协议',
    { '：': ': ' },
  ],
  'a slash of a network': [system, 'from: |172.20.0.0/16', '172.20.0.0／16', { '／': '/' }],
  'a phone number': [
    unit,
    'phone: |0350-0000101',
    '０３５０－００００１０１',
    { '０３５０－００００１０１': '0350-0000101' },
  ],
  'a colon of a peer': [system, '- { from: |self', 'system：jiaoyuju/zhaosheng-baoming', { '：': ':' }],
  'letters of a key': [system, '\n|origin: migrated', 'ｏｒｉｇｉｎ: migrated', { ｏｒｉｇｉｎ: 'origin' }],
  'quotes around a key': [system, '\n|origin: migrated', '“origin”: migrated', { '“': '"', '”': '"' }],
}

/** Whatever stage finds it. */
function findingsOf(file: string, text: string): readonly Finding[] {
  const { document, findings } = parseDocument(file, placed(file), Buffer.from(text))
  return document === undefined ? findings : mistakesOf(file, text)
}

describe('a sign of full width that only the schema tells', () => {
  it.each(Object.entries(cases))('%s is found where it stands', (_name, [file, mark, typed, signs]) => {
    const [before = '', right = ''] = mark.split('|')
    const text = replaced(file, before + right, before + typed)
    const start = text.indexOf(before + typed) + before.length
    const places = lineIndex(text)
    const expected = Object.entries(signs).map(([sign, meant]) => ({
      code: 'TY1327',
      range: { start: places.position(start + typed.indexOf(sign)) },
      fix: { replacement: meant, certain: true },
    }))
    expect(findingsOf(file, text)).toMatchObject(expected)
  })

  it('hides nothing of what else is wrong, and moves it nowhere', () => {
    const text = replaced(system, 'mlps: { level: 2, filing:', 'mlps: { level：２, fillling:')
    const found = findingsOf(system, text)
    expect(found.map(({ code, range }) => `${code} ${range.start.column}`)).toEqual(['TY1327 14'])
    const digit = replaced(system, 'mlps: { level: 2, filing:', 'mlps: { level: ２　, fillling:')
    expect(findingsOf(system, digit).map(({ code, range }) => `${code} ${range.start.column}`)).toEqual([
      'TY1327 16',
      'TY1327 17',
      'TY2001 20',
    ])
  })
})
