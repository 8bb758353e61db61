import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface RunningForge {
  readonly address: string
  /** A token of the site's administrator. */
  readonly token: string
}

type Started =
  | { readonly forge: RunningForge; readonly stop: () => Promise<void> }
  | { readonly obstacle: string }

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Gitea or Forgejo on loopback with sqlite, in a folder that goes with it. `TENANTRY_FORGE_BINARY` names the program, and
 * `TENANTRY_FORGE_SOURCE` the folder of its templates where they are not built in; or a running one is named by
 * `TENANTRY_FORGE_ADDRESS` and `TENANTRY_FORGE_ADMIN_TOKEN`.
 */
export async function startForge(environment: Environment): Promise<Started> {
  const { TENANTRY_FORGE_BINARY: binary, TENANTRY_FORGE_ADDRESS: address } = environment
  const { TENANTRY_FORGE_ADMIN_TOKEN: token = '' } = environment
  if (address !== undefined) return { forge: { address, token }, stop: async () => undefined }
  if (binary === undefined)
    return {
      obstacle:
        'name a Gitea or Forgejo in TENANTRY_FORGE_BINARY, or a running one in TENANTRY_FORGE_ADDRESS',
    }
  if (!existsSync(binary)) return { obstacle: `there is no ${binary}` }
  return await started(binary, environment)
}

async function started(binary: string, environment: Environment): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-forge-'))
  const port = await freePort()
  const configuration = join(folder, 'app.ini')
  mkdirSync(join(folder, 'home'))
  writeFileSync(configuration, settings(folder, port, environment.TENANTRY_FORGE_SOURCE))
  const env = { PATH: environment.PATH, HOME: join(folder, 'home'), GITEA_WORK_DIR: folder }
  const command = (...words: readonly string[]) =>
    execFileSync(binary, [...words, '--config', configuration], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  command('migrate')
  const server = spawn(binary, ['web', '--config', configuration], { env, stdio: 'ignore' })
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  const stop = async () => {
    server.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const address = `http://127.0.0.1:${port}`
  if (!(await answers(`${address}/api/v1/version`))) {
    await stop()
    return { obstacle: `${binary} does not answer` }
  }
  command(
    ...['admin', 'user', 'create', '--admin', '--username', 'admin1', '--password', 'Admin-pass-1'],
    ...['--email', 'admin1@gov.test', '--must-change-password=false'],
  )
  const made = command(
    ...['admin', 'user', 'generate-access-token', '--username', 'admin1'],
    ...['--token-name', 'tests', '--scopes', 'all'],
  ).toString()
  const token = /\b[0-9a-f]{40}\b/.exec(made)?.[0]
  if (token !== undefined) return { forge: { address, token }, stop }
  await stop()
  return { obstacle: `${binary} gives no token` }
}

function settings(folder: string, port: number, source: string | undefined): string {
  return `RUN_MODE = prod
I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = true
WORK_PATH = ${folder}
[server]
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${port}
ROOT_URL = http://127.0.0.1:${port}/
DISABLE_SSH = true
OFFLINE_MODE = true
${source === undefined ? '' : `STATIC_ROOT_PATH = ${source}`}
[database]
DB_TYPE = sqlite3
PATH = ${join(folder, 'forge.db')}
[repository]
ROOT = ${join(folder, 'repositories')}
[security]
INSTALL_LOCK = true
SECRET_KEY = ${'s'.repeat(64)}
[service]
DISABLE_REGISTRATION = true
[session]
PROVIDER = memory
[log]
LEVEL = Error
[actions]
ENABLED = false
`
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<unknown>(resolve => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}

const patienceMs = 120_000
const pauseMs = 200

async function answers(url: string): Promise<boolean> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(pauseMs)) {
    const reply = await fetch(url).catch(() => undefined)
    if (reply?.ok === true) return true
  }
  return false
}
