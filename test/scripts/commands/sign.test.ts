import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { oneJurisdiction } from '../../documents.ts'
import { appendTo, keyIn, oneMoreAsked, replaceIn } from '../evidence/approved-change.ts'
import { openedAt, pretendGitea } from '../forge/pretend-gitea.ts'
import { scratchAt } from '../git/scratch.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

const ningwu = 'catalogue/jurisdictions/ningwu.yaml'

/** An official's clone, whose change 7 is open in a pretended forge. */
async function officialsClone() {
  const made = scratchAt(oneJurisdiction())
  made.git('init', '--quiet', '--initial-branch=main')
  const forge = await pretendGitea(openedAt(made.commit('base'), 2))
  const [settings, folder, key] = [temporaryDirectory(), temporaryDirectory(), keyIn(temporaryDirectory())]
  const runner = join(settings, 'runner.yaml')
  writeFileSync(
    runner,
    `apiVersion: tenantry/v1\nkind: Runner\nforges:\n  city: { kind: gitea, address: "${forge.address}", repository: gov/manifests, repositoryId: 1, statements: ${folder} }\n`,
  )
  chmodSync(runner, 0o600)
  const row = (person: string, id: number) =>
    `  - { person: ${person}, forge: "${forge.address}", id: ${id}, from: 2026-01-01 }\n`
  made.write(
    'catalogue/people.yaml',
    `apiVersion: tenantry/v1\nkind: People\naccounts:\n${row('P-2', 2)}${row('P-3', 3)}offices:\n  - { person: P-3, jurisdiction: ningwu, roles: [authority], from: 2026-01-01 }\nsigners:\n  - { person: P-3, key: ${readFileSync(`${key}.pub`, 'utf8').trim()}, from: 2026-01-01 }\n`,
  )
  const step = 'name: 主管部门审核, roles: [authority], article: NW-2.5'
  replaceIn(made, ningwu, step, `${step}, signed: true`)
  // The regulation is still in force by then.
  replaceIn(made, ningwu, 'validYears: 3', 'validYears: 9')
  forge.change.base = made.commit('people')
  made.git('checkout', '--quiet', '-b', 'change')
  oneMoreAsked(made)
  forge.change.head = made.commit('request')
  forge.change.reviews = [{ id: 10, account: 3, state: 'APPROVED', commit: forge.change.head }]
  const run = async (argv: readonly string[], token = 'secret') =>
    await runHere([...argv, '--runner', runner, '--lang', 'en'], {
      cwd: made.root,
      environment: {
        PATH: process.env.PATH,
        ...(token === '' ? {} : { TENANTRY_FORGE_TOKEN: token }),
      },
    })
  return {
    ...made,
    forge,
    folder,
    key,
    runner,
    run,
    check: (...words: readonly string[]) =>
      run(['approve', 'check', '--forge', 'city', '--change', '7', ...words]),
    // Nobody is asked for it, and no token is needed.
    sign: (...words: readonly string[]) => run(['approve', 'sign', 'main..change', ...words], ''),
  }
}

const known = (key: string) => ['--forge', 'city', '--key', key, '--yes'] as const

describe('approve sign', () => {
  it('shows what is signed, and what it wrote fills the step that a click does not', async () => {
    const { sign, check, key, folder, forge } = await officialsClone()
    const clicked = await check()
    const asked = forge.tokens.length
    expect([clicked.status, clicked.stderr]).toEqual([1, ''])
    expect(clicked.stdout).toMatch(
      /… 主管部门审核 .*1 more.*, over a signature of their own: `tenantry approve sign .*NW-2\.5\n/,
    )
    expect(clicked.stdout).toContain('review 10 does not count')
    const { status, stdout, stderr } = await sign(...known(key), '--verdict', 'approved', '--change', '7')
    expect([status, stderr]).toEqual([0, ''])
    for (const line of [
      'change  #7\n',
      'signer  P-3\n',
      'verdict  approved\n',
      '(ningwu/jiaoyuju/xueji-guanli)',
    ])
      expect(stdout).toContain(line)
    expect(stdout).toMatch(new RegExp(`signed {2}${folder}/[0-9a-f]{64}\\.json\n$`))
    expect(forge.tokens).toHaveLength(asked)

    const signed = await check('--status')
    expect([signed.status, signed.stderr]).toEqual([0, ''])
    expect(signed.stdout).toContain('✓ 主管部门审核  P-3  NW-2.5\n')
    expect(forge.statuses.at(-1)).toMatchObject({ body: { state: 'success' } })
  }, 120_000)

  it('is looked for in the folder of the settings, or in another that is named', async () => {
    const { sign, check, key } = await officialsClone()
    const other = temporaryDirectory()
    await sign(...known(key), '--verdict', 'approved', '--statements', other)
    expect((await check()).status).toBe(1)
    expect((await check('--statements', other)).status).toBe(0)
    const missing = await check('--statements', join(other, 'none'))
    expect([missing.status, missing.stderr]).toEqual([3, expect.stringContaining('TY4451')])
    await sign(...known(key), '--verdict', 'approved')
    expect((await check()).status).toBe(0)
  }, 120_000)

  it('is told of where it does not count: altered, of other content, without its signature', async () => {
    const { sign, check, key, folder, forge, git, commit, ...on } = await officialsClone()
    await sign(...known(key), '--verdict', 'refused', '--reason', 'too much', '--change', '7')
    const refused = await check()
    expect(refused.stdout).toMatch(/✗ review sha256:[0-9a-f]{64}: P-3 refuses\n/)
    expect(refused.stdout).toContain('#7  refused\n')
    const [name = ''] = readdirSync(folder).filter(one => /^[0-9a-f]{64}\.json$/.test(one))
    expect(readdirSync(folder).sort()).toEqual([name, `${name}.sig`, name.replace(/json$/, 'reason.json')])
    writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replace('refused', 'approved'))
    const altered = await check()
    expect([altered.status, altered.stderr]).toEqual([1, expect.stringContaining('TY4442')])
    rmSync(join(folder, `${name}.sig`))
    const answer: unknown = JSON.parse((await check('--json')).stdout)
    expect(answer).toMatchObject({
      status: 'open',
      statements: [{ code: 'TY4441', machine: join(folder, name) }],
    })
    rmSync(join(folder, name))

    await sign(...known(key), '--verdict', 'approved', '--change', '7')
    appendTo({ ...on, git, commit }, 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml', '# more\n')
    forge.change.head = commit('pushed over')
    forge.change.timeline = []
    const over = await check()
    expect(over.status).toBe(1)
    expect(over.stdout).toMatch(/review sha256:[0-9a-f]{64} does not count: it is of other content\n/)
    expect(over.stderr).toContain('TY4407')
  }, 120_000)

  it('takes the key by which git signs, and says for programs what was signed', async () => {
    const { sign, git, key, folder } = await officialsClone()
    git('config', 'gpg.format', 'ssh')
    git('config', 'user.signingKey', key)
    const { status, stdout } = await sign('--forge', 'city', '--yes', '--verdict', 'approved', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'tenantry/statement/v1',
      file: expect.stringContaining(folder),
      statement: { person: 'P-3', head: git('rev-parse', 'change'), change: null, verdict: 'approved' },
    })
    const [file] = readdirSync(folder).filter(one => one.endsWith('.json'))
    // What anybody can do who has the statement, the key and OpenSSH alone.
    const allowed = join(temporaryDirectory(), 'allowed')
    writeFileSync(allowed, `P-3 ${readFileSync(`${key}.pub`, 'utf8')}`)
    const words = ['-Y', 'verify', '-f', allowed, '-I', 'P-3', '-n', 'tenantry-review-v1', '-s']
    const told = execFileSync('ssh-keygen', [...words, join(folder, `${file}.sig`)], {
      input: readFileSync(join(folder, `${file}`)),
    })
    expect(told.toString()).toContain('Good "tenantry-review-v1" signature for P-3')
  }, 120_000)

  it('signs nothing unasked, without a key or a verdict, or of a repository that nobody knows', async () => {
    const { sign, key, folder, run } = await officialsClone()
    const verdict = ['--verdict', 'approved'] as const
    const outcome = async (...words: readonly string[]) => {
      const { status, stderr } = await sign(...words)
      return [status, /TY\d{4}/.exec(stderr)?.[0]]
    }
    expect(await outcome('--forge', 'city', '--key', key, ...verdict)).toEqual([3, 'TY4453'])
    expect(await outcome('--forge', 'city', '--yes', ...verdict)).toEqual([3, 'TY4452'])
    expect(await outcome('--key', key, '--yes', ...verdict, '--statements', folder)).toEqual([3, 'TY4450'])
    expect(await outcome('--forge', 'other', '--key', key, '--yes', ...verdict)).toEqual([3, 'TY4430'])
    expect(await outcome(...known(key))).toEqual([2, 'TY9004'])
    expect(await outcome(...known(key), '--verdict', 'perhaps')).toEqual([2, expect.stringMatching(/^TY9/)])
    const here = await run(['approve', 'sign', 'main', ...known(key), ...verdict])
    expect([here.status, here.stderr]).toEqual([2, expect.stringContaining('BASE..HEAD')])
    expect(readdirSync(folder)).toEqual([])
  }, 120_000)
})
