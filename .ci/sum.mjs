// Sums the reports of all test runs: `node sum.mjs BROKEN DIRECTORY`, with how many steps have failed. Its last line is
// `N passed, M failed, K skipped`. Runs on whatever Node.js the machine has.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [broken = '1', directory = '.'] = process.argv.slice(2)
const reports = readdirSync(directory).map(file => JSON.parse(readFileSync(join(directory, file), 'utf8')))
const total = key => reports.reduce((sum, report) => sum + report[key], 0)

const failedTests = total('numFailedTests')
// A step that failed without a failed test in it (a type error, a test file that cannot be read, a run cut off) counts
// as one, so that nothing broken ever sums up to zero failures.
const explained = reports.filter(report => report.numFailedTests > 0).length
const failed = failedTests + Math.max(0, Number(broken) - explained)

process.stdout.write(
  `${total('numPassedTests')} passed, ${failed} failed, ${total('numPendingTests') + total('numTodoTests')} skipped\n`,
)
process.exitCode = failed > 0 || Number(broken) > 0 ? 1 : 0
