import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ChangeFacts } from '../../../lib/forge/facts.ts'
import { type Recording, recordNew, verifyEvidence } from '../../../scripts/evidence/index.ts'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { oneJurisdiction } from '../../documents.ts'
import { scratchAt } from '../git/scratch.ts'
import { temporaryDirectory, testDay } from '../harness.ts'

const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const forge = 'https://git.example'
const [opener, authority] = [2, 3]

/** Where a folder of repositories is served, until the test ends. */
async function served(folder: string): Promise<string> {
  const program = join(packageRoot, 'test/scripts/evidence/git-server.ts')
  const server = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void server.kill())
  const [port] = await once(server.stdout, 'data')
  return `http://127.0.0.1:${String(port).trim()}`
}

function keyIn(folder: string, name = 'recorder'): string {
  const key = join(folder, name)
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key])
  return key
}

function peopleTable(key: string): string {
  const account = (person: string, id: number) =>
    `  - { person: ${person}, forge: "${forge}", id: ${id}, from: 2026-01-01 }\n`
  return `apiVersion: tenantry/v1\nkind: People\naccounts:\n${account('P-2', opener)}${account('P-3', authority)}offices:\n  - { person: P-3, jurisdiction: ningwu, roles: [authority], from: 2026-01-01 }\nsigners:\n  - { person: P-9, key: ${key}, use: recorder, from: 2026-01-01 }\n`
}

/** A served repository with people and a branch `change` that the change 7 is about, which its reviewer has approved. */
async function approvedChange() {
  const [folder, keys] = [temporaryDirectory(), temporaryDirectory()]
  const keyFile = keyIn(keys)
  const made = scratchAt(oneJurisdiction())
  made.git('init', '--quiet', '--initial-branch=main')
  made.write('catalogue/people.yaml', peopleTable(readFileSync(`${keyFile}.pub`, 'utf8').trim()))
  const base = made.commit('people')
  made.git('checkout', '--quiet', '-b', 'change')
  const note = (text: string) =>
    writeFileSync(join(made.root, xueji), `${readFileSync(join(made.root, xueji), 'utf8')}# ${text}\n`)
  note('a note')
  const head = made.commit('a note')
  made.git('checkout', '--quiet', 'main')
  const remote = join(folder, 'manifests.git')
  mkdirSync(remote)
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote])
  const address = await served(folder)

  const facts = (merged: string, pushed = head): ChangeFacts => ({
    repository: 1,
    number: 7,
    target: 'main',
    head: pushed,
    targetTip: merged,
    state: 'merged',
    isDraft: false,
    opener,
    pushes: [...new Set([head, pushed])].map(commit => ({ account: opener, head: commit })),
    turns: [{ place: 200, kind: 'merge' }],
    reviews: [
      {
        id: '10',
        account: authority,
        state: 'approve',
        commit: head,
        at: `${testDay}T01:00:00.000Z`,
        place: 100,
      },
    ],
    merge: { account: opener, commit: merged, at: `${testDay}T02:00:00.000Z` },
  })
  const merges = new Map<string, ChangeFacts>()
  const environment = { PATH: process.env.PATH }
  const place = { ...made.checkout, environment, today: testDay, actualToday: testDay }
  const recording: Recording = {
    place: { ...place, cacheDirectory: undefined, cacheKeyFile: undefined },
    now: { sources: [], findings: [] },
    pinned: { forge, repository: 1, target: 'main' },
    remote: {
      url: `${address}/manifests.git`,
      target: 'main',
      transport: { address, header: 'X-Token: t', caFile: undefined },
    },
    changeAt: async commit => merges.get(commit),
    keyFile,
    from: base,
    tool: '0.1.0',
    clock: () => `${testDay}T03:00:00.000Z`,
  }
  return {
    ...made,
    note,
    head,
    keys,
    remote,
    recording,
    /** The main branch as it is, on the forge; with the change merged as its tip. */
    publish: (pushed?: string) => {
      const tip = made.git('rev-parse', 'main')
      if (pushed !== undefined) merges.set(tip, facts(tip, pushed))
      made.git('push', '--quiet', remote, 'main')
    },
    /** Number, verdict and why, of what is written. */
    record: async (more: Partial<Recording> = {}) =>
      (await recordNew({ ...recording, ...more })).map(({ record: { number, decision } }) => [
        number,
        decision.status,
        ...decision.objections,
      ]),
    verified: (commit = 'refs/tenantry/evidence', anchors: Parameters<typeof verifyEvidence>[3] = []) =>
      verifyEvidence(recording.place, made.git('rev-parse', commit), made.git('rev-parse', 'main'), anchors),
  }
}

const codesOf = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) =>
  findings.map(({ code }) => code)

describe('what has come to the target branch', () => {
  it('is recorded once, verifies offline, and is told of until it is recorded', async () => {
    const on = await approvedChange()
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    expect(await on.record()).toEqual([[1, 'approved']])
    expect(await on.record()).toEqual([])
    expect(codesOf(on.verified())).toEqual([])
    on.write('docs/x.md', 'x\n')
    on.commit('straight to main')
    on.publish()
    expect(codesOf(on.verified())).toEqual(['TY4512'])
    expect(await on.record()).toEqual([[2, 'unapproved', 'TY4513']])
    expect(codesOf(on.verified())).toEqual(['TY4513'])
  }, 120_000)

  it('is recorded as exactly that where it was pushed over the approval', async () => {
    const on = await approvedChange()
    on.git('checkout', '--quiet', 'change')
    on.note('pushed over')
    const over = on.commit('pushed over')
    on.git('checkout', '--quiet', 'main')
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(over)
    const [written] = await recordNew(on.recording)
    expect(written?.record.decision).toMatchObject({
      status: 'unapproved',
      parts: [{ status: 'open', ignored: [{ review: '10', reason: 'other-content' }] }],
    })
  }, 120_000)

  it.each(['squash', 'rebase'])(
    'is judged by its content after a %s, and what was pushed beside it by itself',
    async method => {
      const on = await approvedChange()
      on.write('docs/x.md', 'x\n')
      on.commit('straight to main')
      if (method === 'squash') {
        on.git('merge', '--quiet', '--squash', 'change')
        on.commit('squashed')
      } else on.git('cherry-pick', 'change')
      on.publish(on.head)
      expect(await on.record()).toEqual([
        [1, 'unapproved', 'TY4513'],
        [2, 'approved'],
      ])
      expect(codesOf(on.verified())).toEqual(['TY4513'])
    },
    120_000,
  )

  it('is recorded once by two at once', async () => {
    const on = await approvedChange()
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    const { changeAt } = on.recording
    const byOther: unknown[] = []
    const slowly: typeof changeAt = async commit => {
      // Between the look and the push, somebody else writes.
      if (byOther.length === 0) byOther.push(...(await on.record()))
      return await changeAt(commit)
    }
    expect(await on.record({ changeAt: slowly })).toEqual([])
    expect(byOther).toEqual([[1, 'approved']])
    expect([on.verified().records.length, codesOf(on.verified())]).toEqual([1, []])
  }, 120_000)

  it('is not recorded behind evidence that is broken, nor by a key that cannot sign', async () => {
    const on = await approvedChange()
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    await expect(on.record({ keyFile: join(on.keys, 'none') })).rejects.toThrow(/TY4522/)
    await expect(on.record({ from: undefined })).rejects.toThrow(/TY4511/)
    await on.record({ keyFile: keyIn(on.keys, 'stranger') })
    await expect(on.record()).rejects.toThrow(/TY4507/)
  }, 120_000)

  it('shows an edit, a removal and a tail that was cut off', async () => {
    const on = await approvedChange()
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    await on.record()
    on.write('docs/x.md', 'x\n')
    on.commit('straight to main')
    on.publish()
    await on.record()
    const whole = on.git('rev-parse', 'refs/tenantry/evidence')
    const found = (...of: Parameters<typeof on.verified>) =>
      codesOf(on.verified(...of)).filter(code => code !== 'TY4513')
    const { tip } = on.verified()
    expect(tip?.number).toBe(2)
    expect(found(whole, tip === undefined ? [] : [tip])).toEqual([])
    expect(found(`${whole}~1`)).toEqual(['TY4512'])
    expect(found(`${whole}~1`, tip === undefined ? [] : [tip])).toEqual(['TY4504', 'TY4512'])

    on.git('checkout', '--quiet', '-B', 'forged', whole)
    const file = join(on.root, `${testDay.slice(0, 4)}/000001.json`)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"status":"approved"', '"status":"unapproved"'))
    expect(found(on.commit('edited'))).toEqual(['TY4501', 'TY4505'])
    rmSync(file)
    expect(found(on.commit('removed'))).toContain('TY4502')
  }, 120_000)
})
