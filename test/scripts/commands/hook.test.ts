import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

async function repository(): Promise<string> {
  const cwd = temporaryDirectory()
  await runHere(['init', 'data', '--jurisdiction', 'ningwu'], { cwd })
  return join(cwd, 'data')
}

describe('init', () => {
  test('begins a git repository where there is none, and none within another', async () => {
    const root = await repository()
    expect(existsSync(join(root, '.git'))).toBe(true)
    await runHere(['init', 'inner'], { cwd: root })
    expect(existsSync(join(root, 'inner/.git'))).toBe(false)
  })

  test('writes the guide, editor settings that name schemas that are there, and blanks', async () => {
    const root = await repository()
    const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8'))
    const named = Object.keys(settings['yaml.schemas']).map(schema =>
      schema.replace('./catalogue/schema/', ''),
    )
    // Those of units and systems are parts of that of tenants.
    const parts = ['unit.schema.json', 'system.schema.json']
    expect([...named, ...parts].sort()).toEqual(readdirSync(join(root, 'catalogue/schema')).sort())
    expect(readFileSync(join(root, 'docs/guide.zh.md'), 'utf8')).toContain('tenantry new')
    const blank = readFileSync(join(root, 'docs/blank-system.yaml'), 'utf8')
    expect(blank).toContain('    #   - { type: 上云请示报告, number: 文号, on: 日期 }\n')
    expect(readFileSync(join(root, 'docs/blank-unit.yaml'), 'utf8')).toContain('kind: Unit\n')
  })

  test('takes no other file of an editor, and is stopped by none', async () => {
    const root = await repository()
    writeFileSync(join(root, '.vscode/tasks.json'), '{}')
    mkdirSync(join(root, 'tenants/ningwu/.vscode'))
    writeFileSync(join(root, 'tenants/ningwu/jiaoyuju/.x.yaml.swp'), '')
    writeFileSync(join(root, 'tenants/ningwu/jiaoyuju/x.yaml~'), '')
    writeFileSync(join(root, 'tenants/ningwu/jiaoyuju/~$x.docx'), '')
    const { status, stdout } = await runHere(['validate', '--json'], { cwd: root })
    expect(status).toBe(0)
    const found: readonly { code: string; file: string }[] = JSON.parse(stdout).findings
    expect(found.filter(({ code }) => code === 'TY1016').map(({ file }) => file)).toEqual([
      '.vscode/tasks.json',
      'tenants/ningwu/.vscode',
      'tenants/ningwu/jiaoyuju/.x.yaml.swp',
      'tenants/ningwu/jiaoyuju/x.yaml~',
      'tenants/ningwu/jiaoyuju/~$x.docx',
    ])
  })
})

describe('hook', () => {
  test('stops a commit with a fault in it, and lets a clean one through', async () => {
    const root = await repository()
    expect(await runHere(['hook'], { cwd: root })).toMatchObject({ status: 0, stderr: '' })
    const bin = temporaryDirectory()
    writeFileSync(join(bin, 'tenantry'), `#!/bin/sh\nexec node ${packageRoot}/scripts/tenantry.mjs "$@"\n`)
    chmodSync(join(bin, 'tenantry'), 0o755)
    const commit = () => {
      execFileSync('git', ['add', '--all'], { cwd: root })
      const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false']
      const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` }
      return spawnSync('git', [...identity, 'commit', '--quiet', '--message=x'], {
        cwd: root,
        env,
        encoding: 'utf8',
      })
    }
    expect(commit()).toMatchObject({ status: 0 })
    const file = join(root, 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('origin: ', 'origin：'))
    const stopped = commit()
    expect(stopped.status).not.toBe(0)
    expect(stopped.stdout + stopped.stderr).toContain('TY1327')
  })

  test('checks data that are a part of what git holds', async () => {
    const top = temporaryDirectory()
    execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: top })
    await runHere(['init', "it's data", '--jurisdiction', 'ningwu'], { cwd: top })
    const root = join(top, "it's data")
    expect((await runHere(['hook'], { cwd: root })).status).toBe(0)
    const bin = temporaryDirectory()
    const told = join(bin, 'told')
    writeFileSync(join(bin, 'tenantry'), `#!/bin/sh\necho "$PWD $*" >> ${told}\n`)
    chmodSync(join(bin, 'tenantry'), 0o755)
    execFileSync(join(top, '.git/hooks/pre-commit'), {
      cwd: top,
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
    })
    expect(readFileSync(told, 'utf8')).toBe(`${root} fmt --check\n${root} validate\n`)
  })

  test.each(['.husky', '~/hooks'])('is not written where git runs those of %s alone', async folder => {
    const root = await repository()
    execFileSync('git', ['config', 'core.hooksPath', folder], { cwd: root })
    const refused = await runHere(['hook'], { cwd: root, environment: process.env })
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain('TY9024')
    expect(refused.stderr).toContain(folder)
    expect(existsSync(join(root, '.git/hooks/pre-commit'))).toBe(false)
    execFileSync('git', ['config', 'core.hooksPath', '.git/hooks'], { cwd: root })
    expect((await runHere(['hook'], { cwd: root, environment: process.env })).status).toBe(0)
  })

  test('leaves a hook of somebody else’s, and refuses outside of git', async () => {
    const root = await repository()
    const path = join(root, '.git/hooks/pre-commit')
    mkdirSync(join(root, '.git/hooks'), { recursive: true })
    writeFileSync(path, '#!/bin/sh\n')
    expect((await runHere(['hook'], { cwd: root })).stderr).toContain('TY9017')
    expect(readFileSync(path, 'utf8')).toBe('#!/bin/sh\n')
    rmSync(path)
    execFileSync('mkfifo', [path])
    expect((await runHere(['hook'], { cwd: root })).stderr).toContain('TY9017')
    expect(lstatSync(path).isFIFO()).toBe(true)
    const outside = temporaryDirectory()
    mkdirSync(join(outside, 'catalogue'))
    const refused = await runHere(['hook', '--root', outside])
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('TY9024')
  })
})
