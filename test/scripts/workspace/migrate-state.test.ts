import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workspaceIn } from '../../../scripts/workspace/delivery-files.ts'
import { copyAcross, migrationOf } from '../../../scripts/workspace/migrate-state.ts'
import { claimHome, stateHomeOf } from '../../../scripts/workspace/state-home.ts'
import { type Site, site } from '../../deliver/delivery.ts'
import { refusalOf } from '../harness.ts'

const one = 'ningwu/jiaoyuju/xueji-guanli@extranet'
const stack = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'

/** As an older version left a repository with live stacks. */
async function old(): Promise<Site> {
  const place = await site()
  expect((await place.run(['apply', one, '--yes'])).status).toBe(0)
  const [home, before] = [place.kept(), place.path('.tenantry')]
  mkdirSync(before)
  for (const folder of ['state', 'runs']) renameSync(join(home, folder), join(before, folder))
  renameSync(join(home, 'records'), join(before, 'stacks'))
  for (const name of readdirSync(join(before, 'stacks'))) {
    cpSync(join(home, 'work', name), join(before, 'stacks', name), { recursive: true })
    // No version that kept its state there wrote this down.
    rmSync(join(before, 'stacks', name, 'openings.json'), { force: true })
  }
  writeFileSync(join(before, 'run.lock'), '{"pid": 999999999}')
  rmSync(home, { recursive: true })
  return place
}

function stepsOf(place: Site) {
  const at = { root: place.root, environment: place.environment, stateDirectory: undefined }
  claimHome(stateHomeOf(at), place.root)
  return migrationOf(at, workspaceIn(stateHomeOf(at), place.root))
}

async function statuses(place: Site, command: string): Promise<ReadonlySet<string>> {
  const { status, stdout } = await place.run([
    command,
    one,
    '--json',
    ...(command === 'apply' ? ['--yes'] : []),
  ])
  expect(status).toBe(0)
  const { stacks }: { readonly stacks: readonly { readonly status: string }[] } = JSON.parse(stdout)
  return new Set(stacks.map(({ status }) => status))
}

describe('state migrate', () => {
  test('moves everything, after which nothing is due; until then, whoever delivers is told to', async () => {
    const place = await old()
    for (const argv of [['plan'], ['apply', '--yes'], ['destroy', one, '--confirm', one]]) {
      const { status, stderr } = await place.run(argv)
      expect(status).toBe(3)
      expect(stderr).toMatch(/^error TY6024: .*tenantry state migrate.*\n$/)
    }
    expect((await place.run(['state', 'migrate'])).status).toBe(0)
    expect(await statuses(place, 'plan')).toEqual(new Set(['unchanged']))
    expect(await statuses(place, 'apply')).toEqual(new Set(['unchanged']))
    expect(readdirSync(place.path('.tenantry'))).toEqual([])
    const again = await place.run(['state', 'migrate', '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ home: place.kept(), moved: 0 })
  })

  test('goes on from wherever it was killed, and delivers nothing in between', async () => {
    const place = await old()
    const copy = `${place.root}.old`
    cpSync(place.root, copy, { recursive: true, preserveTimestamps: true })
    const count = stepsOf(place).length
    expect(count).toBeGreaterThan(5)
    for (let killedAfter = 0; killedAfter < count; killedAfter += 1) {
      rmSync(place.root, { recursive: true })
      rmSync(place.kept(), { recursive: true, force: true })
      cpSync(copy, place.root, { recursive: true, preserveTimestamps: true })
      for (const step of stepsOf(place).slice(0, killedAfter)) step.run()
      // All files have moved before the last step, which only tidies up.
      if (killedAfter < count - 1) expect((await place.run(['plan'])).status).toBe(3)
      for (const step of stepsOf(place)) step.run()
      expect(existsSync(place.kept('state', `${stack}.tfstate`))).toBe(true)
      expect(existsSync(place.path('.tenantry/state'))).toBe(false)
    }
    expect(await statuses(place, 'plan')).not.toContain('failed')
  })

  test('goes on where a copy to another file system was whole and the file still lay there', async () => {
    const place = await old()
    const name = `${stack}.tfstate`
    mkdirSync(place.kept('state'), { recursive: true, mode: 0o700 })
    claimHome(`${place.kept()}`, place.root)
    copyAcross({ from: place.path('.tenantry/state', name), to: place.kept('state', name) })
    const before = readFileSync(place.kept('state', name))
    expect((await place.run(['state', 'migrate'])).status).toBe(0)
    expect(readFileSync(place.kept('state', name))).toEqual(before)
    expect(existsSync(place.path('.tenantry/state'))).toBe(false)
  })

  test('leaves both alone where a stack has another state in each place', async () => {
    const place = await old()
    claimHome(place.kept(), place.root)
    mkdirSync(place.kept('state'), { mode: 0o700 })
    writeFileSync(place.kept('state', `${stack}.tfstate`), '{}')
    const { status, stderr } = await place.run(['state', 'migrate'])
    expect(status).toBe(3)
    expect(stderr).toMatch(/^error TY6026: /)
    expect(readFileSync(place.kept('state', `${stack}.tfstate`), 'utf8')).toBe('{}')
    expect(existsSync(place.path('.tenantry/state', `${stack}.tfstate`))).toBe(true)
  })

  test('takes no state that git holds, and none behind a link', async () => {
    const place = await old()
    const git = (...words: readonly string[]) => execFileSync('git', ['-C', place.root, ...words])
    expect(refusalOf(() => stepsOf(place))).toBeUndefined()
    git('add', '--force', '.tenantry')
    for (const argv of [['state', 'migrate'], ['plan']])
      expect((await place.run(argv)).stderr).toMatch(/^error TY6025: /)
    git('rm', '--cached', '--quiet', '-r', '.tenantry')
    renameSync(place.path('.tenantry/state'), place.beside('away'))
    symlinkSync(place.beside('away'), place.path('.tenantry/state'))
    expect((await place.run(['state', 'migrate'])).stderr).toMatch(/^error TY6025: /)
    expect(readdirSync(place.beside('away'))).not.toEqual([])
  })

  test('waits for no run of the older version: it says that one goes on', async () => {
    const place = await old()
    writeFileSync(place.path('.tenantry/run.lock'), `{"pid": ${process.ppid}}`)
    expect((await place.run(['state', 'migrate'])).stderr).toMatch(/^error TY6013: /)
  })

  test('lets what older versions did not write lie', async () => {
    const place = await old()
    writeFileSync(place.path('.tenantry/stacks', stack, 'notes.txt'), 'mine')
    writeFileSync(place.path('.tenantry/summary.html'), 'page')
    expect((await place.run(['state', 'migrate'])).status).toBe(0)
    expect(readFileSync(place.path('.tenantry/stacks', stack, 'notes.txt'), 'utf8')).toBe('mine')
    expect(readdirSync(place.path('.tenantry')).sort()).toEqual(['stacks', 'summary.html'])
  })
})

describe('old output without a state', () => {
  test('a lock that somebody has committed keeps nobody from delivering', async () => {
    const place = await site()
    mkdirSync(place.path('.tenantry/stacks', stack), { recursive: true })
    writeFileSync(place.path('.tenantry/run.lock'), '{"pid": 1, "host": "another"}')
    writeFileSync(place.path('.tenantry/stacks', stack, 'zz.tf'), 'resource "terraform_data" "x" {}')
    expect((await place.run(['apply', one, '--yes'])).status).toBe(0)
    expect(readdirSync(place.kept('work', stack)).sort()).toEqual(['.terraform.lock.hcl', 'cdk.tf.json'])
  })
})
