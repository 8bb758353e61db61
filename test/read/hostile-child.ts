// Reads the JSON description of files on standard input, parses each, and tells how long and how much memory it took.
import { readFileSync } from 'node:fs'
import type { DocumentKind } from '../../lib/read/document.ts'
import { parseDocument } from '../../lib/read/parse.ts'

/** `head`, then `unit` as often as it fits, then `tail`: small to describe, large to parse. */
export interface Bomb {
  readonly kind: DocumentKind
  readonly bytes: number
  readonly head: string
  readonly unit: string
  readonly tail: string
}

export interface Outcome {
  readonly codes: readonly string[]
  /** Of the processor: how long it took on the clock says how busy the machine is. */
  readonly milliseconds: number
  /** The most that the process ever held, the runtime itself included. */
  readonly peakMebibytes: number
}

export function build({ bytes, head, unit, tail }: Bomb): Buffer {
  const room = bytes - Buffer.byteLength(head) - Buffer.byteLength(tail)
  return Buffer.from(head + unit.repeat(Math.floor(room / Buffer.byteLength(unit))) + tail)
}

function run(name: string, kind: DocumentKind, bytes: Uint8Array): Outcome {
  const start = process.cpuUsage()
  const { document, findings } = parseDocument(name, kind, bytes)
  document?.at(['x', 0])
  const { user, system } = process.cpuUsage(start)
  const milliseconds = (user + system) / 1000
  const peakMebibytes = process.resourceUsage().maxRSS / 1024
  return { codes: [...new Set(findings.map(({ code }) => code))], milliseconds, peakMebibytes }
}

function isBombs(value: unknown): value is readonly Bomb[] {
  return (
    Array.isArray(value) && value.every(item => typeof item === 'object' && item !== null && 'unit' in item)
  )
}

if (process.argv[1] === import.meta.filename) {
  const bombs: unknown = JSON.parse(readFileSync(0, 'utf8'))
  if (!isBombs(bombs)) throw new TypeError('expected a list of bombs')
  const outcomes = bombs.map(bomb => run('tenants/a/b/c.yaml', bomb.kind, build(bomb)))
  process.stdout.write(JSON.stringify(outcomes))
}
