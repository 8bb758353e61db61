import type { AnyFinding, Severity } from '../finding.ts'
import { fingerprintsOf } from '../fingerprint.ts'
import { jsonForLogs } from '../log-marks.ts'
import { isInFile, placeText } from '../place.ts'
import { printable } from '../printable.ts'
import type { Printer, Report } from './printer.ts'

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

export const gitlab: Printer = {
  name: 'gitlab',
  summary: { zh: 'GitLab 代码质量报告', en: 'a GitLab code quality report' },
  paths: 'repository',
  print: report => {
    const fingerprints = fingerprintsOf(report.findings)
    const issues = report.findings.map(finding => issueOf(finding, report, fingerprints.get(finding)))
    return `${jsonForLogs(issues)}\n`
  },
}

function issueOf(finding: AnyFinding, report: Report, fingerprint: string | undefined) {
  const parts = [finding.message, finding.fix?.message].flatMap(part =>
    part === undefined ? [] : [part[report.language]],
  )
  return {
    type: 'issue',
    check_name: finding.code,
    description: printable(parts.join(' ')),
    categories: ['Bug Risk'],
    severity: severities[finding.severity],
    fingerprint,
    location: locationOf(finding, report),
  }
}

/** GitLab leaves out what has neither path nor line. */
function locationOf(finding: AnyFinding, report: Report) {
  if (!isInFile(finding)) return { path: printable(placeText(finding)), lines: { begin: 1, end: 1 } }
  const { start, end } = finding.range
  return { path: report.pathOf(finding.file), lines: { begin: start.line, end: end.line } }
}
