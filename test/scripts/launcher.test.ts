// The launcher as a process of its own, on the compiled files: what users run.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeDefinitions } from '../../lib/codes.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { type Ended, temporaryDirectory } from './harness.ts'

const launcher = join(packageRoot, 'scripts/tenantry.mjs')

function launched(
  argv: readonly string[],
  nodeOptions: readonly string[] = [],
  file = launcher,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise(resolve => {
    const env = { PATH: process.env.PATH, ...environment }
    const options = { encoding: 'utf8', env, maxBuffer: 1 << 28 } as const
    const child = execFile(
      process.execPath,
      [...nodeOptions, file, ...argv],
      options,
      (_error, stdout, stderr) => {
        resolve({ status: child.exitCode ?? -1, stdout, stderr })
      },
    )
  })
}

describe('the launcher', () => {
  test('gives the exit status of the command', async () => {
    expect(await launched(['explain', 'TY9001'])).toMatchObject({ status: 0, stderr: '' })
    expect(await launched(['explan'])).toMatchObject({ status: 2, stdout: '' })
  })

  test('says in one line of both languages that Node is too old', async () => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`
    const { status, stdout, stderr } = await launched(['explain'], ['--import', old])
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toMatch(/^错误 TY9101: .+20\.20\.2 \/ error TY9101: .+20\.20\.2\n$/)
  })

  test('says in one line of both languages that nothing is built', async () => {
    const directory = temporaryDirectory()
    mkdirSync(join(directory, 'scripts'))
    const copy = join(directory, 'scripts/tenantry.mjs')
    copyFileSync(launcher, copy)
    const { status, stderr } = await launched([], [], copy)
    expect(status).toBe(3)
    expect(stderr).toMatch(/^错误 TY9102: .+ \/ error TY9102: .+npm run build.+\n$/)
  })
})

test('what is compiled is kept for the user alone, and not where everybody keeps temporary files', async () => {
  const [temporary, cache] = [temporaryDirectory(), temporaryDirectory()]
  const environment = { TMPDIR: temporary, XDG_CACHE_HOME: cache }
  expect(await launched(['explain', 'TY9001'], [], launcher, environment)).toMatchObject({ status: 0 })
  expect(readdirSync(temporary)).toEqual([])
  expect(readdirSync(join(cache, 'tenantry/compiled'))).not.toEqual([])
})

test('no stack depends on what its library reads of the environment', async () => {
  const out = join(temporaryDirectory(), 'made')
  const argv = ['synth', 'ningwu', '--no-cache', '--out', out]
  const ended = await launched(argv, [], launcher, { CDKTF_CONTEXT_JSON: 'no JSON' })
  expect(ended).toMatchObject({ status: 0, stderr: '' })
})

test('a large output gets through a pipe whole', async () => {
  const { stdout } = await launched(['explain', '--json'])
  expect(stdout.length).toBeGreaterThan(65_536)
  expect(JSON.parse(stdout).codes).toHaveLength(codeDefinitions.length)
})

test('a reader that leaves early is no error', async () => {
  const child = spawn(process.execPath, [launcher, 'explain', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.once('data', () => child.stdout.destroy())
  let stderr = ''
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  const status = await new Promise(resolve => child.once('close', resolve))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('there is no colour in a pipe', async () => {
  const { stdout, stderr } = await launched([
    'validate',
    '--root',
    temporaryDirectory({ 'catalogue/platform.yaml': 'a: [\n' }),
  ])
  expect(stderr).toBe('')
  expect(stdout).toContain('error TY1')
  expect(stdout).not.toContain('\u001b')
})

test('an output that cannot be written is one line and status 3, not a stack', async () => {
  const line = 'exec "$0" "$@" >/dev/full'
  const child = execFile('/bin/sh', ['-c', line, process.execPath, launcher, 'explain'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
  let stderr = ''
  child.stderr?.on('data', (text: string) => {
    stderr += text
  })
  const [status] = await once(child, 'close')
  expect(status).toBe(3)
  expect(stderr).toMatch(/^error TY9103: .+\n$/)
})

test('where the current directory is gone, says so in one line', async () => {
  const line = 'mkdir "$1" && cd "$1" && rmdir "$1" && exec "$0" "$2" validate --lang en'
  const gone = join(temporaryDirectory(), 'gone')
  const { promise, resolve } = Promise.withResolvers<{ status: unknown; stderr: string }>()
  execFile('/bin/sh', ['-c', line, process.execPath, gone, launcher], (error, _, stderr) =>
    resolve({ status: error?.code, stderr }),
  )
  const { status, stderr } = await promise
  expect(status).toBe(3)
  expect(stderr).toMatch(/^error TY9041: .+\n$/)
})
