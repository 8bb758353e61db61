// Sums the reports of all test runs: `node sum.mjs BROKEN DIRECTORY`, with how many steps have failed. Names what failed
// once more, for whoever sees only the end; the last line is `N passed, M failed, K skipped`. Runs on whatever Node.js the machine has.
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

const shownCharacters = 400
const withoutColours = text => text.replaceAll(/\u001b\[[0-9;]*m/g, '')
const failures = reports.flatMap(({ testResults }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter(test => test.status === 'failed')
    // A file that failed without a test in it, as where it cannot be read or a hook around its tests fails.
    if (tests.length === 0) return status === 'failed' ? [`${name}\n${message}`] : []
    return tests.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join('\n')}`)
  }),
)
for (const failure of failures)
  process.stdout.write(`-- failed: ${withoutColours(failure).slice(0, shownCharacters)}\n`)

process.stdout.write(
  `${total('numPassedTests')} passed, ${failed} failed, ${total('numPendingTests') + total('numTodoTests')} skipped\n`,
)
process.exitCode = failed > 0 || Number(broken) > 0 ? 1 : 0
