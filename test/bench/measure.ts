import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../scripts/workspace/package-root.ts'

export interface Measured {
  readonly seconds: number
  /** The most memory that the process held, with its threads. */
  readonly megabytes: number
}

/** Prints the peak of its own memory when the command is over; loaded before the command itself. */
const peak = "process.on('exit', () => process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}\\n`))"

/** Runs one command of the tool as a process of its own, the way a user does. Throws when it fails. */
export function measure(root: string, cache: string, words: readonly string[]): Measured {
  const start = performance.now()
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(peak)}`,
      join(packageRoot, 'scripts/tenantry.mjs'),
      ...words,
      '--root',
      root,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: cache, NODE_OPTIONS: '' },
      maxBuffer: 2 ** 30,
    },
  )
  const seconds = (performance.now() - start) / 1000
  const kilobytes = /^peak (\d+)$/m.exec(stderr)?.[1]
  if (status !== 0 || kilobytes === undefined)
    throw new Error(`${words.join(' ')} ended with ${status}\n${stdout.slice(-2000)}${stderr.slice(-2000)}`)
  return { seconds, megabytes: Number(kilobytes) / 1024 }
}
