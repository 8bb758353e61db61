// Every command that writes, on file systems that cannot be written. Root passes over modes, so that it takes a mount.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { exampleTree } from '../documents.ts'
import { scratchAt } from '../scripts/git/scratch.ts'
import { temporaryDirectory } from '../scripts/harness.ts'

/** Makes what its arguments before `--` name read-only for itself alone, and runs what comes after. */
const program = `
while [ "$1" != -- ]; do mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" || exit 99; shift; done
shift; cd "$1" && shift && exec "$@"`

const probe = spawnSync('unshare', ['--mount', 'sh', '-c', program, 'sh', '/tmp', '--', '/', 'true'])
const isPossible = probe.status === 0
if (!isPossible)
  process.stderr.write('test/hostile/read-only is skipped: mounts of its own are not allowed here\n')

const entry = `import { main } from ${JSON.stringify(join(packageRoot, 'scripts/tenantry.ts'))}; await main(process.argv.slice(1))`

interface Place {
  readonly root: string
  /** Everything of the user's: home, temporary files, clouds. */
  readonly own: string
}

function place(): Place {
  const made = scratchAt(exampleTree())
  made.git('init', '--quiet', '--initial-branch=main')
  made.commit()
  const own = temporaryDirectory({ 'home/x': '', 'tmp/x': '' })
  const auth = { auth_url: 'http://127.0.0.1:9/v3', username: 'u', password: 'p', project_name: 'p' }
  writeFileSync(
    join(own, 'clouds.yaml'),
    JSON.stringify({ clouds: { internet: { auth }, extranet: { auth } } }),
  )
  return { root: made.root, own }
}

function tenantry({ root, own }: Place, words: readonly string[], readOnly: readonly string[], cwd = root) {
  const node = [process.execPath, '--input-type=module', '--eval', entry, '--', ...words, '--lang', 'en']
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['--mount', 'sh', '-c', program, 'sh', ...readOnly, '--', cwd, ...node],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: join(own, 'home'),
        TMPDIR: join(own, 'tmp'),
        OS_CLIENT_CONFIG_FILE: join(own, 'clouds.yaml'),
      },
    },
  )
  return { status, stdout, stderr }
}

describe.skipIf(!isPossible)('on a file system that is read-only', () => {
  test.each([
    ['run --at 2026-11-23', '.tenantry/out'],
    ['synth', '.tenantry/out'],
    ['synth --out elsewhere', 'elsewhere'],
    ['init new', 'new'],
    ['form application ningwu/jiaoyuju/xueji-guanli', 'xueji-guanli-application.docx'],
  ])(
    '`%s` says where it cannot write, and that this is the machine’s affair',
    (line, path) => {
      const here = place()
      const { status, stderr } = tenantry(here, line.split(' '), [here.root])
      expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringMatching(/^error TY9103: .+\n$/) })
      expect(stderr).toBe(`error TY9103: ${join(here.root, path)}: the file system is read-only\n`)
      expect(readdirSync(here.root)).not.toContain('.tenantry')
    },
    120_000,
  )

  test.each([['plan'], ['apply --yes'], ['apply --dirty --yes'], ['state migrate'], ['doctor']])(
    '`%s` ends in order where nothing of the user’s can be written',
    line => {
      const here = place()
      const { status, stderr } = tenantry(here, line.split(' '), [here.own, here.root])
      expect([0, 1, 3]).toContain(status)
      expect(stderr).not.toContain('TY9999')
      if (status === 3) expect(stderr).toMatch(/^error TY\d{4}: |^$/m)
    },
    120_000,
  )

  test.each([['validate'], ['prove'], ['schema --check']])(
    '`%s`, which only reads, is as it always is',
    line => {
      const here = place()
      const words = [...line.split(' '), '--at', '2026-11-23']
      const usual = tenantry(here, words, [])
      expect(tenantry(here, words, [here.own, here.root])).toEqual(usual)
      expect(usual.status).toBe(0)
    },
    120_000,
  )
})

describe.skipIf(!isPossible)('where the current directory cannot be written', () => {
  test('the stacks are made all the same, and nothing appears in it', () => {
    const here = place()
    const elsewhere = join(here.own, 'elsewhere')
    mkdirSync(elsewhere)
    const words = ['synth', '--root', here.root, '--at', '2026-11-23']
    expect(tenantry(here, words, [elsewhere], elsewhere).status).toBe(0)
    expect(tenantry(here, words, [], elsewhere).status).toBe(0)
    expect(readdirSync(elsewhere)).toEqual([])
  }, 120_000)
})
