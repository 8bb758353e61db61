import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

const jurisdictions = readdirSync(join(packageRoot, 'catalogue/jurisdictions')).map(name =>
  name.replace('.yaml', ''),
)

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .filter(file => !file.startsWith('.git/'))
    .sort()
}

describe('init', () => {
  test.each(jurisdictions)('makes a repository for %s in which nothing is found', async jurisdiction => {
    const cwd = temporaryDirectory()
    const made = await runHere(['init', 'data', '--jurisdiction', jurisdiction], { cwd })
    expect(made).toMatchObject({ status: 0, stderr: '' })
    const { status, stdout } = await runHere(['validate', '--root', 'data', '--json'], { cwd })
    expect(
      JSON.parse(stdout).findings.filter(({ severity }: { severity: string }) => severity === 'error'),
    ).toEqual([])
    expect(status).toBe(0)
    expect(readdirSync(join(cwd, 'data/catalogue/jurisdictions'))).toEqual([`${jurisdiction}.yaml`])
    expect(readdirSync(cwd)).toEqual(['data'])
  })

  test('keeps the newest regulation in force unless told otherwise', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data'], { cwd })
    expect(readdirSync(join(cwd, 'data/tenants'))).toEqual(['xishuangbanna'])
  })

  test('begins the records of routines anew, on its own day', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data', '--jurisdiction', 'zhejiang', '--at', '2026-11-23'], { cwd })
    expect(readdirSync(join(cwd, 'data/catalogue/routines'))).toEqual(['zhejiang.yaml'])
    expect(parse(readFileSync(join(cwd, 'data/catalogue/routines/zhejiang.yaml'), 'utf8'))).toMatchObject({
      from: '2026-11-23',
      done: [],
    })
  })

  test('has its schemas committed and up to date', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data'], { cwd })
    expect(await runHere(['schema', '--check', '--root', 'data'], { cwd })).toMatchObject({ status: 0 })
  })

  test('fills an empty directory, readable by others', async () => {
    const cwd = temporaryDirectory()
    mkdirSync(join(cwd, 'data'))
    expect((await runHere(['init', 'data'], { cwd })).status).toBe(0)
    expect(statSync(join(cwd, 'data')).mode & 0o005).toBe(0o005 & ~process.umask())
  })

  test.each([
    ['a directory with something in it', (path: string) => mkdirSync(join(path, 'x'), { recursive: true })],
    ['a file', (path: string) => writeFileSync(path, 'x')],
  ])('refuses %s and leaves it as it was', async (_what, make) => {
    const cwd = temporaryDirectory()
    make(join(cwd, 'data'))
    const { status, stderr } = await runHere(['init', 'data'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY9011: /)
    expect(readdirSync(cwd)).toEqual(['data'])
  })

  test.each([
    ['--owner', 'nobody', 'TY9013'],
    ['--owner', '@a b', 'TY9013'],
    ['--owner', '@市局', 'TY9013'],
    ['--owner', '@a/b/c', 'TY9013'],
    ['--jurisdiction', 'ningwo', 'TY9006'],
    ['--forge', 'gitty', 'TY9006'],
  ])('refuses %s %s and makes nothing', async (option, value, code) => {
    const cwd = temporaryDirectory()
    const { status, stderr } = await runHere(['init', 'data', option, value], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain(code)
    expect(existsSync(join(cwd, 'data'))).toBe(false)
  })

  test('gives catalogue, workflows and owners file to the owner, in each forge’s own form', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data', '--owner', '@city/bureau'], { cwd })
    const files = filesIn(join(cwd, 'data'))
    const guarded = files.filter(file => /^catalogue\/|^\.git|(?:^|\/)CODEOWNERS$/.test(file))
    const regexps = readFileSync(join(cwd, 'data/.gitea/CODEOWNERS'), 'utf8')
      .split('\n')
      .flatMap(line =>
        line.endsWith(' @city/bureau')
          ? [new RegExp(`^${line.split(' ')[0]?.replaceAll('\\\\', '\\')}$`)]
          : [],
      )
    expect(guarded.filter(file => !regexps.some(regexp => regexp.test(file)))).toEqual([])
    for (const forge of ['github', 'gitlab']) {
      const rules = readFileSync(join(cwd, `data/.${forge}/CODEOWNERS`), 'utf8')
        .split('\n')
        .flatMap(line => /^(\S+) +@city\/bureau$/.exec(line)?.[1] ?? [])
      const owned = (file: string) =>
        rules.some(rule => (rule.startsWith('/') ? `/${file}`.startsWith(rule) : file.endsWith(rule)))
      expect(guarded.filter(file => !owned(file))).toEqual([])
    }
  })

  test('gives each unit a team to begin with, and its files say what the map says', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data', '--owner', '@city/bureau'], { cwd })
    const map = parse(readFileSync(join(cwd, 'data/catalogue/owners.yaml'), 'utf8'))
    const unit = 'xishuangbanna/rensheju'
    expect(map).toMatchObject({ authority: '@city/bureau', units: { [unit]: '@city/bureau' } })
    const file = (forge: string) => readFileSync(join(cwd, `data/.${forge}/CODEOWNERS`), 'utf8')
    expect(file('github')).toContain(`/tenants/ @city/bureau\n/tenants/`)
    expect(file('gitlab')).toContain('[units]\n/tenants/')
    expect(file('gitea')).toContain(`tenants/${unit}/.* @city/bureau\n`)
  })

  test('writes workflows that are YAML, see no secret, and use no action but what keeps the page, at a commit', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data'], { cwd })
    const workflows = ['.github/workflows/tenantry.yml', '.gitea/workflows/tenantry.yml', '.gitlab-ci.yml']
    for (const file of ['.github/workflows/tenantry-office.yml', '.github/workflows/tenantry-drift.yml']) {
      const text = readFileSync(join(cwd, 'data', file), 'utf8')
      // Whatever event a change could bring about, they do not answer it.
      expect(Object.keys(parse(text).on).filter(event => event !== 'push')).toEqual(['schedule'])
      expect(text).not.toMatch(/uses:|secrets\.|pull_request|workflow_run|issue_comment|(?<!\$)\{\{/)
    }
    for (const file of workflows) {
      const text = readFileSync(join(cwd, 'data', file), 'utf8')
      expect(parse(text)).toHaveProperty(file.endsWith('ci.yml') ? 'check' : 'jobs.check')
      expect(text).toContain('[internet, extranet]')
      expect(text.replaceAll(/uses: actions\/upload-artifact@[0-9a-f]{40} /g, '')).not.toMatch(
        /uses:|secrets\.|pull_request_target|(?<!\$)\{\{/,
      )
    }
  })

  test('writes for one forge only when asked to', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data', '--forge', 'gitea'], { cwd })
    const dotted = readdirSync(join(cwd, 'data')).filter(name => name.startsWith('.'))
    expect(dotted).toEqual(['.git', '.gitattributes', '.gitea', '.gitignore', '.vscode'])
  })

  test('keeps output, credentials and state out of git', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data'], { cwd })
    const ignored = [
      '.tenantry/x',
      'clouds.yaml',
      'secure.yaml',
      'terraform.tfstate',
      'catalogue/platform.yaml',
    ]
    execFileSync('git', ['init', '--quiet'], { cwd: join(cwd, 'data') })
    const check = execFileSync('git', ['check-ignore', '--no-index', ...ignored], {
      cwd: join(cwd, 'data'),
      encoding: 'utf8',
    })
    expect(check.trim().split('\n')).toEqual(ignored.slice(0, 4))
  })

  test('lists its files for programs', async () => {
    const cwd = temporaryDirectory()
    const { stdout } = await runHere(['init', 'data', '--json'], { cwd })
    const { directory, files } = JSON.parse(stdout)
    expect(directory).toBe(join(cwd, 'data'))
    expect(filesIn(directory)).toEqual(files)
  })
})
