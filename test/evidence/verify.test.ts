import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Signer } from '../../generated/types/people.ts'
import { canonicalText } from '../../lib/evidence/canonical.ts'
import {
  digestOfRecord,
  type EvidenceRecord,
  readRecord,
  recordPath,
  recordSchema,
  recordText,
  type StoredRecord,
  verifyRecords,
} from '../../lib/evidence/index.ts'
import type { ChangeFacts } from '../../lib/forge/facts.ts'

const folder = mkdtempSync(join(tmpdir(), 'tenantry-evidence-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Made by the real program, whose signatures these are. */
function keyNamed(name: string, kind = 'ed25519'): string {
  const file = join(folder, name)
  execFileSync('ssh-keygen', ['-q', '-t', kind, '-N', '', '-C', '', '-f', file])
  return readFileSync(`${file}.pub`, 'utf8').trim()
}

function signed(text: string, name = 'recorder', namespace = 'tenantry-evidence-v1'): string {
  const file = join(folder, 'text')
  writeFileSync(file, text)
  rmSync(`${file}.sig`, { force: true })
  execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', join(folder, name), '-n', namespace, file], {
    stdio: 'ignore',
  })
  return readFileSync(`${file}.sig`, 'utf8')
}

const hex = (letter: string) => letter.repeat(40)
const pinpoint = (letter: string) => ({ commit: hex(letter), tree: hex(letter) })

function record(number: number, previous: string | null, more: Partial<EvidenceRecord> = {}): EvidenceRecord {
  return {
    schema: recordSchema,
    number,
    previous,
    recordedAt: `2026-11-2${number}T01:00:00.000Z`,
    tool: '0.1.0',
    forge: 'https://git.example',
    repository: 1,
    target: 'main',
    base: pinpoint('abcdef'[number - 1] ?? '0'),
    merge: pinpoint('abcdef'[number] ?? '0'),
    day: `2026-11-2${number}`,
    facts: null,
    contents: {},
    judgedBy: {},
    decision: { status: 'approved', objections: [], parts: [], void: [] },
    evidenceFrom: null,
    answers: [],
    ratifies: [],
    ...more,
  }
}

function stored(one: EvidenceRecord, signature: string | undefined = signed(recordText(one))): StoredRecord {
  return { path: recordPath(one), text: recordText(one), signature }
}

let chain: readonly StoredRecord[] = []
let signers: readonly Signer[] = []

beforeAll(() => {
  const key = keyNamed('recorder')
  signers = [{ person: 'P-9', key, use: 'recorder', from: '2026-01-01' }]
  keyNamed('stranger')
  keyNamed('other', 'ecdsa')
  const first = stored(record(1, null))
  const second = stored(record(2, digestOfRecord(first.text)))
  const third = stored(record(3, digestOfRecord(second.text)))
  chain = [first, second, third]
})

const at = (index: number): StoredRecord => {
  const found = chain[index]
  if (found === undefined) throw new Error('no such record')
  return found
}

function codesOf(
  records: readonly StoredRecord[],
  by = signers,
  anchors: Parameters<typeof verifyRecords>[2] = [],
) {
  return verifyRecords(records, by, anchors).findings.map(one => `${one.code} ${one.record}`)
}

describe('a chain of records', () => {
  it('is whole as it was written, and says what to keep of it', () => {
    const { findings, tip, records } = verifyRecords(chain, signers)
    expect(findings).toEqual([])
    expect(tip).toEqual({ number: 3, digest: digestOfRecord(at(2).text) })
    expect(records.map(({ number, status }) => [number, status])).toEqual([
      [1, 'approved'],
      [2, 'approved'],
      [3, 'approved'],
    ])
  })

  it('shows an edit of any one character, of a record and of its signature', () => {
    const edited = { ...at(1), text: at(1).text.replace('"approved"', '"unapproved"') }
    expect(codesOf([at(0), edited, at(2)])).toEqual(['TY4501 2026/000002.json'])
    const spaced = { ...at(1), text: at(1).text.replace(',', ', ') }
    expect(codesOf([at(0), spaced, at(2)])).toContain('TY4510 2026/000002.json')
    const signature = at(1).signature?.replace(/[A-Z](?=[^\n]*\n-----END)/, 'a')
    expect(codesOf([at(0), { ...at(1), signature }, at(2)])[0]).toMatch(/^TY450[167] 2026\/000002\.json$/)
  })

  it('shows an edit that the recorder itself has signed again', () => {
    const again = stored(record(2, digestOfRecord(at(0).text), { tool: '0.2.0' }))
    expect(codesOf([at(0), again, at(2)])).toEqual(['TY4501 2026/000002.json'])
  })

  it('shows a gap, and records in another order', () => {
    expect(codesOf([at(0), at(2)])).toEqual(['TY4502 2026/000003.json'])
    expect(codesOf([at(1), at(2)])).toEqual(['TY4502 2026/000002.json'])
    expect(codesOf([at(0), at(2), at(1)])).toContain('TY4503 2026/000002.json')
    const elsewhere = stored(record(2, digestOfRecord(at(0).text), { base: pinpoint('f') }))
    expect(codesOf([at(0), elsewhere])).toEqual(['TY4503 2026/000002.json'])
    const earlier = stored(record(2, digestOfRecord(at(0).text), { recordedAt: '2026-11-20T01:00:00.000Z' }))
    expect(codesOf([at(0), earlier])).toEqual(['TY4503 2026/000002.json'])
  })

  it('shows a record that ratifies what it cannot', () => {
    const bypass = { status: 'unapproved', objections: ['TY4513'], parts: [], void: [] } as const
    const first = stored(record(1, null, { decision: bypass }))
    const ratifying = (...ratifies: readonly number[]) =>
      stored(record(2, digestOfRecord(first.text), { ratifies }))
    expect(codesOf([first, ratifying(1)])).toEqual([])
    expect(codesOf([first, ratifying(2)])).toEqual(['TY4527 2026/000002.json'])
    const again = stored(record(3, digestOfRecord(ratifying(1).text), { ratifies: [1] }))
    expect(codesOf([first, ratifying(1), again])).toEqual(['TY4527 2026/000003.json'])
    const unentitled = stored(record(2, digestOfRecord(first.text), { ratifies: [1], decision: bypass }))
    expect(codesOf([first, unentitled])).toEqual(['TY4527 2026/000002.json'])
  })

  it('shows a tail that was cut off only by what was kept elsewhere', () => {
    const anchor = { number: 3, digest: digestOfRecord(at(2).text) }
    expect(codesOf(chain.slice(0, 2))).toEqual([])
    expect(codesOf(chain.slice(0, 2), signers, [anchor])).toEqual(['TY4504 2026/000002.json'])
    expect(codesOf([], signers, [anchor])).toEqual(['TY4504 evidence'])
    expect(codesOf(chain, signers, [anchor])).toEqual([])
    const other = stored(record(3, digestOfRecord(at(1).text), { tool: '0.2.0' }))
    expect(codesOf([at(0), at(1), other], signers, [anchor])).toEqual(['TY4505 2026/000003.json'])
  })

  it('tells a signature that is missing, of another use or kind, of a stranger, expired and revoked apart', () => {
    const first = at(0)
    const one = (signature: string | undefined, by = signers) => codesOf([{ ...first, signature }], by)
    const [known] = signers
    const row = (more: Partial<Signer>) => (known === undefined ? [] : [{ ...known, ...more }])
    const path = '2026/000001.json'
    expect(one(undefined)).toEqual([`TY4506 ${path}`])
    expect(one('signed')).toEqual([`TY4506 ${path}`])
    expect(one(signed(first.text, 'recorder', 'file'))).toEqual([`TY4506 ${path}`])
    expect(one(signed(first.text, 'other'))).toEqual([`TY4506 ${path}`])
    expect(one(signed(first.text, 'stranger'))).toEqual([`TY4507 ${path}`])
    expect(one(first.signature, row({ use: 'person' }))).toEqual([`TY4507 ${path}`])
    expect(one(signed(at(1).text))).toEqual([`TY4501 ${path}`])
    expect(one(first.signature, row({ to: '2026-11-20' }))).toEqual([`TY4508 ${path}`])
    expect(one(first.signature, row({ from: '2026-11-22' }))).toEqual([`TY4508 ${path}`])
    expect(one(first.signature, row({ revoked: '2026-11-21' }))).toEqual([`TY4509 ${path}`])
    expect(one(first.signature, row({ to: '2026-11-21', revoked: '2026-11-22' }))).toEqual([])
  })
})

describe('the text of evidence', () => {
  it('is one for one value, whatever the order of its keys', () => {
    expect(canonicalText({ b: [1, 'é', null], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,"é",null]}',
    )
    expect(canonicalText({ a: 1, b: 2 })).toBe(canonicalText({ b: 2, a: 1 }))
  })

  it.each([[1.5], [Number.NaN], [2 ** 53], ['\ud800'], [undefined], [() => 0], [1n]])(
    'has no place for %s',
    value => {
      expect(() => canonicalText([value])).toThrow(TypeError)
    },
  )
})

describe('who had a part in what a record is of', () => {
  const [head, merge] = [hex('a'), hex('b')]
  const facts: ChangeFacts = {
    repository: 1,
    number: 7,
    target: 'main',
    head,
    targetTip: merge,
    state: 'merged',
    isDraft: false,
    opener: 1,
    pushes: [
      { account: 2, head },
      { account: 1, head },
    ],
    turns: [],
    reviews: [],
    merge: { account: 3, commit: merge, at: '2026-11-21T01:00:00.000Z' },
  }
  const accountsOf = (of: ChangeFacts | null) => {
    const read = readRecord(recordText(record(1, null, { facts: of })))
    return read === undefined ? 'no record' : read.accounts
  }

  it('is whoever opened, pushed and merged it', () => {
    expect(accountsOf(facts)).toEqual([1, 2, 3])
  })

  it('is unknown where the forge could not say it of everybody, and of a push', () => {
    expect(accountsOf({ ...facts, opener: undefined })).toBeUndefined()
    expect(accountsOf({ ...facts, pushes: [{ account: undefined, head }] })).toBeUndefined()
    expect(accountsOf({ ...facts, merge: undefined })).toBeUndefined()
    expect(accountsOf(null)).toBeUndefined()
  })
})
