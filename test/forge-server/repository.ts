import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { textAt } from '../../lib/deliver/json.ts'
import { type Ended, runHere } from '../scripts/harness.ts'
import { type Api, apiOf } from './api.ts'
import { cloneIn } from './clone.ts'
import { lastingDirectory } from './lasting-directory.ts'
import type { RunningForge } from './start.ts'

export const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
export const people = ['author', 'reviewer1', 'reviewer2', 'reader', 'cashier'] as const

export type Name = (typeof people)[number]

const patience = { timeout: 60_000, interval: 200 } as const

/** A repository on a real forge, with people in office, and a clone of it that has a branch for each change. */
export async function repositoryOn(forge: RunningForge, name: string) {
  const admin = apiOf(forge.address, forge.token)
  const ids = await admin.users(people)
  const repository = await admin.repository('gov', name, people)
  const clone = cloneIn(lastingDirectory())
  const remote = (user: Name) =>
    `${forge.address.replace('://', `://${user}:Pass-${user}-1@`)}/gov/${name}.git`
  clone.git('init', '--quiet', '--initial-branch=main')
  const keyFile = join(lastingDirectory(), 'recorder')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', keyFile])
  const key = readFileSync(`${keyFile}.pub`, 'utf8').trim()
  clone.write('catalogue/people.yaml', table(forge.address, ids, key))
  const start = clone.commit('people')
  clone.git('push', '--quiet', remote('author'), 'main')
  const settings = join(lastingDirectory(), 'runner.yaml')
  writeFileSync(
    settings,
    `apiVersion: tenantry/v1\nkind: Runner\nforges:\n  city: { kind: gitea, address: "${forge.address}", repository: gov/${name}, repositoryId: ${repository} }\n`,
  )
  chmodSync(settings, 0o600)
  const as = await admin.tokens(people)
  const environment = { PATH: process.env.PATH, TENANTRY_FORGE_TOKEN: forge.token }
  const call = async (...words: readonly string[]): Promise<Ended> =>
    await runHere([...words, '--forge', 'city', '--runner', settings, '--lang', 'en'], {
      cwd: clone.root,
      environment,
    })
  const path = `/repos/gov/${name}`
  const api = (user: Name): Api => apiOf(forge.address, as.get(user) ?? '')

  const began = new Map<number, string | undefined>()
  /** Whether the forge has written down all that was pushed to a change: it does so after it has taken the push. */
  const isAbreast = async (change: number): Promise<boolean> => {
    const pull = await admin.call('GET', `${path}/pulls/${change}`)
    const [branch, seen = ''] = ['ref', 'sha'].map(key => textAt(pull, 'head', key))
    const [tip] = clone.git('ls-remote', remote('author'), `refs/heads/${branch}`).split('\t')
    if (tip !== seen) return false
    const timeline = await admin.call('GET', `${path}/issues/${change}/timeline`)
    return began.get(change) === tip || JSON.stringify(timeline).includes(seen)
  }

  return {
    clone,
    api,
    admin,
    path,
    call,
    push: (user: Name, ...words: readonly string[]) => clone.git('push', '--quiet', remote(user), ...words),
    /** A branch from main with one more line in a system; the commit. */
    branch: (branch: string, line = '# a note'): string => {
      clone.git('checkout', '--quiet', '-B', branch, 'main')
      return amended(clone, line)
    },
    amend: (line: string): string => amended(clone, line),
    open: async (user: Name, branch: string, base = 'main', title = branch): Promise<number> => {
      for (const name of [base, branch]) {
        const known = async () => await api(user).tried('GET', `${path}/branches/${name}`)
        await expect.poll(known, patience).toBe(200)
      }
      const made = await api(user).post(`${path}/pulls`, { head: branch, base, title })
      began.set(Number(made.number), textAt(made, 'head', 'sha'))
      return Number(made.number)
    },
    /** Of what the branch of the change is by now. */
    review: async (user: Name, change: number, more: object = {}): Promise<Record<string, unknown>> => {
      await expect.poll(() => isAbreast(change), patience).toBe(true)
      const review = { event: 'APPROVED', body: 'ok', ...more }
      return await api(user).post(`${path}/pulls/${change}/reviews`, review)
    },
    merge: async (user: Name, change: number, Do: string): Promise<void> => {
      const merge = async () => await api(user).tried('POST', `${path}/pulls/${change}/merge`, { Do })
      // The forge takes a while to see whether it can.
      await expect.poll(merge, patience).toBe(200)
    },
    /** Brings the main branch here as it is on the forge. */
    pull: (): void => {
      clone.git('checkout', '--quiet', 'main')
      clone.git('fetch', '--quiet', remote('author'), 'main')
      clone.git('reset', '--quiet', '--hard', 'FETCH_HEAD')
    },
    /** The verdict on each piece that is recorded, with the change's number. */
    record: async (): Promise<readonly unknown[]> => {
      const { stdout, stderr } = await call('record', '--key', keyFile, '--from', start, '--json')
      expect(stderr).toBe('')
      return verdictsIn(JSON.parse(stdout).records)
    },
    /** The codes that offline verification finds. */
    verify: async (): Promise<readonly unknown[]> => {
      const words = ['audit', 'verify', '--json']
      const { stdout } = await runHere(words, { cwd: clone.root, environment: { PATH: process.env.PATH } })
      return [...stdout.matchAll(/"code": "(TY\d{4})"/g)].map(([, code]) => code)
    },
    /** The answer, and why reviews did not count. */
    check: async (change: number): Promise<Checked> => {
      const ask = async (): Promise<Checked> => {
        clone.git('fetch', '--quiet', remote('author'), 'main', `refs/pull/${change}/head`)
        const { stdout, stderr } = await call('approve', 'check', '--change', `${change}`, '--json')
        expect(stderr).toBe('')
        return JSON.parse(stdout, reasonsOf)
      }
      let checked = await ask()
      // As long as the forge does not tell of every push, nothing is approved.
      for (let more = 100; more > 0 && checked.why.includes('TY4403'); more -= 1) {
        await sleep(patience.interval)
        checked = await ask()
      }
      return checked
    },
  }
}

interface Checked {
  readonly status: string
  readonly why: readonly string[]
}

interface Answer {
  readonly record: {
    readonly facts: { readonly number: number } | null
    readonly decision: { readonly status: string }
  }
}

function verdictsIn(written: readonly Answer[]): readonly unknown[] {
  return written.map(({ record: { facts, decision } }) => [facts?.number, decision.status])
}

/** Of the answer the status, and the codes and reasons in their order. */
function reasonsOf(key: string, value: unknown): unknown {
  if (key !== '' || typeof value !== 'object' || value === null) return value
  const text = JSON.stringify(value)
  const why = [...text.matchAll(/"(?:code|reason)":"([^"]+)"/g)].map(([, reason = '']) => reason)
  return { status: 'status' in value ? value.status : undefined, why: [...new Set(why)] }
}

function amended(clone: ReturnType<typeof cloneIn>, line: string): string {
  writeFileSync(join(clone.root, xueji), `${readFileSync(join(clone.root, xueji), 'utf8')}${line}\n`)
  return clone.commit(line)
}

function table(forge: string, ids: ReadonlyMap<string, number>, key: string): string {
  const account = (name: Name) =>
    `  - { person: P-${ids.get(name)}, forge: "${forge}", id: ${ids.get(name)}, from: 2026-01-01 }\n`
  const office = (name: Name, role: string) =>
    `  - { person: P-${ids.get(name)}, jurisdiction: ningwu, roles: [${role}], from: 2026-01-01 }\n`
  const offices = [
    office('author', 'authority'),
    office('reviewer1', 'authority'),
    office('reviewer2', 'authority'),
    office('cashier', 'finance'),
  ]
  const accounts = people.filter(name => name !== 'reader').map(account)
  return `apiVersion: tenantry/v1\nkind: People\naccounts:\n${accounts.join('')}offices:\n${offices.join('')}signers:\n  - { person: P-1, key: ${key}, use: recorder, from: 2026-01-01 }\n`
}
