// The git commands of the workflows that `init` writes, run as they stand, against real repositories.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { type Scratch, scratchAt } from './git/scratch.ts'
import { runHere, temporaryDirectory } from './harness.ts'
import { withWarmCache } from './warm-cache.ts'

const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const program = join(packageRoot, 'scripts/tenantry.mjs')
const day = '2026-11-23'

// Kept for all tests of this file: each gets a copy.
const repositories = mkdtempSync(join(tmpdir(), 'tenantry-test-'))
afterAll(() => rmSync(repositories, { recursive: true }))

/** What `init` writes for a forge. */
async function dataFor(forge: string): Promise<string> {
  const init = ['init', forge, '--jurisdiction', 'ningwu', '--forge', forge]
  if (!existsSync(join(repositories, forge))) await runHere(init, { cwd: repositories })
  const copy = join(temporaryDirectory(), 'data')
  cpSync(join(repositories, forge), copy, { recursive: true })
  return copy
}

/** A server's repository made by `init`, with a branch `change` that rewrites an event, while `main` went on. */
async function server(forge: string): Promise<Scratch> {
  const made = scratchAt(await dataFor(forge))
  made.git('init', '--quiet', '--initial-branch=main')
  made.commit('base')
  made.git('checkout', '--quiet', '-b', 'change')
  const path = join(made.root, manifest)
  writeFileSync(path, readFileSync(path, 'utf8').replace('on: 2023-05-15', 'on: 2023-05-14'))
  const change = made.commit('change')
  made.git('checkout', '--quiet', 'main')
  for (const name of ['one', 'two', 'three']) {
    made.write(`tenants/ningwu/jiaoyuju/papers/${name}.txt`, `${name}\n`)
    made.commit(name)
  }
  // Whoever may push tags names one after the branch, at the change itself: compared with that, nothing was changed.
  made.git('tag', 'main', change)
  for (const key of ['uploadpack.allowAnySHA1InWant', 'uploadpack.allowFilter'])
    made.git('config', key, 'true')
  return made
}

interface Shell {
  readonly cwd: string
  readonly lines: readonly string[]
  readonly variables: Readonly<Record<string, string>>
}

function shell({ cwd, lines, variables }: Shell) {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', lines.join('\n')], {
    cwd,
    encoding: 'utf8',
    env: {
      ...withWarmCache({
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        HOME: temporaryDirectory(),
      }),
      ...variables,
    },
  })
  return { status, stdout, stderr }
}

/** The tool as if it had been fetched to a place. */
function toolIn(place: string): string {
  mkdirSync(join(place, 'bin'), { recursive: true })
  symlinkSync(program, join(place, 'bin/tenantry'))
  return place
}

const atDay = (line: string) => line.replace(' validate ', ` validate --at ${day} `)

function runGithub(origin: Scratch, file: string, commit: string, base: string) {
  const { jobs } = parse(readFileSync(join(origin.root, file), 'utf8'))
  const steps: { name: string; run: string; env: Record<string, string> }[] = jobs.check.steps
  const chosen = steps.filter(({ name }) => name === '取得数据仓库' || name === '校验')
  expect(chosen.map(({ env }) => env.BASE)).toEqual(['${{ github.base_ref }}', '${{ github.base_ref }}'])
  const cwd = temporaryDirectory()
  const tool = toolIn(join(temporaryDirectory(), 'tenantry'))
  const variables = {
    TOKEN: 't',
    ADDRESS: origin.root,
    COMMIT: commit,
    BASE: base,
    RUNNER_TEMP: dirname(tool),
  }
  return shell({ cwd, lines: chosen.map(({ run }) => atDay(run)), variables })
}

/** The runner's own clone first, as `GIT_DEPTH` and `GIT_STRATEGY` say. */
function runGitlab(origin: Scratch, commit: string, base: string) {
  const { check } = parse(readFileSync(join(origin.root, '.gitlab-ci.yml'), 'utf8'))
  const { GIT_DEPTH: depth = '20', GIT_STRATEGY: strategy = 'fetch' } = check.variables ?? {}
  expect(strategy).toBe('clone')
  const cwd = temporaryDirectory()
  mkdirSync(join(cwd, 'data'))
  const clone = [
    'git init --quiet .',
    `git remote add origin "file://${origin.root}"`,
    `git fetch --quiet ${depth === '0' ? '' : `--depth=${depth}`} origin ${commit}`,
    'git checkout --quiet --detach FETCH_HEAD',
  ]
  const script: string[] = check.script.slice(0, 2)
  const tool = toolIn(join(temporaryDirectory(), 'tenantry'))
  const lines = [...clone, `tool=${tool}`, ...script.map(atDay)]
  const ended = shell({
    cwd: join(cwd, 'data'),
    lines,
    variables: { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: base },
  })
  return { ...ended, stdout: readFileSync(join(cwd, 'data/gl-code-quality-report.json'), 'utf8') }
}

describe.each(['github', 'gitea', 'gitlab'] as const)('the workflow for %s', forge => {
  const run = (origin: Scratch, commit: string, base: string) =>
    forge === 'gitlab'
      ? runGitlab(origin, commit, base)
      : runGithub(origin, `.${forge}/workflows/tenantry.yml`, commit, base)

  it('judges a change from where it began, whatever tag is named after the target', async () => {
    const origin = await server(forge)
    const { status, stdout } = run(origin, origin.git('rev-parse', 'refs/heads/change'), 'main')
    expect(status).toBe(1)
    expect(stdout).toContain('TY4001')
  })

  it('holds nothing of what others merged against a change', async () => {
    const origin = await server(forge)
    origin.git('checkout', '--quiet', '-B', 'harmless', 'refs/heads/main~2')
    origin.write('tenants/ningwu/jiaoyuju/papers/own.txt', 'own\n')
    const { status, stdout } = run(origin, origin.commit('own'), 'main')
    expect(status).toBe(0)
    expect(stdout).not.toMatch(/TY400\d/)
  })

  it('judges the merge that the forge made as well as the branch itself', async () => {
    const origin = await server(forge)
    origin.git('checkout', '--quiet', '--detach', 'refs/heads/main')
    origin.git('merge', '--quiet', '--no-ff', '--message=merge', 'refs/heads/change')
    const { status, stdout } = run(origin, origin.git('rev-parse', 'HEAD'), 'main')
    expect(status).toBe(1)
    expect(stdout).toContain('TY4001')
  })

  it('looks at what was merged without a target', async () => {
    const origin = await server(forge)
    expect(run(origin, origin.git('rev-parse', 'refs/heads/main'), '').status).toBe(0)
  })
})

/** The last line that the check of a forge runs, whichever way its file says so. */
function proofLine(forge: string, data: string): string {
  if (forge === 'gitlab') return parse(readFileSync(join(data, '.gitlab-ci.yml'), 'utf8')).check.script.at(-1)
  const { jobs } = parse(readFileSync(join(data, `.${forge}/workflows/tenantry.yml`), 'utf8'))
  const steps: { name: string; run: string }[] = jobs.check.steps
  return steps.find(({ name }) => name === '证明隔离')?.run ?? 'false'
}

it.each(['github', 'gitea', 'gitlab'])('the check for %s proves the isolation', async forge => {
  const data = await dataFor(forge)
  const tool = toolIn(join(temporaryDirectory(), 'tenantry'))
  const variables = { RUNNER_TEMP: dirname(tool), tool }
  const { status, stdout } = shell({ cwd: data, lines: [proofLine(forge, data)], variables })
  expect(status).toBe(0)
  expect(stdout).toContain('分区隔离')
})

/** The steps of each job that bring the data repository; GitLab's runner has cloned it before them. */
function fetchingData(forge: string, { root }: Scratch, commit: string): ReadonlyMap<string, string[]> {
  if (forge !== 'gitlab') {
    const files = globSync(`.${forge}/workflows/*.yml`, { cwd: root }).sort()
    const all = files.flatMap((file): [string, { steps: { name: string; run: string }[] }][] =>
      Object.entries(parse(readFileSync(join(root, file), 'utf8')).jobs),
    )
    return new Map(
      all.map(([job, { steps }]) => [
        job,
        steps.flatMap(({ name, run }) => (name === '取得数据仓库' ? [run] : [])),
      ]),
    )
  }
  const clone = [
    'git init --quiet .',
    `git remote add origin "file://${root}"`,
    `git fetch --quiet origin ${commit}`,
  ]
  const { check, '.zone': zone, ...jobs } = parse(readFileSync(join(root, '.gitlab-ci.yml'), 'utf8'))
  const [apply, drift] = [jobs.apply, jobs.drift].map(job => {
    expect(job.extends).toBe('.zone')
    return { ...zone, ...job }
  })
  expect([check, apply, drift].map(({ variables }) => variables.GIT_DEPTH)).toEqual(['0', '0', '0'])
  const fetching = (job: { before_script: string[]; script: string[] }) =>
    [...job.before_script, ...job.script].filter(line => line.includes('git fetch'))
  return new Map([
    ['check', [...clone, ...fetching(check)]],
    ['apply', [...clone, ...fetching(apply)]],
    ['drift', [...clone, ...fetching(drift)]],
  ])
}

describe.each(['github', 'gitea', 'gitlab'] as const)('every job of the workflow for %s', forge => {
  it('has the whole history, the evidence, and the branch whose keys sign it', async () => {
    const origin = await server(forge)
    origin.git('branch', 'tenantry/evidence', 'refs/heads/change')
    const commit = origin.git('rev-parse', 'refs/heads/main')
    const jobs = fetchingData(forge, origin, commit)
    const further = { github: ['drift', 'office'], gitlab: ['drift'], gitea: ['page'] }[forge]
    expect([...jobs.keys()].sort()).toEqual(['check', 'apply', ...further].sort())
    for (const [job, lines] of jobs) {
      const asked = ['rev-parse refs/remotes/origin/main', 'rev-parse refs/remotes/origin/tenantry/evidence']
      const told = [...asked, `rev-list --count ${commit}`].map(words => `git ${words}`)
      const variables = { TOKEN: 't', ADDRESS: origin.root, COMMIT: commit, BASE: '' }
      const { stdout } = shell({ cwd: temporaryDirectory(), lines: [...lines, ...told], variables })
      const evidence = origin.git('rev-parse', 'refs/heads/change')
      expect([job, stdout]).toEqual([job, `${commit}\n${evidence}\n4\n`])
    }
  })
})

describe.each(['github', 'gitea'] as const)('the delivery of the workflow for %s', forge => {
  const evidence = 'evidence: { from: 2026-11-01 }\n'
  const waiting = (origin: Scratch) => {
    const { jobs } = parse(readFileSync(join(origin.root, `.${forge}/workflows/tenantry.yml`), 'utf8'))
    const steps: { name: string; run: string }[] = jobs.apply.steps
    const chosen = steps.filter(({ name }) => name === '取得数据仓库' || name === '等待审批记录')
    const commit = origin.git('rev-parse', 'refs/heads/main')
    const variables = {
      TOKEN: 't',
      ADDRESS: origin.root,
      COMMIT: commit,
      BASE: '',
      ATTEMPTS: '2',
      PAUSE: '0',
    }
    return shell({ cwd: temporaryDirectory(), lines: chosen.map(({ run }) => `( ${run} )`), variables })
  }

  it('waits for the record of what was merged, where evidence decides', async () => {
    const origin = await server(forge)
    expect(waiting(origin)).toMatchObject({ status: 0, stderr: '' })

    const platform = join(origin.root, 'catalogue/platform.yaml')
    writeFileSync(platform, `${readFileSync(platform, 'utf8')}${evidence}`)
    const merged = origin.commit('evidence')
    expect(waiting(origin)).toMatchObject({ status: 1, stderr: expect.stringContaining('tenantry record') })

    const record = (commit: string) => {
      origin.git('checkout', '--quiet', '-B', 'tenantry/evidence', 'refs/heads/main')
      origin.write('2026/000001.json', `{"merge":{"commit":"${commit}"}}\n`)
      origin.commit('record')
      origin.git('checkout', '--quiet', 'main')
    }
    record('0'.repeat(40))
    expect(waiting(origin).status).toBe(1)
    record(merged)
    expect(waiting(origin)).toMatchObject({ status: 0, stderr: '' })
  })
})

/** The steps of a workflow that fetch the tool. */
function fetchingTool(forge: string, cwd: string): readonly string[] {
  const text = (file: string) => readFileSync(join(cwd, file), 'utf8')
  if (forge === 'gitlab') return parse(text('.gitlab-ci.yml')).check.before_script
  const { jobs } = parse(text(`.${forge}/workflows/tenantry.yml`))
  const all: { steps: { name: string; run: string }[] }[] = Object.values(jobs)
  const found = all.flatMap(({ steps }) => steps.filter(({ name }) => name === '取得 tenantry'))
  expect(new Set(found.map(({ run }) => run)).size).toBe(1)
  return found.slice(0, 1).map(({ run }) => run)
}

describe.each(['github', 'gitea', 'gitlab'] as const)('the workflow for %s fetches the tool', forge => {
  async function fetched(pin: string, address: string) {
    const data = await dataFor(forge)
    writeFileSync(join(data, 'catalogue/tenantry.version'), pin)
    // Whoever writes the data repository says nothing of how the tool is installed.
    writeFileSync(join(data, '.npmrc'), 'dry-run=true\n')
    const temporary = temporaryDirectory()
    const variables = {
      PACKAGE: address,
      TENANTRY_PACKAGE: address,
      RUNNER_TEMP: temporary,
      TMPDIR: temporary,
    }
    const ended = shell({ cwd: data, lines: fetchingTool(forge, data), variables })
    return { ...ended, installed: globSync('*/bin/tenantry', { cwd: temporary }).length === 1 }
  }

  it('at the version that the repository names, from where the forge says', async () => {
    const packages = temporaryDirectory({
      'v7.8.9/package.json': '{ "name": "tenantry", "version": "7.8.9", "bin": { "tenantry": "t" } }',
      'v7.8.9/t': '#!/bin/sh\n',
    })
    const address = join(packages, 'v{version}')
    expect(await fetched('7.8.9\n', address)).toMatchObject({ status: 0, installed: true })
    expect(await fetched('7.8.8\n', address)).toMatchObject({ installed: false })
  })

  it.each([
    ['', '/p/{version}'],
    ['--help\n', '/p/{version}'],
    ['../../x\n', '/p/{version}'],
    ['1.0.0/../x\n', '/p/{version}'],
    ['1.0.0\n2.0.0\n', '/p/{version}'],
    ['$(id)\n', '/p/{version}'],
    ['1.0.0\n', ''],
  ])('and refuses the version %j from %j before anything is asked for', async (pin, address) => {
    const { status, stderr, installed } = await fetched(pin, address)
    expect({ status, installed }).toEqual({ status: 1, installed: false })
    expect(stderr).toContain(address === '' ? 'TENANTRY_PACKAGE' : 'catalogue/tenantry.version')
    expect(stderr).not.toContain('npm')
  })
})

describe('a repository made by init', () => {
  it('gives back a paper with foreign line ends as it was', async () => {
    const made = scratchAt(await dataFor('gitea'))
    made.git('init', '--quiet', '--initial-branch=main')
    const [paper, evidence] = ['tenants/ningwu/jiaoyuju/papers/scan.csv', 'evidence/2026/1.json']
    made.write(paper, 'host,level\r\n10.96.0.5,high\r\n')
    made.write(evidence, '{}\r\n')
    made.commit()
    const lines = [`git clone --quiet "${made.root}" clone`, `cat clone/${paper} clone/${evidence}`]
    const { stdout } = shell({ cwd: temporaryDirectory(), lines, variables: {} })
    expect(stdout).toBe('host,level\r\n10.96.0.5,high\r\n{}\r\n')
  })
})
