import type { LogEntry } from '../../lib/evidence/index.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import type { EvidenceLog } from '../evidence/log.ts'
import type { Context } from './command.ts'
import { term } from './json-parts.ts'
import type { LogNames } from './log-names.ts'
import { recordVerdicts } from './record-verdicts.ts'
import { csvText, tableText } from './table.ts'

/** The log as it is asked for: in columns, for a spreadsheet, or for programs. */
export function logText(
  context: Context,
  names: LogNames,
  log: Pick<EvidenceLog, 'entries' | 'findings'>,
  format: unknown,
): string {
  const { language } = context
  if (context.json || format === 'json') {
    const records = log.entries.map(entry => entryData(names, entry))
    return jsonAnswer('audit-log', { asOf: context.today, records, findings: log.findings })
  }
  const write = format === 'csv' ? csvText : tableText
  const most = format === 'csv' ? Number.POSITIVE_INFINITY : mostInTable
  return write(
    heads[language],
    log.entries.map(entry => cellsOf(names, language, entry, most)),
  )
}

const heads = {
  zh: ['编号', '日期', '合并请求', '提交', '结论', '事项', '审批', '依据'],
  en: ['record', 'day', 'change', 'commit', 'verdict', 'what', 'by', 'article'],
} as const

/** Of what a record decides, as many as a line has room for. */
const mostInTable = 2

function cellsOf(names: LogNames, language: Language, entry: LogEntry, most: number): readonly string[] {
  const { number, day, change, merge } = entry.record
  return [
    `${number}`,
    day,
    change === undefined ? '' : `#${change}`,
    most === mostInTable ? merge.commit.slice(0, 12) : merge.commit,
    verdictOf(entry)[language],
    shortened(whatOf(names, language, entry), most, language),
    peopleOf(entry).join(' '),
    articlesOf(entry)
      .map(article => names.articleOf(article)[language])
      .join('; '),
  ].map(printable)
}

/** The verdict in words, with the number of the record that ratifies it, or that it ratifies. */
export function verdictOf({ verdict, ratifiedBy, record }: LogEntry): Text {
  const of = record.ratifies.join(', ')
  if (verdict === 'ratified')
    return { zh: `绕过审批，第 ${ratifiedBy} 号追认`, en: `bypassed, ratified by ${ratifiedBy}` }
  const { zh, en } = recordVerdicts[verdict]
  return of === '' ? { zh, en } : { zh: `${zh}，追认第 ${of} 号`, en: `${en}, ratifies ${of}` }
}

/** What was decided on which request; where nothing was, whom it is about. */
function whatOf(names: LogNames, language: Language, { record, addresses }: LogEntry): readonly string[] {
  const decided = record.answers.map(({ system, events }) => {
    const said = events.map(({ event }) => names.eventOf(system, event)[language])
    return `${system} ${said.join({ zh: '、', en: ', ' }[language])}`
  })
  const answered = new Set(record.answers.map(({ system }) => system))
  return [...decided, ...addresses.filter(address => !answered.has(address))]
}

function shortened(all: readonly string[], most: number, language: Language): string {
  const rest = all.length - most
  const more = rest > 0 ? [{ zh: `等 ${all.length} 项`, en: `and ${rest} more` }[language]] : []
  return [...all.slice(0, most), ...more].join('; ')
}

/** Those whose approval counted, by their numbers in the people table; what they are called stands nowhere here. */
function peopleOf({ record }: LogEntry): readonly string[] {
  const all = record.parts.flatMap(({ steps }) => steps.flatMap(({ by }) => by.map(({ person }) => person)))
  return [...new Set(all)]
}

function articlesOf({ record }: LogEntry): readonly string[] {
  const all = record.parts.flatMap(({ article, steps }) => [article, ...steps.map(step => step.article)])
  return [...new Set(all.flatMap(one => one ?? []))]
}

function entryData(names: LogNames, entry: LogEntry) {
  const { record, verdict, ratifiedBy, addresses } = entry
  const { number, digest, recordedAt, day, merge, change, ratifies, objections, answers, parts } = record
  return {
    record: number,
    digest,
    recordedAt,
    day,
    commit: merge.commit,
    change: change ?? null,
    verdict: term(verdict, verdictOf(entry)),
    ratifiedBy: ratifiedBy ?? null,
    ratifies,
    objections,
    about: addresses,
    decided: answers.flatMap(({ system, events }) =>
      events.map(({ event, on }) => ({ system, event: term(event, names.eventOf(system, event)), on })),
    ),
    approvals: parts.map(({ jurisdiction, unit, system, kind, article, status, steps }) => ({
      jurisdiction,
      unit,
      system,
      kind,
      status,
      ...articleData(names, article),
      steps: steps.map(({ id, article: own, need, by }) => ({
        step: id,
        need,
        by,
        ...articleData(names, own),
      })),
    })),
  }
}

function articleData({ articleOf }: LogNames, article: string | null) {
  return article === null ? {} : { article: term(article, articleOf(article)) }
}
