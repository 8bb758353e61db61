import { type ChildProcess, spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Cloud } from './configuration.ts'

/** Debian's Python has to come before any other, also within uwsgi; the APIs are on loopback, where no proxy helps. */
const environment: Readonly<Record<string, string>> = {
  PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: process.env.HOME ?? '/',
  LANG: 'C.UTF-8',
  no_proxy: '*',
  // Nothing is written beside the sources.
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONPATH: fileURLToPath(new URL('services/python', import.meta.url)),
}

const stopTimeoutMs = 8_000
/** The kernel ends a service whose supervisor is gone, also where that one was killed and could stop nothing itself. */
const withSupervisor = ['/usr/bin/setpriv', '--pdeathsig', 'TERM', '--'] as const
const running = new Set<ChildProcess>()
const services = new Map<string, ChildProcess>()

/** Starts a service; its output goes to `log/<name>.out`. */
export function startService(
  cloud: Cloud,
  name: string,
  command: readonly [string, ...string[]],
  extra: Readonly<Record<string, string>> = {},
): void {
  const child = launch(cloud, name, command, extra)
  running.add(child)
  services.set(outputFile(cloud, name), child)
  child.once('exit', () => running.delete(child))
}

/** Ends one service, and waits until it is gone. */
export async function stopService(cloud: Cloud, name: string): Promise<void> {
  const child = services.get(outputFile(cloud, name))
  if (child === undefined) throw new Error(`${cloud.name}: no ${name} was started`)
  child.kill('SIGTERM')
  await Promise.race([gone(child), sleep(stopTimeoutMs, undefined, { ref: false })])
  child.kill('SIGKILL')
  await gone(child)
}

/** Runs a command to its end; throws with the end of its output when it fails. */
export async function runOnce(
  cloud: Cloud,
  name: string,
  command: readonly [string, ...string[]],
  extra: Readonly<Record<string, string>> & { readonly input?: string } = {},
): Promise<void> {
  const { input, ...variables } = extra
  const child = launch(cloud, name, command, variables, input)
  running.add(child)
  const { promise, resolve } = Promise.withResolvers<number | null>()
  child.once('exit', resolve)
  const status = await promise
  running.delete(child)
  if (status !== 0) throw new Error(`${cloud.name}: ${name} failed\n${tail(outputFile(cloud, name))}`)
}

/** Waits until a service answers HTTP at all: 300 and 401 are answers too. */
export async function waitForHttp(cloud: Cloud, name: string, url: string): Promise<void> {
  const output = outputFile(cloud, name)
  const answers = async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    await response.arrayBuffer()
    return true
  }
  try {
    await waitFor(`${cloud.name}: ${name} at ${url}`, 120_000, answers, () => hasEnded(services.get(output)))
  } catch (error) {
    const log = join(cloud.directory, 'log', `${name}.log`)
    throw new Error(`${String(error)}\n${tail(output)}\n${tail(log)}`, { cause: error })
  }
}

/** Asks again and again until `ready` is true; whatever it throws counts as not yet. `hopeless` ends the wait early. */
export async function waitFor(
  what: string,
  timeoutMs: number,
  ready: () => Promise<boolean>,
  hopeless: () => boolean = () => false,
): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await ready().catch(() => false))) {
    if (hopeless()) throw new Error(`${what} has ended`)
    if (Date.now() > end) throw new Error(`${what} is not ready after ${timeoutMs / 1000} s`)
    await sleep(250)
  }
}

/** Ends every process that was started here, politely first. */
export async function stopAll(): Promise<void> {
  const children = [...running]
  const ended = Promise.all(children.map(child => gone(child)))
  for (const child of children) child.kill('SIGTERM')
  await Promise.race([ended, sleep(stopTimeoutMs, undefined, { ref: false })])
  for (const child of running) child.kill('SIGKILL')
  await ended
}

function tail(file: string, lines = 30): string {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(-lines).join('\n')
  } catch {
    return ''
  }
}

function launch(
  cloud: Cloud,
  name: string,
  command: readonly [string, ...string[]],
  extra: Readonly<Record<string, string>>,
  input?: string,
): ChildProcess {
  const output = openSync(outputFile(cloud, name), 'a')
  const [program, ...args] = [...withSupervisor, ...command] as const
  const child = spawn(program, args, {
    cwd: join(cloud.directory, 'var'),
    env: { ...environment, ...extra },
    stdio: [input === undefined ? 'ignore' : 'pipe', output, output],
    // In the supervisor's own process group a Ctrl-C on the terminal would stop them before the tests have ended.
    detached: true,
  })
  child.stdin?.end(input)
  return child
}

function outputFile(cloud: Cloud, name: string): string {
  return join(cloud.directory, 'log', `${name}.out`)
}

function gone(child: ChildProcess): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (hasEnded(child)) resolve()
  else child.once('exit', () => resolve())
  return promise
}

function hasEnded(child: ChildProcess | undefined): boolean {
  return child !== undefined && (child.exitCode !== null || child.signalCode !== null)
}
