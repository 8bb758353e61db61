import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { exampleTree } from '../../documents.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

/** Every file of a folder by its path. */
function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return Object.fromEntries(
    files
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

describe('synth', () => {
  test('writes every stack of the example tree and a manifest that names them', async () => {
    const out = join(temporaryDirectory(), 'out')
    const { status, stdout } = await runHere(['synth', '--out', out, '--json'])
    expect(status).toBe(0)
    const files = filesOf(out)
    const names = JSON.parse(stdout).stacks.map(({ name }: { name: string }) => name)
    expect(names.length).toBeGreaterThanOrEqual(20)
    expect(Object.keys(files).sort()).toEqual(
      ['manifest.json', ...names.map((name: string) => `stacks/${name}/cdk.tf.json`)].sort(),
    )
    expect(Object.keys(JSON.parse(files['manifest.json'] ?? '').stacks).sort()).toEqual(names.toSorted())
  })

  test('writes the same bytes again, and drops what was not chosen', async () => {
    const directory = temporaryDirectory()
    const [first, second] = [join(directory, 'a'), join(directory, 'b')]
    await runHere(['synth', '--out', first])
    await runHere(['synth', '--out', second])
    expect(filesOf(second)).toEqual(filesOf(first))
    const { stdout } = await runHere(['synth', 'platform', '--out', second, '--lang', 'zh'])
    expect(stdout).toMatch(/^已合成 2 个栈（平台 2、单位 0、系统 0）：/)
    expect(readdirSync(join(second, 'stacks'))).toEqual(['platform_extranet', 'platform_internet'])
    expect(readdirSync(directory).sort()).toEqual(['a', 'b'])
  })

  test('makes the stacks of a day: fewer systems had been granted anything before', async () => {
    const out = join(temporaryDirectory(), 'out')
    const stacksOn = async (day: string) => {
      await runHere(['synth', '--at', day, '--out', out])
      return readdirSync(join(out, 'stacks'))
    }
    const [before, now] = [await stacksOn('2024-06-01'), await stacksOn('2026-11-23')]
    expect(before).toContain('platform_extranet')
    expect(before.length).toBeLessThan(now.length)
  })

  test('tells programs what stopped it in the place of the answer', async () => {
    const root = exampleTree()
    writeFileSync(join(root, 'tenants/ningwu/jiaoyuju/unit.yaml'), 'kind: [')
    const { status, stdout, stderr } = await runHere(['synth', '--json', '--root', root])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(JSON.parse(stdout).findings).toContainEqual(expect.objectContaining({ code: 'TY1319' }))
  })

  test('replaces no folder that holds something else', async () => {
    const directory = temporaryDirectory({ 'thesis.docx': 'years of work' })
    const { status, stderr } = await runHere(['synth', '--out', directory])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY5101: /)
    expect(readdirSync(directory)).toEqual(['thesis.docx'])
    const empty = join(directory, 'empty')
    mkdirSync(empty)
    expect((await runHere(['synth', 'platform', '--out', empty])).status).toBe(0)
  })

  test('replaces what is left of an output without a stack, as the library leaves it', async () => {
    const directory = temporaryDirectory()
    mkdirSync(join(directory, 'cdktf.out/stacks'), { recursive: true })
    const out = join(directory, 'cdktf.out')
    expect((await runHere(['synth', 'platform', '--out', out])).status).toBe(0)
    const kept = temporaryDirectory({ 'stacks/mine/notes.txt': 'x' })
    expect((await runHere(['synth', 'platform', '--out', kept])).status).toBe(2)
  })

  test('tells a malformed selector from one that selects nothing', async () => {
    const out = join(temporaryDirectory(), 'out')
    const malformed = await runHere(['synth', 'a/b/c/d', '--out', out])
    expect([malformed.status, malformed.stderr.slice(0, 13)]).toEqual([2, 'error TY6101:'])
    const nothing = await runHere(['synth', 'ningwu/jiaoyu', '--out', out])
    expect([nothing.status, nothing.stderr.slice(0, 13)]).toEqual([2, 'error TY6102:'])
  })

  test('writes nothing from a repository with findings', async () => {
    const directory = temporaryDirectory()
    const repository = join(directory, 'repository')
    await runHere(['init', repository])
    const platform = join(repository, 'catalogue/platform.yaml')
    writeFileSync(platform, readFileSync(platform, 'utf8').replace('reservePercent:', 'reservePercents:'))
    const { status, stderr } = await runHere(['synth', '--root', repository])
    expect(status).toBe(1)
    expect(stderr).toContain('TY2')
    expect(readdirSync(repository)).not.toContain('.tenantry')
  })
})

describe('the app of cdktf.json', () => {
  test('writes into CDKTF_OUTDIR what the command line of cdktf reads', async () => {
    const out = join(temporaryDirectory(), 'cdktf.out')
    const { status, stderr } = spawnSync(process.execPath, [join(packageRoot, 'scripts/cdktf.ts')], {
      cwd: packageRoot,
      env: { ...process.env, CDKTF_OUTDIR: out },
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
    const files = filesOf(out)
    const { version, stacks } = JSON.parse(files['manifest.json'] ?? '')
    expect(version).toEqual(expect.any(String))
    for (const [name, entry] of Object.entries<Record<string, unknown>>(stacks)) {
      expect(entry).toMatchObject({ name, constructPath: name, annotations: [] })
      const text = files[String(entry.synthesizedStackPath)]
      expect(JSON.parse(text ?? '')['//'].metadata, name).toEqual({ stackName: name, version: 'stable' })
    }
    expect(JSON.parse(readFileSync(join(packageRoot, 'cdktf.json'), 'utf8')).app).toBe(
      'node dist/scripts/cdktf.js',
    )
  })
})
