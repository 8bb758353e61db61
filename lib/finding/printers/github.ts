import type { AnyFinding, Range, Severity } from '../finding.ts'
import { isInFile, placeText } from '../place.ts'
import { printable } from '../printable.ts'
import { type Printer, type Report, summaryLine, worstFirst } from './printer.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

export const github: Printer = {
  name: 'github',
  summary: { zh: 'GitHub Actions 与 Gitea Actions 注解', en: 'annotations of GitHub and Gitea Actions' },
  paths: 'repository',
  // Errors first: a step shows only its first annotations of each level.
  print: report => {
    const lines = worstFirst(report.findings).map(finding => commandOf(finding, report))
    return `${[...lines, summaryLine(report)].join('\n')}\n`
  },
}

function commandOf(finding: AnyFinding, report: Report): string {
  const properties = Object.entries(propertiesOf(finding, report)).map(
    ([name, value]) => `${name}=${propertyText(value)}`,
  )
  return `::${levels[finding.severity]} ${properties.join(',')}::${dataText(messageOf(finding, report))}`
}

function propertiesOf(finding: AnyFinding, report: Report): Record<string, string> {
  return {
    ...(isInFile(finding)
      ? { file: printable(report.pathOf(finding.file)), ...stretchOf(finding.range) }
      : {}),
    title: [finding.code, finding.citation?.[report.language] ?? finding.article]
      .filter(part => part !== undefined)
      .join(' '),
  }
}

function stretchOf({ start, end }: Range): Record<string, string> {
  return {
    line: String(start.line),
    ...(end.line > start.line ? { endLine: String(end.line) } : {}),
    // Columns are only understood within one line, and the end one counts the last character itself.
    ...(end.line === start.line ? { col: String(start.column) } : {}),
    ...(end.line === start.line && end.column > start.column ? { endColumn: String(end.column - 1) } : {}),
  }
}

/** An annotation knows of no place but files: any other is told in words. */
function messageOf(finding: AnyFinding, report: Report): string {
  const place = isInFile(finding) ? '' : `${printable(placeText(finding))}: `
  const lines = [finding.message, finding.fix?.message, ...finding.related.map(related => related.message)]
  const said = lines.flatMap(line => (line === undefined ? [] : [printable(line[report.language])]))
  return `${place}${said.join('\n')}`
}

/** The runner ends a message at a line break, and undoes just these escapes. */
function dataText(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function propertyText(value: string): string {
  return dataText(value).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
