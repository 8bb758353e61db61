import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRecord, recordText } from '../../../lib/evidence/index.ts'
import {
  type ReviewStatement,
  statementCodes,
  statementNamespace,
  statementText,
} from '../../../lib/statement/index.ts'
import { preparedStatement, recordNew, signStatement } from '../../../scripts/evidence/index.ts'
import { signatureBy } from '../../../scripts/evidence/sign.ts'
import { statementsIn } from '../../../scripts/workspace/statements.ts'
import type { Scratch } from '../git/scratch.ts'
import { temporaryDirectory, testDay } from '../harness.ts'
import { appendTo, approvedChange, evidenceSince, keyIn, oneMoreAsked, replaceIn } from './approved-change.ts'
import { type On, verifiedInstead } from './written-instead.ts'

const people = 'catalogue/people.yaml'
const ningwu = 'catalogue/jurisdictions/ningwu.yaml'
const system = 'ningwu/jiaoyuju/xueji-guanli'
const at = (hour: string) => `${testDay}T${hour}:00:00.000Z`

function signerRow(person: string, keyFile: string): string {
  const key = readFileSync(`${keyFile}.pub`, 'utf8').trim()
  return `  - { person: ${person}, key: ${key}, from: 2026-01-01 }\n`
}

/** A change to which the authority has clicked its consent, where its regulation wants a signature. */
async function changeToSign() {
  const keys = temporaryDirectory()
  const [official, opener] = [keyIn(keys, 'official'), keyIn(keys, 'opener')]
  const before = (made: Scratch) => {
    evidenceSince(made, testDay)
    appendTo(made, people, `${signerRow('P-3', official)}${signerRow('P-2', opener)}`)
    const step = 'name: 主管部门审核, roles: [authority], article: NW-2.5'
    replaceIn(made, ningwu, step, `${step}, signed: true`)
  }
  const on = await approvedChange({ before, change: oneMoreAsked })
  const folder = temporaryDirectory()
  const { place, now, pinned } = on.recording
  const sign = (more: Partial<Parameters<typeof preparedStatement>[0]> = {}) => {
    const signing = {
      ...{ place, now, pinned, base: 'main', head: 'change', change: 7, verdict: 'approved' as const },
      ...{ reason: undefined, keyFile: official, at: at('01') },
      ...more,
    }
    const prepared = preparedStatement(signing)
    return { ...signStatement(prepared, signing, folder), statement: prepared.statement }
  }
  return { on, folder, sign, official, opener }
}

function merge(on: On) {
  on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
  on.publish(on.head)
}

const recordedWith = async (on: On, folder: string) =>
  await recordNew({ ...on.recording, statements: statementsIn(folder).statements })

describe('what an official has signed', () => {
  it('approves where a click does not, is kept as it was signed, and is verified and decided again offline', async () => {
    const { on, folder, sign } = await changeToSign()
    const { digest, statement, file } = sign({ reason: '同意扩容' })
    expect(statement).toMatchObject({
      schema: 'tenantry-review/v1',
      forge: 'https://git.example',
      repository: 1,
      target: 'main',
      base: on.base,
      head: on.head,
      tree: on.git('rev-parse', 'change^{tree}'),
      change: 7,
      person: 'P-3',
      verdict: 'approved',
      at: at('01'),
    })
    expect(JSON.parse(readFileSync(file.replace(/json$/, 'reason.json'), 'utf8'))).toEqual({
      salt: expect.stringMatching(/^[0-9a-f]{32}$/),
      text: '同意扩容',
    })
    // Of another change altogether: nothing to this one.
    sign({ change: 8, head: 'main' })
    merge(on)
    const [written] = await recordedWith(on, folder)
    const text = readFileSync(file, 'utf8')
    expect(written?.record).toMatchObject({
      schema: 'tenantry-evidence/v4',
      statements: [{ text, signature: readFileSync(`${file}.sig`, 'utf8') }],
      decision: {
        status: 'approved',
        parts: [
          {
            system,
            steps: [{ by: [{ review: `sha256:${digest}`, person: 'P-3', at: at('01') }] }],
            ignored: [{ review: '10', reason: 'not-signed' }],
          },
        ],
      },
    })
    const { findings, decidedAgain } = await on.verified()
    expect([findings, decidedAgain.count, decidedAgain.undecidable]).toEqual([[], 1, []])
  }, 120_000)

  it('is wanted: by the click alone it is recorded as unapproved, in the form that older tools read', async () => {
    const { on, folder } = await changeToSign()
    merge(on)
    const [written] = await recordedWith(on, folder)
    expect(written?.record).toMatchObject({
      schema: 'tenantry-evidence/v3',
      decision: { status: 'unapproved', parts: [{ ignored: [{ review: '10', reason: 'not-signed' }] }] },
    })
    expect(written?.record).not.toHaveProperty('statements')
    expect((await on.verified()).findings.map(({ code }) => code)).toEqual(['TY4513'])
  }, 120_000)

  it('does not approve what was pushed over it, nor what its signer brought, and that is recorded', async () => {
    const { on, folder, sign, opener } = await changeToSign()
    const first = sign()
    on.git('checkout', '--quiet', 'change')
    on.write('docs/x.md', 'x\n')
    const over = on.commit('pushed over')
    on.git('checkout', '--quiet', 'main')
    const own = sign({ keyFile: opener })
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(over)
    const [written] = await recordedWith(on, folder)
    const ignored = written?.record.decision.parts.flatMap(part => part.ignored) ?? []
    expect(written?.record.decision.status).toBe('unapproved')
    expect(ignored).toContainEqual({ review: `sha256:${first.digest}`, reason: 'other-content' })
    expect(ignored).toContainEqual({ review: `sha256:${own.digest}`, reason: 'author' })
    expect((await on.verified()).findings.map(({ code }) => code)).toEqual(['TY4513'])
  }, 120_000)

  it('approves after a squash too', async () => {
    const { on, folder, sign } = await changeToSign()
    sign()
    on.git('merge', '--quiet', '--squash', 'change')
    on.commit('squashed')
    on.publish(on.head)
    expect((await recordedWith(on, folder))[0]?.record.decision.status).toBe('approved')
    expect((await on.verified()).findings).toEqual([])
  }, 120_000)
})

describe('a record in which a statement is not as it was signed', () => {
  it('is found, whoever has the recorder’s key', async () => {
    const { on, folder, sign } = await changeToSign()
    sign()
    merge(on)
    const [written] = await recordedWith(on, folder)
    const record = written?.record
    const [signed] = record?.statements ?? []
    if (record === undefined || signed === undefined) throw new Error('nothing was recorded')
    expect(readRecord(recordText(record))?.statements).toEqual([signed])
    const found = async (...statements: readonly { text: string; signature: string }[]) =>
      (await verifiedInstead(on, on, 'main', { ...record, statements })).found
    expect(await found(signed)).toEqual([])

    const textWith = (more: Partial<ReviewStatement>) =>
      statementText({ ...JSON.parse(signed.text), ...more })
    const forged = /^TY4528 record 1 #7: the signed statement [0-9a-f]{12} is not as it was signed$/
    expect(await found({ ...signed, text: textWith({ at: at('00') }) })).toEqual([
      expect.stringMatching(forged),
    ])
    expect(await found(signed, { ...signed, text: textWith({ verdict: 'refused' }) })).toEqual([
      expect.stringMatching(forged),
    ])
    expect(await found({ ...signed, signature: '' })).toEqual([expect.stringMatching(forged)])
    // Taken out, the step that it filled is empty.
    const step = `TY4528 record 1 #7: ${system} change, review lacks 1`
    expect(await found()).toEqual([expect.stringContaining(step)])
    // And a form that keeps none reads none.
    const older = { ...record, schema: 'tenantry-evidence/v3' as const }
    expect((await verifiedInstead(on, on, 'main', older)).found).toEqual([expect.stringContaining(step)])
  }, 120_000)

  it('is found where another’s key signed in the official’s name', async () => {
    const { on, folder, sign, opener } = await changeToSign()
    sign()
    merge(on)
    const [written] = await recordedWith(on, folder)
    const record = written?.record
    const [signed] = record?.statements ?? []
    if (record === undefined || signed === undefined) throw new Error('nothing was recorded')
    const purpose = { namespace: statementNamespace, failure: statementCodes.cannotSign }
    const signature = signatureBy(signed.text, opener, { PATH: process.env.PATH }, purpose)
    const { found } = await verifiedInstead(on, on, 'main', {
      ...record,
      statements: [{ ...signed, signature }],
    })
    expect(found).toEqual([
      expect.stringMatching(/^TY4528 .*sha256:[0-9a-f]{64} \(P-3\) does not count: .*key.* \(NW-2\.5\)$/),
    ])
  }, 120_000)
})

describe('a folder of statements', () => {
  it('gives what is as it was signed, and tells of the rest by name', async () => {
    const { folder, sign } = await changeToSign()
    const files = ['01', '02', '03', '04'].map(hour => sign({ at: at(hour) }).file)
    const [whole = '', altered = '', bare = '', renamed = ''] = files
    writeFileSync(altered, readFileSync(altered, 'utf8').replace('"approved"', '"refused"'))
    writeFileSync(`${bare}.sig`, 'no signature\n')
    const elsewhere = join(folder, `${'0'.repeat(64)}.json`)
    writeFileSync(elsewhere, readFileSync(renamed, 'utf8'))
    writeFileSync(`${elsewhere}.sig`, readFileSync(`${renamed}.sig`, 'utf8'))
    writeFileSync(join(folder, 'README.md'), 'who signs what\n')
    const { statements, findings } = statementsIn(folder)
    expect(statements.map(({ text }) => text).sort()).toEqual(
      [whole, renamed].map(file => readFileSync(file, 'utf8')).sort(),
    )
    const told = new Map(findings.map(({ code, machine }) => [machine, code]))
    expect(told).toEqual(
      new Map([
        [altered, 'TY4442'],
        [bare, 'TY4441'],
        [elsewhere, 'TY4440'],
      ]),
    )
  }, 120_000)

  it('is refused where it cannot be read', () => {
    expect(() => statementsIn(join(temporaryDirectory(), 'none'))).toThrow(/TY4451/)
  })
})

describe('nothing is signed', () => {
  it('by a key that would not count, or of what cannot be merged', async () => {
    const { on, folder, sign, official } = await changeToSign()
    const stranger = keyIn(temporaryDirectory(), 'stranger')
    expect(() => sign({ keyFile: stranger })).toThrow(/TY4443/)
    expect(() => sign({ keyFile: on.recording.keyFile })).toThrow(/TY4443/)
    expect(() => sign({ keyFile: join(folder, 'none') })).toThrow(/TY4452/)
    // Its public part is somebody's in office, and the key beside it another's.
    writeFileSync(`${stranger}.pub`, readFileSync(`${official}.pub`))
    expect(() => sign({ keyFile: stranger })).toThrow(/TY4452/)
    expect(() => sign({ at: '2025-12-31T01:00:00.000Z' })).toThrow(/TY4443/)
    appendTo(on, people, '# otherwise\n')
    on.commit('main')
    on.git('checkout', '--quiet', '-b', 'conflicting', 'change')
    appendTo(on, people, '# this way\n')
    on.commit('conflicting')
    expect(() => sign({ head: 'conflicting' })).toThrow(/TY4404/)
    expect(statementsIn(folder)).toEqual({ statements: [], findings: [] })
  }, 120_000)
})
