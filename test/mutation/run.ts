// npm run test:mutation: how many small faults in the code the tests notice. README.md says how to call it.
import { parseArgs } from 'node:util'
import { runFaults } from './faults-run.ts'
import { type Folder, folders, foldersNamed } from './folders.ts'
import { runFolders } from './folders-run.ts'
import { setQuick } from './settings.ts'
import { runSince } from './since-run.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    since: { type: 'string' },
    minutes: { type: 'string' },
    faults: { type: 'boolean' },
    quick: { type: 'boolean', default: false },
  },
})

setQuick(values.quick)
process.exitCode = (await run()) ? 0 : 1

function run(): Promise<boolean> {
  if (values.faults === true) return runFaults(positionals, print)
  if (values.since !== undefined) return runSince(values.since, minutes(10), print)
  const list = positionals.length === 0 ? folders : positionals.flatMap(named)
  return runFolders(list, minutes(Number.POSITIVE_INFINITY), print)
}

/** How long further mutants are started, where nothing is said for `otherwise`. */
function minutes(otherwise: number): number {
  if (values.minutes === undefined) return otherwise
  const given = Number(values.minutes)
  if (!(given > 0)) throw new Error(`--minutes takes a number above 0, not ${values.minutes}`)
  return given
}

function named(name: string): readonly Folder[] {
  const found = foldersNamed(name)
  if (found.length === 0) throw new Error(`folders.json holds no ${name}`)
  return found
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
