import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { oneJurisdiction } from '../../documents.ts'
import { openedAt, pretendGitea } from '../forge/pretend-gitea.ts'
import { scratchAt } from '../git/scratch.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const [opener, authority, government] = [2, 3, 4]

const submitted = `  - event: change-submitted
    on: 2026-11-20
    papers: [{ type: 政务云资源变更申请单, number: BG-1, on: 2026-11-20 }]
`

/** A repository whose `change` is open as the change 7 of a pretended forge. */
async function changeInForge() {
  const made = scratchAt(oneJurisdiction())
  made.git('init', '--quiet', '--initial-branch=main')
  const base = made.commit('base')
  const forge = await pretendGitea(openedAt(base, opener))
  const file = join(temporaryDirectory(), 'runner.yaml')
  writeFileSync(
    file,
    `apiVersion: tenantry/v1\nkind: Runner\nforges:\n  city: { kind: gitea, address: "${forge.address}", repository: gov/manifests, repositoryId: 1 }\n`,
  )
  chmodSync(file, 0o600)
  return { ...made, forge, run: runner(made.root, file), people: peopleOf }
}

function runner(root: string, file: string) {
  return async (...words: readonly string[]) => {
    const { status, stdout, stderr } = await runHere(
      ['approve', 'check', '--forge', 'city', '--change', '7', '--runner', file, '--lang', 'en', ...words],
      { cwd: root, environment: { PATH: process.env.PATH, TENANTRY_FORGE_TOKEN: 'secret' } },
    )
    return { status, stdout, stderr }
  }
}

function peopleOf(forge: string): string {
  const account = (person: string, id: number) =>
    `  - { person: ${person}, forge: "${forge}", id: ${id}, from: 2026-01-01 }\n`
  const office = (person: string, role: string) =>
    `  - { person: ${person}, jurisdiction: ningwu, roles: [${role}], from: 2026-01-01 }\n`
  return `apiVersion: tenantry/v1\nkind: People\naccounts:\n${account('P-2', opener)}${account('P-3', authority)}${account('P-4', government)}offices:\n${office('P-3', 'authority')}${office('P-4', 'government')}`
}

describe('approve check', () => {
  it('answers open, approved, open again and refused as a change goes its way, and sets the status', async () => {
    const { forge, run, commit, git, write, root, people } = await changeInForge()
    write('catalogue/people.yaml', people(forge.address))
    forge.change.base = commit('people')
    git('checkout', '--quiet', '-b', 'change')
    write(xueji, `${readFileSync(join(root, xueji), 'utf8')}${submitted}`)
    const [first, approval] = [commit('request'), { account: authority, state: 'APPROVED' }]
    forge.change.head = first

    const open = await run()
    expect(open.status).toBe(1)
    expect(open.stdout).toContain('#7  open\nningwu/jiaoyuju/xueji-guanli  change  [open]  NW-2.5\n')
    expect(open.stdout).toMatch(/… 主管部门审核 {2}1 more: 县政务信息管理局.* {2}NW-2\.5\n/)
    expect(forge.statuses).toEqual([])

    forge.change.reviews = [{ id: 10, ...approval, commit: first }]
    const approved = await run('--status')
    expect(approved).toMatchObject({ status: 0, stderr: '' })
    expect(approved.stdout).toContain('✓ 主管部门审核  P-3  NW-2.5\n')
    expect(forge.statuses).toEqual([
      {
        path: `/api/v1/repos/gov/manifests/statuses/${first}`,
        body: { context: 'tenantry/approval', state: 'success', description: '已批准 approved' },
      },
    ])
    expect(new Set(forge.tokens)).toEqual(new Set(['token secret']))

    write(xueji, `${readFileSync(join(root, xueji), 'utf8')}# more\n`)
    forge.change.head = commit('pushed over')
    const over = await run()
    expect(over.status).toBe(1)
    expect(over.stdout).toContain('review 10 does not count: it is of other content\n')

    forge.change.reviews = [
      { id: 10, ...approval, commit: forge.change.head },
      { id: 11, account: authority, state: 'REQUEST_CHANGES', commit: forge.change.head },
    ]
    const refused = await run('--status')
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain('✗ review 11: P-3 refuses\n')
    expect(forge.statuses.at(-1)).toMatchObject({ body: { state: 'failure' } })
  }, 120_000)

  it('takes nothing that a change says of people, and refuses what rewrites their past', async () => {
    const { forge, run, commit, git, write, people } = await changeInForge()
    write('catalogue/people.yaml', people(forge.address))
    forge.change.base = commit('people')
    git('checkout', '--quiet', '-b', 'change')
    const opened = people(forge.address).replace('person: P-2, forge', 'person: P-9, forge')
    write('catalogue/people.yaml', opened.replace('roles: [authority]', 'roles: [authority, government]'))
    forge.change.head = commit('own office')
    forge.change.reviews = [{ id: 10, account: government, state: 'APPROVED', commit: forge.change.head }]
    const { status, stdout } = await run('--json')
    expect(status).toBe(1)
    const answer: unknown = JSON.parse(stdout)
    expect(answer).toMatchObject({ status: 'refused' })
    expect(stdout).toContain('"TY4029"')
  }, 120_000)

  it('refuses without people on the target branch, without the commits, and of another forge', async () => {
    const { forge, run, commit, write, root } = await changeInForge()
    write('docs/x.md', 'x\n')
    forge.change.head = commit('no people')
    expect((await run()).stderr).toContain('TY4409')
    forge.change.head = 'f'.repeat(40)
    const missing = await run()
    expect(missing.status).toBe(3)
    expect(missing.stderr).toContain('git fetch origin main refs/pull/7/head')
    const other = await runHere(['approve', 'check', '--forge', 'other', '--change', '7'], {
      cwd: root,
      environment: { PATH: process.env.PATH },
    })
    expect(other).toMatchObject({ status: 3 })
    expect(other.stderr).toContain('TY4430')
  }, 120_000)
})
