import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { packageRoot } from '../workspace/package-root.ts'

export interface Command {
  readonly program: string
  readonly arguments: readonly string[]
  readonly cwd: string
  readonly environment: Readonly<Record<string, string>>
}

export interface Ended {
  /** 128 and the number of the signal for a process that was killed. */
  readonly exitCode: number
  /** Standard output alone: a warning beside it would spoil what is read as JSON. */
  readonly output: string
  readonly errors: string
  readonly timedOut: boolean
}

/** zx takes its settings from `ZX_*` when it is loaded, also its shell: whoever sets them would decide what runs here. */
async function loadZx() {
  for (const name of Object.keys(process.env)) if (name.startsWith('ZX_')) delete process.env[name]
  return await import('zx')
}

let zx: ReturnType<typeof loadZx> | undefined

async function shell(command: Command, stdio: ('ignore' | 'pipe')[]) {
  zx ??= loadZx()
  const { $ } = await zx
  return $({
    cwd: command.cwd,
    env: { ...command.environment },
    shell: '/bin/sh',
    prefix: '',
    postfix: '',
    quote,
    stdio,
    // A terminal sends Ctrl-C to the whole group: terraform would take it and ours as two, and give up its state.
    detached: true,
    nothrow: true,
    quiet: true,
    verbose: false,
    preferLocal: false,
  })
}

/** Single quotes, as every POSIX shell reads them. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

export interface Limits {
  /** Aborted to have the command stop in order. */
  readonly signal?: AbortSignal
  /** How long it may run before it is asked to stop. */
  readonly limitMs?: number
}

/** Enough to download a provider over a slow line; what takes longer hangs. */
const shortLimitMs = 10 * 60 * 1000

/** Runs a short command and returns what it wrote. */
export async function runToEnd(command: Command, limits: Limits = {}): Promise<Ended> {
  const run = await shell(command, ['ignore', 'pipe', 'pipe'])
  const running = run`exec ${command.program} ${[...command.arguments]}`
  const brake = brakeFor(() => running.pid, { limitMs: shortLimitMs, ...limits })
  try {
    const { exitCode, stdout, stderr, signal } = await running
    return {
      exitCode: statusOf(exitCode, signal),
      output: stdout,
      errors: stderr,
      timedOut: brake.timedOut(),
    }
  } finally {
    brake.release()
  }
}

export interface LoggedOptions extends Required<Limits> {
  /** Absolute path of the file that takes what the command writes, on both outputs. Made anew. */
  readonly log: string
  /** Absolute path of the file that takes the number of its process. */
  readonly pidFile: string
  /** Called with the lines of the log as they come. */
  readonly onLine: (line: string) => void
}

export interface LoggedEnd {
  readonly exitCode: number
  readonly timedOut: boolean
}

const pollMs = 100
/** How long terraform has to save its state once it was asked to stop; the longest request of the provider is shorter. */
const graceMs = 120_000

const supervisor = join(packageRoot, 'scripts/terraform/supervise.sh')

/**
 * Runs a command whose output goes to a file, so that what it did is known even when this process is killed. The
 * command then gets SIGINT from a watcher beside it; see `supervise.sh`.
 */
export async function runLogged(command: Command, options: LoggedOptions): Promise<LoggedEnd> {
  const { log, pidFile, onLine } = options
  writeFileSync(log, '', { mode: 0o600 })
  const run = await shell(command, ['ignore', 'ignore', 'ignore', 'pipe'])
  const { program, arguments: args } = command
  const running = run`exec /bin/sh ${supervisor} ${pidFile} ${log} ${program} ${[...args]}`
  const follower = follow(log, onLine)
  const brake = brakeFor(() => running.pid, options)
  // zx waits for the far ends of all pipes, and the watcher beside terraform for a word through this one.
  const pipe = running.child?.stdio[3]
  running.child?.once('exit', () => {
    if (pipe instanceof Writable) pipe.on('error', () => {}).end('ended\n')
  })
  try {
    const { exitCode, signal: killedBy } = await running
    // Whoever killed terraform left its provider running.
    if (killedBy !== null) send(-(running.pid ?? 0), 'SIGKILL')
    return { exitCode: statusOf(exitCode, killedBy), timedOut: brake.timedOut() }
  } finally {
    brake.release()
    follower.finish()
  }
}

/** Has a process stop in order at its limit or when its run is called off, and ends its whole group if it does not. */
function brakeFor(pidOf: () => number | undefined, { signal, limitMs }: Limits) {
  let timedOut = false
  const timers: NodeJS.Timeout[] = []
  const stop = () => {
    send(pidOf(), 'SIGINT')
    timers.push(setTimeout(() => send(-(pidOf() ?? 0), 'SIGKILL'), graceMs))
  }
  const late = () => {
    timedOut = true
    stop()
  }
  timers.push(setTimeout(late, limitMs))
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop, { once: true })
  return {
    timedOut: () => timedOut,
    release: () => {
      signal?.removeEventListener('abort', stop)
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

function send(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined || pid === 0) return
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended already.
  }
}

function statusOf(exitCode: number | null, signal: NodeJS.Signals | null): number {
  return exitCode ?? 128 + (signal === null ? 0 : constants.signals[signal])
}

/** Reads a file as it grows, line by line. */
function follow(file: string, onLine: (line: string) => void) {
  const descriptor = openSync(file, 'r')
  const decoder = new TextDecoder()
  const buffer = Buffer.alloc(64 * 1024)
  let rest = ''
  const read = () => {
    for (let count = readSync(descriptor, buffer); count > 0; count = readSync(descriptor, buffer)) {
      const lines = (rest + decoder.decode(buffer.subarray(0, count), { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    }
  }
  const timer = setInterval(read, pollMs)
  return {
    finish: () => {
      clearInterval(timer)
      read()
      if (rest !== '') onLine(rest)
      closeSync(descriptor)
    },
  }
}
