import { afterAll, describe, expect, it } from 'vitest'
import {
  digestOfStatement,
  type ReviewStatement,
  readStatement,
  statementIn,
  statementText,
} from '../../lib/statement/index.ts'
import { testKeys } from './keys.ts'

const keys = testKeys()
afterAll(keys.remove)
const key = keys.make('official')
keys.make('ecdsa', 'ecdsa')

const statement: ReviewStatement = {
  schema: 'tenantry-review/v1',
  forge: 'https://git.example',
  repository: 1,
  target: 'main',
  base: 'c'.repeat(40),
  head: 'a'.repeat(40),
  tree: 'd'.repeat(40),
  change: 7,
  person: 'P-3',
  verdict: 'approved',
  reason: null,
  at: '2026-11-23T01:00:00.000Z',
}
const text = statementText(statement)

describe('a signed statement', () => {
  it('is what its signer wrote, by the key that signed it', () => {
    const signed = keys.sign(text, 'official')
    expect(readStatement(signed)).toEqual({
      digest: digestOfStatement(text),
      statement,
      key,
      fault: undefined,
    })
    const ofNoChange = { ...statement, change: null, reason: 'e'.repeat(64), verdict: 'refused' } as const
    expect(statementIn(statementText(ofNoChange))).toEqual(ofNoChange)
  })

  it('is altered where any one value is another than was signed', () => {
    const { signature } = keys.sign(text, 'official')
    const others: readonly Partial<ReviewStatement>[] = [
      { forge: 'https://git.other' },
      { repository: 2 },
      { target: 'dev' },
      { base: 'f'.repeat(40) },
      { head: 'f'.repeat(40) },
      { tree: 'f'.repeat(40) },
      { change: 8 },
      { change: null },
      { person: 'P-4' },
      { verdict: 'refused' },
      { reason: 'f'.repeat(64) },
      { at: '2026-11-23T01:00:00.001Z' },
    ]
    for (const other of others) {
      const read = readStatement({ text: statementText({ ...statement, ...other }), signature })
      expect([other, read.fault, 'key' in read ? read.key : 'none']).toEqual([other, 'altered', undefined])
    }
    expect(new Set(others.flatMap(Object.keys))).toEqual(
      new Set(Object.keys(statement).filter(name => name !== 'schema')),
    )
  })

  it.each([
    ['no signature', ''],
    ['a signature of evidence', keys.sign(text, 'official', 'tenantry-evidence-v1').signature],
    ['a signature of a commit', keys.sign(text, 'official', 'git').signature],
    ['a signature of a kind of key that records do not know', keys.sign(text, 'ecdsa').signature],
  ])('is unsigned with %s', (_, signature) => {
    expect(readStatement({ text, signature })).toMatchObject({ statement, key: undefined, fault: 'unsigned' })
  })

  it.each([
    ['another form', text.replace('tenantry-review/v1', 'tenantry-review/v2')],
    ['a blank more', text.replace(',', ', ')],
    ['a member that nobody knows', text.replace('{', '{"also":1,')],
    ['a member twice', text.replace('"change":7', '"change":7,"change":7')],
    ['a short commit', text.replace('c'.repeat(40), 'c'.repeat(12))],
    ['an instant in another form', text.replace('T01:00:00.000Z', 'T09:00:00+08:00')],
    ['a verdict of its own', text.replace('approved', 'abstained')],
    ['a reason that is no digest', text.replace('"reason":null', '"reason":"because"')],
    ['no line end', text.trimEnd()],
    ['no text', ''],
  ])('is none with %s, however well it is signed', (_, other) => {
    expect(readStatement(keys.sign(other, 'official'))).toEqual({
      digest: digestOfStatement(other),
      statement: undefined,
      fault: 'malformed',
    })
  })
})
