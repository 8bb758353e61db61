import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleTree } from '../../documents.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

function written(root: string): ReadonlyMap<string, string> {
  const folder = join(root, '.tenantry')
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    files
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

describe('the output of run', () => {
  test.each(['.tenantry', '.tenantry/out', '.tenantry/out/stacks'])(
    'is refused where %s is a link: what it leads to stays as it is',
    async folder => {
      const root = exampleTree()
      const target = temporaryDirectory({
        'out/mine.txt': 'x',
        'stacks/mine.txt': 'x',
        'summary.html': 'mine',
      })
      mkdirSync(dirname(join(root, folder)), { recursive: true })
      symlinkSync(target, join(root, folder))
      for (const command of ['run', 'synth']) {
        const { status, stderr } = await runHere([command], { cwd: root })
        expect(status).toBe(3)
        expect(stderr).toMatch(/^error TY9040: /)
      }
      expect(readdirSync(target, { recursive: true }).sort()).toEqual(
        ['out', 'out/mine.txt', 'stacks', 'stacks/mine.txt', 'summary.html'].sort(),
      )
      expect(readFileSync(join(target, 'summary.html'), 'utf8')).toBe('mine')
    },
  )

  test('is refused where a file is in its place', async () => {
    const root = exampleTree()
    writeFileSync(join(root, '.tenantry'), 'x')
    expect((await runHere(['run'], { cwd: root })).stderr).toMatch(/^error TY9040: /)
  })

  test('takes nothing away that it did not write', async () => {
    const root = exampleTree()
    await runHere(['run'], { cwd: root })
    const out = join(root, '.tenantry/out')
    const [stack = ''] = readdirSync(join(out, 'stacks'))
    const mine = [
      join(out, 'state/x.tfstate'),
      join(out, 'stacks', stack, 'notes.txt'),
      join(out, 'stacks/gone/notes.txt'),
    ]
    for (const file of mine) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, 'mine')
    }
    writeFileSync(join(out, 'stacks/gone/cdk.tf.json'), '{}')
    expect((await runHere(['run'], { cwd: root })).status).toBe(0)
    for (const file of mine) expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(existsSync(join(out, 'stacks/gone/cdk.tf.json'))).toBe(false)
    expect(readdirSync(join(root, '.tenantry')).sort()).toEqual(['out', 'summary.html'])
  })
})

describe('run', () => {
  test('writes the stacks and the summary page, and says where each went', async () => {
    const root = exampleTree()
    const { status, stdout, stderr } = await runHere(['run'], { cwd: root })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const files = written(root)
    const named = [...stdout.matchAll(/^ {2}(\.tenantry\/\S+) /gm)].map(([, path = '']) => join(root, path))
    expect(named).toHaveLength(3)
    expect(named.filter(path => !existsSync(path))).toEqual([])
    const manifest = JSON.parse(files.get('out/manifest.json') ?? '{}')
    const stacks = Object.keys(manifest.stacks)
    expect(stdout).toContain(`${stacks.length} stacks`)
    expect(stacks.filter(name => !files.has(`out/stacks/${name}/cdk.tf.json`))).toEqual([])
  })

  test('links every stack from the page, by a path that leads there', async () => {
    const root = exampleTree()
    await runHere(['run'], { cwd: root })
    const files = written(root)
    const links = [...(files.get('summary.html') ?? '').matchAll(/href="([^#"][^"]*)"/g)].map(
      ([, link = '']) => link,
    )
    expect(links.toSorted()).toEqual(
      [...files.keys()].filter(file => file.endsWith('cdk.tf.json')).toSorted(),
    )
  })

  test('writes the same bytes again', async () => {
    const root = exampleTree()
    await runHere(['run'], { cwd: root })
    const first = written(root)
    await runHere(['run'], { cwd: root })
    expect(written(root)).toEqual(first)
  })

  test('writes nothing when something is wrong, and leaves an earlier output whole', async () => {
    const root = exampleTree()
    await runHere(['run'], { cwd: root })
    const before = written(root)
    const path = join(root, 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('\npurpose:', '\npurpos:'))
    const { status, stdout } = await runHere(['run'], { cwd: root })
    expect(status).toBe(1)
    expect(stdout).toMatch(/shebao-jingban\.yaml:\d+:1: error TY2/)
    expect(stdout).toMatch(/nothing was written\.\n$/)
    expect(written(root)).toEqual(before)
  })

  test('gives programs the same, with absolute paths', async () => {
    const root = exampleTree()
    const { stdout } = await runHere(['run', '--json'], { cwd: root })
    const { page, stacks, summary } = JSON.parse(stdout)
    expect(existsSync(page)).toBe(true)
    expect(stacks.every(({ file }: { file: string }) => existsSync(file))).toBe(true)
    expect(summary.error).toBe(0)
  })
})
