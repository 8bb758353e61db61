import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './folders.ts'
import { setMode, setTests, vitestConfig } from './settings.ts'

/** `broken`: no test failed, and yet the run did, as when a module does not load. */
export type Outcome = 'passed' | 'failed' | 'broken'

const leftOut: ReadonlySet<string> = new Set(['node_modules', 'dist', '.git', '.tenantry'])
const longest = 5 * 60_000

/** Copies what tests read into a folder outside the tree, so that nothing planted there can stay behind. */
export function copyTree(to: string): void {
  for (const name of readdirSync(root)) {
    if (!leftOut.has(name)) cpSync(join(root, name), join(to, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'junction')
}

/** Runs folders of tests in a copy of the tree until the first failure. */
export async function outcomeOf(tests: readonly string[], copy: string): Promise<Outcome> {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  setMode('fresh')
  setTests(tests)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const flags = ['--bail=1', '--reporter=json', `--outputFile=${report}`]
  const child = spawn(process.execPath, [vitest, 'run', '--config', vitestConfig, ...flags], {
    cwd: copy,
    stdio: 'ignore',
    timeout: longest,
  })
  const [code] = await once(child, 'exit')
  if (code === 0) return 'passed'
  return existsSync(report) && failedTests(readFileSync(report, 'utf8')) > 0 ? 'failed' : 'broken'
}

function failedTests(report: string): number {
  const read: unknown = JSON.parse(report)
  if (typeof read !== 'object' || read === null || !('numFailedTests' in read)) return 0
  return Number(read.numFailedTests)
}
