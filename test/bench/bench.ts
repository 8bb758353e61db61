// npm run bench [sizes…]: how long the main jobs take over so many systems, how they grow, and against a plain baseline.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { commitAll } from '../commit-all.ts'
import { closePort, generateRepository } from './generate.ts'
import { generateEvidence } from './generate-evidence.ts'
import { type Measured, measure } from './measure.ts'

interface Row {
  readonly systems: number
  readonly results: ReadonlyMap<string, Measured>
  /** Seconds that the YAML library alone takes to parse every file, one after the other, with no check at all. */
  readonly baselineSeconds: number
}

/** Below, hardly anything but the start of the command is measured. */
const fewestRecords = 1000
const systemsWithRecords = 100

const sizes = process.argv.slice(2).map(Number)
const rows = (sizes.length === 0 ? [100, 1000, 10_000] : sizes).map(run)
report(rows)
for (const { systems: records } of rows) if (records >= fewestRecords) verifyEvidence(records)

function run(systems: number): Row {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-bench-'))
  const root = join(folder, 'data')
  const cache = join(folder, 'cache')
  try {
    generateRepository(root, systems)
    const results = new Map<string, Measured>()
    const step = (name: string, words: readonly string[]) => results.set(name, measure(root, cache, words))
    step('validate, cold', ['validate'])
    step('validate, unchanged', ['validate'])
    step('synth, cold', ['synth'])
    step('synth, unchanged', ['synth'])
    step('prove, unchanged', ['prove'])
    commitAll(root)
    closePort(root, 0)
    step('validate, one system changed', ['validate', '--base', 'HEAD'])
    step('synth, one system changed', [
      'synth',
      'xishuangbanna/unit-0/system-0',
      '--out',
      join(folder, 'one'),
    ])
    step('prove, one system changed', ['prove', 'xishuangbanna/unit-0/system-0'])
    return { systems, results, baselineSeconds: baseline(root) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Of so many approved changes to a hundred systems, every signature verified and every approval decided again. */
function verifyEvidence(records: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-bench-'))
  const root = join(folder, 'data')
  try {
    generateRepository(root, systemsWithRecords)
    generateEvidence(root, { systems: systemsWithRecords, records })
    const { seconds, megabytes } = measure(root, join(folder, 'cache'), ['audit', 'verify'])
    const each = ((seconds / records) * 1000).toFixed(2)
    process.stdout.write(
      `audit verify, ${records} records: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB, ${each} ms each\n`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function baseline(root: string): number {
  const files = readdirSync(join(root, 'tenants'), { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.yaml'),
  )
  const start = performance.now()
  for (const file of files) parse(readFileSync(join(root, 'tenants', file), 'utf8'))
  return (performance.now() - start) / 1000
}

function report(rows: readonly Row[]): void {
  const print = (text: string) => process.stdout.write(`${text}\n`)
  for (const [index, { systems, results, baselineSeconds }] of rows.entries()) {
    const before = rows[index - 1]
    print(`${systems} systems (plain YAML parse of all files: ${baselineSeconds.toFixed(2)} s)`)
    for (const [name, { seconds, megabytes }] of results) {
      const earlier = before?.results.get(name)
      const growth =
        earlier === undefined || before === undefined
          ? ''
          : `  ×${(seconds / earlier.seconds).toFixed(1)} for ×${systems / before.systems}`
      print(
        `  ${name.padEnd(30)} ${seconds.toFixed(2).padStart(7)} s ${megabytes.toFixed(0).padStart(6)} MB  ${(seconds / baselineSeconds).toFixed(2).padStart(6)} × baseline${growth}`,
      )
    }
  }
}
