import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Refusal } from '../../lib/finding/refusal.ts'
import { run } from '../../scripts/tenantry.ts'
import type { Host } from '../../scripts/terminal/host.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { departuresOf } from '../outputs.ts'

export interface Ended {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export interface Circumstances {
  /** @default the tool's own repository, whose example tree every command works on */
  readonly cwd?: string
  /** @default a home that does not exist, so that no cache is kept, and no locale */
  readonly environment?: Host['environment']
  readonly terminal?: boolean
  /** @default 80 */
  readonly columns?: number
  readonly signal?: AbortSignal
  /** Keeps the lines by which a command that takes long says so: a busy machine lets any take long. */
  readonly heartbeats?: true
  /** Called with each piece of standard output as it is written. */
  readonly onOutput?: (text: string) => void
}

/** The day on which tests look at the example tree. */
export const testDay = '2026-11-23'

/** A host that keeps what is written to it. */
export function recordingHost(circumstances: Circumstances = {}) {
  const out: string[] = []
  const err: string[] = []
  const collect = (into: string[]) => (text: string) => {
    into.push(text)
    circumstances.onOutput?.(text)
  }
  const { terminal = false, columns = 80 } = circumstances
  const host: Host = {
    cwd: circumstances.cwd ?? packageRoot,
    environment: circumstances.environment ?? {},
    stdout: { write: collect(out), terminal, columns },
    stderr: { write: collect(err), terminal, columns },
    now: () => new Date(`${testDay}T04:00:00Z`),
    signal: () => circumstances.signal ?? new AbortController().signal,
  }
  return { host, written: () => ({ stdout: out.join(''), stderr: err.join('') }) }
}

/** Runs a command line in this process. */
export async function runHere(argv: readonly string[], circumstances: Circumstances = {}): Promise<Ended> {
  const { host, written } = recordingHost(circumstances)
  const status = await run(argv, host)
  const { stdout, stderr } = written()
  const told = circumstances.heartbeats === true ? stderr : stderr.replaceAll(/^… .*\n/gm, '')
  const ended = { status, stdout, stderr: told }
  // Whatever a test is about, an answer for programs is what its schema says.
  const departures = argv.includes('--json') ? departuresOf(ended.stdout) : undefined
  if (departures !== undefined && departures.length > 0) throw new Error(departures.join('\n'))
  return ended
}

/** A directory of this test alone, with these files in it, gone when the test ends. */
export function temporaryDirectory(files: Readonly<Record<string, string>> = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'tenantry-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true })
    writeFileSync(join(directory, file), text)
  }
  return directory
}

/** The code that something is refused with; undefined when it is not. */
export function refusalOf(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.finding.code
    throw error
  }
}
