import type { AnyFinding, CodeDefinition, Language, Severity, Text } from '../finding.ts'

/** Everything that a printer may say: what was found in which files, and for whom. */
export interface Report {
  /** In the order in which to print them. */
  readonly findings: readonly AnyFinding[]
  /** Every file that was read, clean ones too, relative to the data repository's root. */
  readonly files: readonly string[]
  /** The text of a file, for excerpts; undefined where it cannot be had. */
  readonly source: (file: string) => string | undefined
  /** A file's path as the reader of this output knows it. */
  readonly pathOf: (file: string) => string
  readonly definitions: ReadonlyMap<string, CodeDefinition>
  /** Version of the tool. */
  readonly version: string
  readonly language: Language
  readonly colour: boolean
  readonly columns: number
}

/** One form of output, one file. A printer makes the whole text before anything is written: nothing comes out by halves. */
export interface Printer {
  readonly name: string
  readonly summary: Text
  /** What paths are relative to: the caller's directory, the git repository around the data, or the data's root. */
  readonly paths: 'directory' | 'repository' | 'root'
  readonly print: (report: Report) => string
}

export type Counts = Readonly<Record<Severity, number>>

export function countsOf(findings: readonly AnyFinding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const finding of findings) counts[finding.severity]++
  return counts
}

export const severityNames: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
}

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Errors first, for readers that keep only so many. */
export function worstFirst(findings: readonly AnyFinding[]): AnyFinding[] {
  return findings.toSorted((a, b) => severityOrder[a.severity] - severityOrder[b.severity])
}

/** The last line of human output: how much was read, where that is known, and how much of it is wrong. */
export function summaryLine(report: Report): string {
  const counts = countsOf(report.findings)
  return report.language === 'zh'
    ? summaryZh(report.files.length, counts)
    : summaryEn(report.files.length, counts)
}

function summaryZh(files: number, counts: Counts): string {
  const parts = present(counts).map(([severity, count]) => `${count} 个${severityNames[severity].zh}`)
  const found = parts.length === 0 ? '未发现问题' : `发现 ${parts.join('、')}`
  return files === 0 ? `${found}。` : `共检查 ${files} 个文件，${found}。`
}

function summaryEn(files: number, counts: Counts): string {
  const parts = present(counts).map(([severity, count]) => plural(count, severityNames[severity].en))
  const found = parts.length === 0 ? 'nothing found' : parts.join(', ')
  return files === 0 ? `${found}.` : `${plural(files, 'file')} checked: ${found}.`
}

function present(counts: Counts): [Severity, number][] {
  const severities = ['error', 'warning', 'info'] as const
  return severities.filter(severity => counts[severity] > 0).map(severity => [severity, counts[severity]])
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
