import { styleText } from 'node:util'
import { dataPathText } from '../data-path.ts'
import { excerptOf } from '../excerpt.ts'
import type { AnyFinding, Finding, Location, Severity, Text } from '../finding.ts'
import { withoutOrders } from '../log-marks.ts'
import { isInFile, placeText } from '../place.ts'
import { printable } from '../printable.ts'
import { type Printer, type Report, severityNames, summaryLine } from './printer.ts'

type Style = Parameters<typeof styleText>[0]

const severityStyles: Readonly<Record<Severity, Style>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'cyan'],
}

const notes = {
  at: { zh: '位置', en: 'at' },
  fix: { zh: '建议', en: 'fix' },
  article: { zh: '依据', en: 'article' },
  related: { zh: '相关', en: 'related' },
} satisfies Record<string, Text>

export const text: Printer = {
  name: 'text',
  summary: { zh: '供人阅读：原文摘录与指示符', en: 'for people: excerpts with carets' },
  paths: 'directory',
  print: report => {
    const blocks = report.findings.map(finding => `${blockOf(finding, report).join('\n')}\n`)
    return withoutOrders(`${[...blocks, summaryLine(report)].join('\n')}\n`)
  },
}

function blockOf(finding: AnyFinding, report: Report): string[] {
  const paint = painter(report)
  const severity = `${severityNames[finding.severity][report.language]} ${finding.code}`
  const message = printable(finding.message[report.language])
  const place = isInFile(finding) ? placeOf(finding, report) : printable(placeText(finding))
  const gutter = isInFile(finding) ? ' '.repeat(String(finding.range.start.line).length + 1) : ' '
  return [
    `${place}: ${paint(severityStyles[finding.severity], severity)}: ${message}`,
    ...(isInFile(finding) ? excerptLines(finding, report, gutter) : []),
    ...notesOf(finding, report).map(([label, note]) => `${gutter} ${paint('dim', '=')} ${label}: ${note}`),
  ]
}

function excerptLines(finding: Finding, report: Report, gutter: string): string[] {
  const source = report.source(finding.file)
  if (source === undefined || source === '') return []
  const paint = painter(report)
  const excerpt = excerptOf(source, finding.range, Math.max(20, report.columns - gutter.length - 3))
  if (excerpt === undefined) return []
  const bar = paint('dim', '│')
  const carets = paint(severityStyles[finding.severity], '^'.repeat(excerpt.carets))
  return [
    ` ${paint('dim', String(excerpt.line))} ${bar} ${excerpt.text}`.trimEnd(),
    `${gutter} ${bar} ${' '.repeat(excerpt.indent)}${carets}`,
  ]
}

function notesOf(finding: AnyFinding, report: Report): [string, string][] {
  const { language } = report
  const note = (name: keyof typeof notes, value: string): [string, string] => [notes[name][language], value]
  return [
    ...(!isInFile(finding) || finding.path.length === 0
      ? []
      : [note('at', printable(dataPathText(finding.path)))]),
    ...(finding.fix === undefined ? [] : [note('fix', printable(finding.fix.message[language]))]),
    ...(finding.article === undefined
      ? []
      : [note('article', printable(finding.citation?.[language] ?? finding.article))]),
    ...finding.related.map(related =>
      note('related', `${placeOf(related, report)}: ${printable(related.message[language])}`),
    ),
  ]
}

function placeOf(location: Location, report: Report): string {
  const { line, column } = location.range.start
  return `${printable(report.pathOf(location.file))}:${line}:${column}`
}

function painter(report: Report): (style: Style, text: string) => string {
  // `validateStream` asks the terminal of this process; whether to colour was decided by the caller.
  return report.colour
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_style, text) => text
}
