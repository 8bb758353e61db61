import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Site, site } from '../../deliver/delivery.ts'
import { runHere } from '../harness.ts'

const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const added = 'tenants/ningwu/jiaoyuju/added.yaml'

/** Without the commit that `run` of a site makes first. */
async function plan(place: Site, ...argv: readonly string[]) {
  const options = { cwd: place.root, environment: place.environment }
  const { status, stdout, stderr } = await runHere(['plan', ...argv, '--json', '--root', place.root], options)
  const record: Planned = status === 0 ? JSON.parse(stdout) : { source: {}, stacks: [] }
  return { status, stderr, source: record.source, stacks: record.stacks.map(({ stack }) => stack) }
}

interface Planned {
  readonly source: { readonly commit?: string; readonly dirty?: boolean }
  readonly stacks: readonly { readonly stack: string }[]
}

function git(place: Site, ...words: readonly string[]): string {
  return execFileSync('git', [
    '-C',
    place.root,
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.org',
    ...words,
  ])
    .toString()
    .trim()
}

/** A system under another id, as an attacker would lay it down beside. */
function addManifest(place: Site): void {
  const text = readFileSync(place.path(manifest), 'utf8')
  writeFileSync(place.path(added), text.replaceAll('id: xueji-guanli', 'id: added'))
}

describe('a delivery', () => {
  test('takes what the commit holds: nothing untracked, ignored, changed or missing in the checkout', async () => {
    const place = await site()
    const before = await plan(place)
    expect(before).toMatchObject({ status: 0, stderr: '' })
    expect(before.source).toEqual({ commit: git(place, 'rev-parse', 'HEAD'), dirty: false })
    addManifest(place)
    expect((await plan(place)).stacks).toEqual(before.stacks)
    writeFileSync(place.path('.git/info/exclude'), `${added}\n`)
    expect((await plan(place)).stacks).toEqual(before.stacks)
    rmSync(place.path(added))
    writeFileSync(place.path(manifest), 'broken: [')
    expect((await plan(place)).stacks).toEqual(before.stacks)
    rmSync(place.path(manifest))
    git(place, 'add', '--all')
    const gone = await plan(place)
    expect(gone.stacks).toEqual(before.stacks)
    expect(gone.stderr).toContain('note TY6032')
    expect(gone.stderr).toContain(manifest)
  })

  test('prints the errors of the commit, with its text, where the checkout has been mended', async () => {
    const place = await site()
    const text = readFileSync(place.path(manifest), 'utf8')
    writeFileSync(place.path(manifest), text.replace('purpose:', 'purpos:'))
    git(place, 'commit', '--quiet', '--all', '--message=break')
    writeFileSync(place.path(manifest), text)
    const options = { cwd: place.root, environment: place.environment }
    const { status, stderr } = await runHere(['plan', '--root', place.root], options)
    expect(status).toBe(1)
    expect(stderr).toMatch(new RegExp(`^${manifest}:\\d+:\\d+: error TY`))
    expect(stderr).toContain('purpos:')
  })

  test('with --dirty takes the checkout as it lies, says so, and puts it on record', async () => {
    const place = await site()
    writeFileSync(
      place.path(manifest),
      readFileSync(place.path(manifest), 'utf8').replace('purpose:', 'purpos:'),
    )
    expect((await plan(place)).status).toBe(0)
    expect((await plan(place, '--dirty')).status).toBe(1)
    git(place, 'checkout', '--quiet', '--', manifest)
    const dirty = await plan(place, '--dirty')
    expect(dirty).toMatchObject({ status: 0, source: { dirty: true } })
    expect(dirty.stderr).toMatch(/^warning TY6031: /)
    const [latest] = [readFileSync(place.kept('runs/latest.json'), 'utf8')]
    expect(JSON.parse(latest).source).toEqual({ dirty: true })
  })

  test('outside of git, and before the first commit, is refused with the way out', async () => {
    const place = await site()
    rmSync(place.path('.git'), { recursive: true })
    const { status, stderr } = await plan(place)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY6029: .*--dirty.*\n$/)
    expect((await plan(place, '--dirty')).status).toBe(0)
    git(place, 'init', '--quiet')
    expect((await plan(place)).stderr).toMatch(/^error TY6029: /)
    expect(existsSync(place.kept())).toBe(true)
  })

  test('is refused where the clone lacks or has damaged a content', async () => {
    const place = await site()
    const object = git(place, 'rev-parse', `HEAD:${manifest}`)
    const path = place.path('.git/objects', object.slice(0, 2), object.slice(2))
    rmSync(path)
    const { status, stderr } = await plan(place)
    expect(status).toBe(3)
    expect(stderr).toMatch(/^error TY6030: .*xueji-guanli\.yaml.*git fetch --refetch/)
  })

  test('writes nothing through a link of a tree that no checkout would make', async () => {
    const place = await site()
    const target = place.beside('target')
    const blob = (text: string) =>
      execFileSync('git', ['-C', place.root, 'hash-object', '-w', '--stdin'], { input: text })
        .toString()
        .trim()
    const tree = (lines: readonly string[]) =>
      execFileSync('git', ['-C', place.root, 'mktree', '--missing'], {
        input: lines.map(line => `${line}\n`).join(''),
      })
        .toString()
        .trim()
    const folder = tree([`100644 blob ${blob('planted')}\tfile`])
    const root = git(place, 'ls-tree', 'HEAD').split('\n')
    const planted = tree([...root, `120000 blob ${blob(target)}\tx`, `040000 tree ${folder}\tx`])
    git(place, 'reset', '--quiet', '--soft', git(place, 'commit-tree', planted, '-m', 'planted'))
    execFileSync('mkdir', [target])
    expect((await plan(place)).stderr).toMatch(/^error TY6030: /)
    expect(readdirSync(target)).toEqual([])
  })
})
