import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { oneJurisdiction } from '../../documents.ts'
import { served } from '../evidence/approved-change.ts'
import { openedAt, pretendGitea } from '../forge/pretend-gitea.ts'
import { scratchAt } from '../git/scratch.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const [opener, authority] = [2, 3]
const submitted = `  - event: change-submitted
    on: 2026-11-20
    papers: [{ type: 政务云资源变更申请单, number: BG-1, on: 2026-11-20 }]
`

const peopleOn = (forge: string) =>
  `apiVersion: tenantry/v1\nkind: People\naccounts:\n${[opener, authority].map(id => `  - { person: P-${id}, forge: "${forge}", id: ${id}, from: 2026-01-01 }\n`).join('')}offices:\n  - { person: P-${authority}, jurisdiction: ningwu, roles: [authority], from: 2026-01-01 }\n`

/** A forge with a repository and one open change, and a clone of its main branch that has nothing of the change. */
async function officeOf() {
  const author = scratchAt(oneJurisdiction())
  author.git('init', '--quiet', '--initial-branch=main')
  const base = author.commit('base')
  const forge = await pretendGitea(openedAt(base, opener))
  const folder = temporaryDirectory()
  const bare = join(folder, 'gov/manifests.git')
  mkdirSync(bare, { recursive: true })
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare])
  const address = await served(folder, forge.address)
  author.write('catalogue/people.yaml', peopleOn(address))
  forge.change.base = author.commit('people')
  author.git('push', '--quiet', bare, 'main')
  const office = scratchAt(temporaryDirectory())
  office.git('clone', '--quiet', bare, '.')
  author.git('checkout', '--quiet', '-b', 'change')
  author.write(xueji, `${readFileSync(join(author.root, xueji), 'utf8')}${submitted}`)
  forge.change.head = author.commit('request')
  const settings = join(temporaryDirectory(), 'runner.yaml')
  writeFileSync(
    settings,
    `apiVersion: tenantry/v1\nkind: Runner\nforges:\n  city: { kind: gitea, address: "${address}", repository: gov/manifests, repositoryId: 1 }\n`,
  )
  chmodSync(settings, 0o600)
  const run = async (...words: readonly string[]) => {
    const { status, stdout, stderr } = await runHere(
      ['approve', 'pending', '--forge', 'city', '--runner', settings, '--lang', 'en', ...words],
      { cwd: office.root, environment: { PATH: process.env.PATH, TENANTRY_FORGE_TOKEN: 'secret' } },
    )
    return { status, stdout, stderr }
  }
  return {
    forge,
    run,
    office,
    author,
    bare,
    push: () => author.git('push', '--quiet', bare, 'change:refs/pull/7/head'),
  }
}

describe('approve pending', () => {
  it('fetches, judges and tells of every open change, and of one that it cannot judge', async () => {
    const { forge, run, push } = await officeOf()
    // The forge names the change before it gives its commits.
    const early = await run('--status')
    expect([early.status, early.stdout]).toEqual([1, '#7  not judged  TY4405\n'])
    expect(early.stderr).toContain('TY4405')
    expect(forge.statuses).toEqual([])

    push()
    expect(await run()).toMatchObject({ status: 0, stdout: '#7  open\n', stderr: '' })
    const { head } = forge.change
    forge.change.reviews = [{ id: 10, account: authority, state: 'APPROVED', commit: head }]
    expect(await run('--status', '--comment')).toMatchObject({ status: 0, stdout: '#7  approved\n' })
    expect(forge.statuses).toMatchObject([
      {
        path: `/api/v1/repos/gov/manifests/statuses/${head}`,
        body: { context: 'tenantry/approval', state: 'success' },
      },
      {
        path: '/api/v1/repos/gov/manifests/issues/7/comments',
        body: { body: expect.stringContaining('tenantry:brief') },
      },
    ])

    const { stdout } = await run('--json')
    expect(JSON.parse(stdout)).toMatchObject({ changes: [{ change: 7, status: 'approved', objections: [] }] })
    // Closed since the forge listed it.
    forge.change.state = 'closed'
    const closed = await run('--json')
    expect(JSON.parse(closed.stdout)).toMatchObject({ changes: [] })
  }, 120_000)

  it('stands in the guide behind the record, on the main branch as it is by then', async () => {
    const { office, author, bare } = await officeOf()
    author.git('checkout', '--quiet', 'main')
    author.write('tenants/ningwu/jiaoyuju/papers/new.txt', 'new\n')
    const tip = author.commit('gone on')
    author.git('push', '--quiet', bare, 'main')
    const page = readFileSync(join(packageRoot, 'docs/guide.zh.md'), 'utf8')
    const [, script = ''] = /^```bash\n([\s\S]*?)^```$/m.exec(page) ?? []
    const said = execFileSync('bash', ['-c', `tenantry() { echo "$*"; }\n${script}`], { cwd: office.root })
    const calls = said.toString().trimEnd().split('\n')
    expect(calls).toEqual([
      'record --forge city --key /etc/tenantry/recorder --lang zh',
      'approve pending --forge city --status --comment --lang zh',
    ])
    expect(office.git('rev-parse', 'HEAD')).toBe(tip)
    for (const call of calls) {
      const { status, stderr } = await runHere(call.split(' '), { cwd: office.root })
      expect([status, stderr]).toEqual([3, expect.stringContaining('TY4430')])
    }
  }, 120_000)

  it('is told of the forge that it is to ask', async () => {
    const { status, stderr } = await runHere(['approve', 'pending', '--lang', 'en'], {
      cwd: temporaryDirectory(),
    })
    expect(status).toBe(2)
    expect(stderr).toContain('--forge')
  })
})
