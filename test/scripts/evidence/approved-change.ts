import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ChangeFacts } from '../../../lib/forge/facts.ts'
import {
  type Recording,
  recordNew,
  requireEvidence,
  verifyEvidence,
} from '../../../scripts/evidence/index.ts'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { oneJurisdiction } from '../../documents.ts'
import { type Scratch, scratchAt } from '../git/scratch.ts'
import { temporaryDirectory, testDay } from '../harness.ts'

export const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
export const platform = 'catalogue/platform.yaml'
const forge = 'https://git.example'
const [opener, authority] = [2, 3]

/** Where a folder of repositories is served, until the test ends; with the API of a forge beside them. */
export async function served(folder: string, ...api: readonly string[]): Promise<string> {
  const program = join(packageRoot, 'test/scripts/evidence/git-server.ts')
  const server = spawn(process.execPath, [program, folder, ...api], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void server.kill())
  const [port] = await once(server.stdout, 'data')
  return `http://127.0.0.1:${String(port).trim()}`
}

export function keyIn(folder: string, name = 'recorder'): string {
  const key = join(folder, name)
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key])
  return key
}

function peopleTable(key: string): string {
  const account = (person: string, id: number) =>
    `  - { person: ${person}, forge: "${forge}", id: ${id}, from: 2026-01-01 }\n`
  return `apiVersion: tenantry/v1\nkind: People\naccounts:\n${account('P-2', opener)}${account('P-3', authority)}offices:\n  - { person: P-3, jurisdiction: ningwu, roles: [authority], from: 2026-01-01 }\nsigners:\n  - { person: P-9, key: ${key}, use: recorder, from: 2026-01-01 }\n`
}

/** The same file with other text at its place. */
export function replaceIn({ root }: Scratch, file: string, before: string, after: string): void {
  const text = readFileSync(join(root, file), 'utf8')
  if (!text.includes(before)) throw new Error(`${file} has no ${before}`)
  writeFileSync(join(root, file), text.replace(before, after))
}

export function appendTo({ root }: Scratch, file: string, text: string): void {
  writeFileSync(join(root, file), `${readFileSync(join(root, file), 'utf8')}${text}`)
}

/** The day from which evidence decides; the regulation is still in force by then. */
export function evidenceSince(made: Scratch, day: string): void {
  replaceIn(made, 'catalogue/jurisdictions/ningwu.yaml', 'validYears: 3', 'validYears: 9')
  replaceIn(made, platform, 'catalogueReviewed:', `evidence: { from: ${day} }\ncatalogueReviewed:`)
}

/** One server more is asked for. */
export function oneMoreAsked(made: Scratch): void {
  replaceIn(made, xueji, 'ecs.domestic.4c8g, quantity: 2', 'ecs.domestic.4c8g, quantity: 3')
  appendTo(
    made,
    xueji,
    `  - event: change-submitted\n    on: ${testDay}\n    papers: [{ type: 资源变更申请单, number: NWBG-1, on: ${testDay} }]\n`,
  )
}

/** The approval of that as people write it. */
export const typedApproval = `  - event: change-approved\n    on: ${testDay}\n    source: { forge: gitea, change: 7, review: 10 }\n    grants: { extranet: { services: [{ item: ecs.domestic.4c8g, quantity: 3 }] } }\n`

/** What the target branch has, and what the change makes of it. */
interface Edits {
  readonly before: (made: Scratch) => void
  readonly change: (made: Scratch) => void
}

const note: Edits = { before: () => {}, change: made => appendTo(made, xueji, '# a note\n') }

/** A served repository with people and a branch `change` that the change 7 is about, which its reviewer has approved. */
export async function approvedChange({ before, change }: Edits = note) {
  const [folder, keys] = [temporaryDirectory(), temporaryDirectory()]
  const keyFile = keyIn(keys)
  const made = scratchAt(oneJurisdiction())
  made.git('init', '--quiet', '--initial-branch=main')
  made.write('catalogue/people.yaml', peopleTable(readFileSync(`${keyFile}.pub`, 'utf8').trim()))
  before(made)
  const base = made.commit('people')
  made.git('checkout', '--quiet', '-b', 'change')
  change(made)
  const head = made.commit('a change')
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
    /** What the forge says of the change while it is open. */
    open: (): ChangeFacts => {
      return { ...facts(base), state: 'open', targetTip: base, turns: [], merge: undefined }
    },
    base,
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
    /** Another change as the tip of the main branch, which the authority has approved and the opener of the first brought. */
    publishNext: (head: string, more: Partial<ChangeFacts> = {}) => {
      const tip = made.git('rev-parse', 'main')
      const { reviews, ...first } = facts(tip, head)
      const own = {
        number: 8,
        pushes: [{ account: opener, head }],
        reviews: reviews.map(review => ({ ...review, commit: head })),
      }
      merges.set(tip, { ...first, ...own, ...more })
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
      verifyEvidence(
        recording.place,
        requireEvidence(recording.place, made.git('rev-parse', commit)),
        made.git('rev-parse', 'main'),
        anchors,
      ),
  }
}
