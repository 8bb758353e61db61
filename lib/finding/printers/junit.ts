import { dataPathText } from '../data-path.ts'
import type { Finding } from '../finding.ts'
import { countsOf, type Printer, type Report } from './printer.ts'

/** One suite a file, so that a file without findings shows as a passed case. */
export const junit: Printer = {
  name: 'junit',
  summary: { zh: 'JUnit XML 测试报告', en: 'a JUnit XML test report' },
  paths: 'repository',
  print: report => {
    const byFile = Map.groupBy(report.findings, finding => finding.file)
    const files = [...new Set([...report.files, ...byFile.keys()])]
    const suites = files.flatMap(file => suiteOf(file, byFile.get(file) ?? [], report))
    const cases = files.reduce((sum, file) => sum + Math.max(1, byFile.get(file)?.length ?? 0), 0)
    const failures = countsOf(report.findings).error
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="tenantry" tests="${cases}" failures="${failures}" errors="0">`,
      ...suites,
      '</testsuites>',
      '',
    ].join('\n')
  },
}

function suiteOf(file: string, findings: readonly Finding[], report: Report): string[] {
  const path = attribute(report.pathOf(file))
  const failures = countsOf(findings).error
  const cases = findings.length === 0 ? [`    <testcase classname=${path} name=${path}/>`] : []
  return [
    `  <testsuite name=${path} tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0" skipped="0">`,
    ...cases,
    ...findings.flatMap(finding => caseOf(finding, path, report)),
    '  </testsuite>',
  ]
}

/** Only errors fail; a warning is a passed case that has something to say. */
function caseOf(finding: Finding, path: string, report: Report): string[] {
  const { line, column } = finding.range.start
  const message = finding.message[report.language]
  const detail = [
    `${report.pathOf(finding.file)}:${line}:${column} ${dataPathText(finding.path)}`.trimEnd(),
    message,
    ...(finding.fix === undefined ? [] : [finding.fix.message[report.language]]),
    ...(finding.article === undefined ? [] : [finding.article]),
  ].join('\n')
  const name = attribute(`${finding.code} ${line}:${column} ${message}`)
  const body =
    finding.severity === 'error'
      ? `      <failure type="${finding.code}" message=${attribute(message)}>${escaped(detail)}</failure>`
      : `      <system-out>${escaped(detail)}</system-out>`
  return [
    `    <testcase classname=${path} name=${name} file=${path} line="${line}">`,
    body,
    '    </testcase>',
  ]
}

function attribute(value: string): string {
  return `"${escaped(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`
}

/** XML 1.0 has no way at all to write most control characters and lone surrogates. */
function escaped(value: string): string {
  return value
    .replaceAll(/[\x00-\x08\x0b-\x1f\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
