import type { HistoryEvent, Paper } from '../../../generated/types/system.ts'
import { entryOf } from '../../model/entry.ts'
import { stageOf } from '../applies.ts'
import { chineseDate } from '../date.ts'
import { type Fact, type Facts, type FactValue, ofSystem, plain, worded } from '../fact.ts'
import type { Subject, SystemSubject } from '../subject.ts'

type Member = keyof typeof eventMembers

const eventMembers = {
  on: { label: '日期', shape: 'date', read: event => chineseDate(event.on) },
  until: { label: '约定日期', shape: 'date', read: event => event.until && chineseDate(event.until) },
  reason: { label: '理由', read: event => event.reason?.trim() },
  by: { label: '经办人', read: event => event.by },
  number: { label: '编号', read: event => event.papers?.find(paper => paper.number !== undefined)?.number },
} as const satisfies Record<
  string,
  { label: string; shape?: 'date'; read: (event: HistoryEvent) => string | undefined }
>

function details(member: Member): Pick<Fact, 'shape'> {
  const spec = eventMembers[member]
  return 'shape' in spec ? { shape: spec.shape } : {}
}

const members: readonly Member[] = ['on', 'until', 'reason', 'by', 'number']

/** The date of an event's blank is called after the event: 签署资源交付回执单日期. */
function eventLabel(member: Member): (event: string, subject: Subject) => string {
  return (event, { profile }) =>
    `${entryOf(profile.lifecycle.events, event)?.name ?? event}${eventMembers[member].label}`
}

const lastEvents = members.map((member): readonly [string, Fact] => [
  `history.last().${member}`,
  ofSystem(
    eventLabel(member),
    ({ history }, _, name) => {
      const event = history.findLast(event => event.event === name)
      return plain(event && eventMembers[member].read(event))
    },
    { argument: 'event', ...details(member) },
  ),
])

const stages = members.map((member): readonly [string, Fact] => [
  `stage.${member}`,
  ofSystem(
    (_, subject) => `${stageName(subject)?.text ?? ''}${eventMembers[member].label}`,
    ({ stage }) => plain(stage && eventMembers[member].read(stage)),
    details(member),
  ),
])

function stageName(subject: Subject): FactValue | undefined {
  return worded(subject.form.stages ?? {}, stageOf(subject))
}

/** The last paper of a type that came with the case, else one of the system or its unit that came with no event. */
export function paperOf(system: SystemSubject, subject: Subject, type: string): Paper | undefined {
  const { span, history } = system
  return lastPaper([...standingPapers(system, subject), ...papersIn(history.slice(span.begin))], type)
}

/** The last paper of a type that came by the end of the case, with whichever case. */
function paperSoFar(system: SystemSubject, subject: Subject, type: string): Paper | undefined {
  return lastPaper([...standingPapers(system, subject), ...papersIn(system.history)], type)
}

function standingPapers({ system }: SystemSubject, { unit }: Subject): readonly Paper[] {
  return [...(unit?.value.papers ?? []), ...(system.value.papers ?? [])]
}

function papersIn(events: readonly HistoryEvent[]): readonly Paper[] {
  return events.flatMap(({ papers }) => papers ?? [])
}

/** Several types that stand for one another are joined by `|`. */
function lastPaper(papers: readonly Paper[], types: string): Paper | undefined {
  const wanted = types.split('|')
  return papers.findLast(({ type }) => wanted.includes(type))
}

const paperMembers = {
  number: { label: '文号', read: paper => paper.number },
  on: { label: '日期', shape: 'date', read: paper => paper.on && chineseDate(paper.on) },
  until: { label: '有效期至', shape: 'date', read: paper => paper.until && chineseDate(paper.until) },
  by: { label: '出具单位', read: paper => paper.by },
} as const satisfies Record<
  string,
  { label: string; shape?: 'date'; read: (paper: Paper) => string | undefined }
>

const papersBy = { 'paper()': paperOf, 'history.paper()': paperSoFar } as const

const papers = Object.entries(papersBy).flatMap(([name, find]) =>
  (['number', 'on', 'until', 'by'] as const).map((member): readonly [string, Fact] => {
    const spec = paperMembers[member]
    const fact = ofSystem(
      types => `《${types.split('|')[0]}》${spec.label}`,
      (system, subject, types) => {
        const paper = find(system, subject, types)
        return plain(paper && spec.read(paper))
      },
      { argument: 'paper', ...('shape' in spec ? { shape: spec.shape } : {}) },
    )
    return [`${name}.${member}`, fact]
  }),
)

/** What the append-only history says: events, their papers, and the form's own stage. */
export const historyFacts: Facts = {
  stage: ofSystem('业务类型', (_, subject) => stageName(subject)),
  ...Object.fromEntries([...lastEvents, ...stages, ...papers]),
}
