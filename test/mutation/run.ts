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
    minutes: { type: 'string', default: '10' },
    faults: { type: 'boolean' },
    quick: { type: 'boolean', default: false },
  },
})

setQuick(values.quick)
process.exitCode = (await run()) ? 0 : 1

function run(): Promise<boolean> {
  if (values.faults === true) return runFaults(positionals, print)
  if (values.since !== undefined) return runSince(values.since, Number(values.minutes), print)
  return runFolders(positionals.length === 0 ? folders : positionals.flatMap(named), print)
}

function named(name: string): readonly Folder[] {
  const found = foldersNamed(name)
  if (found.length === 0) throw new Error(`folders.json holds no ${name}`)
  return found
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
