// Real processes: what happens to terraform, and to what it started, when it or its caller ends.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isAlive } from '../../../scripts/files/process-identity.ts'
import { runLogged } from '../../../scripts/terraform/process.ts'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { temporaryDirectory } from '../harness.ts'

const script = join(packageRoot, 'scripts/terraform/supervise.sh')

/** A program that leaves another one behind in its group, and writes down the number of that one. */
const withCompanion = `sleep 300 & echo "companion $!"`

interface Watched {
  readonly log: () => string
  readonly pidFile: string
  readonly words: readonly string[]
}

function supervised(program: string): Watched {
  const directory = temporaryDirectory({ 'program.sh': program })
  const [log, pidFile] = [join(directory, 'log'), join(directory, 'pid')]
  onTestFinished(() => endGroup(pidFile))
  return {
    log: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    pidFile,
    words: [script, pidFile, log, '/bin/sh', join(directory, 'program.sh')],
  }
}

/** Whatever a test leaves running is gone with it. */
function endGroup(pidFile: string): void {
  if (!existsSync(pidFile)) return
  try {
    process.kill(-Number(readFileSync(pidFile, 'utf8')), 'SIGKILL')
  } catch {
    // Nothing is left.
  }
}

function started({ words }: Watched) {
  const child = spawn('/bin/sh', words, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const pipe = child.stdio[3]
  if (pipe === null || pipe === undefined || !('end' in pipe)) throw new Error('there is no pipe')
  // The watcher may be gone before the word gets to it.
  pipe.on('error', () => {})
  return { child, pipe }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20)
}

function companionIn({ log }: Watched): number {
  return Number(/^companion (\d+)$/m.exec(log())?.[1])
}

function groupIsGone(pid: number): boolean {
  try {
    process.kill(-pid, 0)
    return false
  } catch {
    return true
  }
}

describe('a supervised program', () => {
  test('is told to stop when its caller is killed, and what it leaves running is ended', async () => {
    const watched = supervised(
      `trap 'echo told to stop; sleep 0.2; echo saved; exit 0' INT\n${withCompanion}\nwhile :; do sleep 0.05; done`,
    )
    const code = `
      require('node:child_process').spawn('/bin/sh', process.argv.slice(1),
        { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
      setInterval(() => {}, 1000)`
    const caller = spawn(process.execPath, ['-e', code, ...watched.words], { stdio: 'ignore' })
    await until(() => companionIn(watched) > 0)
    const companion = companionIn(watched)
    expect(isAlive(companion)).toBe(true)
    caller.kill('SIGKILL')
    await until(() => !isAlive(companion))
    expect(watched.log()).toMatch(/told to stop\nsaved\n$/)
  })

  test('that has ended takes the watcher with it, and is told nothing', async () => {
    const watched = supervised(`trap 'echo told to stop' INT\n${withCompanion}\necho done`)
    const { child, pipe } = started(watched)
    await once(child, 'exit')
    pipe.end('ended\n')
    expect(isAlive(companionIn(watched))).toBe(true)
    process.kill(companionIn(watched), 'SIGKILL')
    await until(() => groupIsGone(child.pid ?? 0))
    expect(watched.log()).toMatch(/^companion \d+\ndone\n$/)
  })

  test('that is killed does not leave running what it started', async () => {
    const watched = supervised(`${withCompanion}\nkill -KILL $$`)
    const [, pidFile = '', log = '', program = '', ...args] = watched.words
    const ended = await runLogged(
      { program, arguments: args, cwd: '/', environment: { PATH: process.env.PATH ?? '' } },
      { log, pidFile, signal: new AbortController().signal, limitMs: 60_000, onLine: () => {} },
    )
    expect(ended).toEqual({ exitCode: 137, timedOut: false })
    await until(() => !isAlive(companionIn(watched)))
  })

  test('has its own number in the file, its words as they are, both outputs in the log, and no hold on the pipe', async () => {
    const words = ['a b', "it's", '$HOME', '*', '']
    const watched = supervised(
      `echo "pid $$"; for word; do echo "<$word>"; done; echo problem >&2; (: <&3) 2>/dev/null || echo closed`,
    )
    const { child, pipe } = started({ ...watched, words: [...watched.words, ...words] })
    const [status] = await once(child, 'exit')
    pipe.end('ended\n')
    expect(status).toBe(0)
    expect(Number(readFileSync(watched.pidFile, 'utf8'))).toBe(child.pid)
    expect(watched.log()).toBe(
      [`pid ${child.pid}`, ...words.map(word => `<${word}>`), 'problem', 'closed', ''].join('\n'),
    )
  })
})
