import { dataPathText } from '../data-path.ts'
import type { AnyFinding, Finding } from '../finding.ts'
import { xmlForLogs } from '../log-marks.ts'
import { isInFile, placeText } from '../place.ts'
import { countsOf, type Printer, type Report } from './printer.ts'

/** One suite a file, so that a file without findings shows as a passed case, and behind them one for each other place. */
export const junit: Printer = {
  name: 'junit',
  summary: { zh: 'JUnit XML 测试报告', en: 'a JUnit XML test report' },
  paths: 'repository',
  print: report => {
    const byFile = Map.groupBy(report.findings.filter(isInFile), ({ file }) => file)
    const files = [...new Set([...report.files, ...byFile.keys()])]
    const elsewhere = Map.groupBy(
      report.findings.flatMap(finding => (isInFile(finding) ? [] : [finding])),
      placeText,
    )
    const suites: readonly Suite[] = [
      ...files.map(file => fileSuite(report.pathOf(file), byFile.get(file) ?? [], report)),
      ...[...elsewhere].map(([place, findings]) => placeSuite(place, findings, report)),
    ]
    const cases = suites.reduce((sum, suite) => sum + Math.max(1, suite.cases.length), 0)
    const failures = countsOf(report.findings).error
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="tenantry" tests="${cases}" failures="${failures}" errors="0">`,
      ...suites.flatMap(suiteLines),
      '</testsuites>',
      '',
    ].join('\n')
  },
}

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}

interface Case {
  readonly finding: AnyFinding
  readonly name: string
  /** What of the place has attributes of its own. */
  readonly attributes: string
  readonly message: string
  readonly detail: string
}

function fileSuite(path: string, findings: readonly Finding[], report: Report): Suite {
  const cases = findings.map(finding => {
    const { line, column } = finding.range.start
    const place = `${path}:${line}:${column} ${dataPathText(finding.path)}`.trimEnd()
    const attributes = ` file=${attribute(path)} line="${line}"`
    return { ...caseOf(finding, [`${line}:${column}`], place, report), attributes }
  })
  return { name: path, cases }
}

function placeSuite(place: string, findings: readonly AnyFinding[], report: Report): Suite {
  return { name: place, cases: findings.map(finding => caseOf(finding, [], place, report)) }
}

function caseOf(finding: AnyFinding, at: readonly string[], place: string, report: Report): Case {
  const message = finding.message[report.language]
  const detail = [
    place,
    message,
    ...(finding.fix === undefined ? [] : [finding.fix.message[report.language]]),
    ...(finding.article === undefined ? [] : [finding.citation?.[report.language] ?? finding.article]),
  ].join('\n')
  return { finding, name: [finding.code, ...at, message].join(' '), attributes: '', message, detail }
}

function suiteLines({ name, cases }: Suite): string[] {
  const path = attribute(name)
  const failures = countsOf(cases.map(({ finding }) => finding)).error
  return [
    `  <testsuite name=${path} tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0" skipped="0">`,
    ...(cases.length === 0 ? [`    <testcase classname=${path} name=${path}/>`] : []),
    ...cases.flatMap(each => caseLines(each, path)),
    '  </testsuite>',
  ]
}

/** Only errors fail; a warning is a passed case that has something to say. */
function caseLines({ finding, name, attributes, message, detail }: Case, path: string): string[] {
  const body =
    finding.severity === 'error'
      ? `      <failure type="${finding.code}" message=${attribute(message)}>${escaped(detail)}</failure>`
      : `      <system-out>${escaped(detail)}</system-out>`
  return [`    <testcase classname=${path} name=${attribute(name)}${attributes}>`, body, '    </testcase>']
}

function attribute(value: string): string {
  return `"${escaped(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`
}

/** XML 1.0 has no way at all to write most control characters and lone surrogates. */
function escaped(value: string): string {
  const xml = value
    .replaceAll(/[\x00-\x08\x0b-\x1f\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  return xmlForLogs(xml)
}
