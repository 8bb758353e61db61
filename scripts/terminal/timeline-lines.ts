import type { Language } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Model } from '../../lib/model/model.ts'
import { eventTerm, regulationTerm, stateTerm } from '../../lib/term/index.ts'
import type { Timeline, TimelineEvent } from '../../lib/timeline/index.ts'
import type { Behind } from '../evidence/log.ts'
import { deadlineLine } from './deadline-line.ts'
import { unrecordedLines } from './evidence-lines.ts'
import { verdictOf } from './log-lines.ts'
import { eventGround, groundDetail, groundName, papersOf } from './timeline-words.ts'

/** The life of a system on one screen, for people. */
export function timelineText(language: Language, model: Model, timeline: Timeline, behind: Behind): string {
  const { system, profile, events, spells, deadlines, bypasses } = timeline
  const words = labels[language]
  const head = `${system.address}  ${system.value.metadata.name}  ${regulationTerm(profile)[language]}`
  const sections = [
    [
      words.states,
      spells.map(({ state, from, to, event }) =>
        joined([
          `${from} ${to === undefined ? words.since : `${words.until}${to}`}`,
          stateTerm(profile, state)[language],
          eventGround(profile, event)[language],
        ]),
      ),
    ],
    [words.events, events.flatMap(event => eventLines(language, timeline, event))],
    [
      words.bypasses,
      bypasses.map(entry =>
        joined([
          entry.record.day,
          words.record(entry.record.number),
          words.commit(entry.record.merge.commit),
          verdictOf(entry)[language],
        ]),
      ),
    ],
    [words.deadlines, deadlines.map(deadline => deadlineLine(language, model, system, deadline))],
    [
      words.gaps,
      [
        ...unrecordedLines(model, system, language).map(line => line.trim()),
        ...(behind.touches(system.document.file) ? [words.behind(behind.number)] : []),
      ],
    ],
  ] as const
  const shown = sections.flatMap(([name, lines]) =>
    lines.length === 0 ? [] : [name, ...lines.map(line => `  ${line}`)],
  )
  return [head, ...shown, ''].join('\n')
}

function eventLines(language: Language, { profile }: Timeline, of: TimelineEvent): readonly string[] {
  const { event, entry, people, isMisfit, changes } = of
  const words = labels[language]
  const papers = papersOf(event)
  const known = joined([groundName(of)[language], groundDetail(of)[language]], ' ')
  return [
    joined([
      event.on,
      eventTerm(profile, event.event)[language],
      `[${printable(known)}]`,
      ...(entry === undefined ? [] : [words.commit(entry.record.merge.commit)]),
      ...people,
      eventGround(profile, event.event)[language],
      ...(isMisfit ? [words.misfit] : []),
    ]),
    ...(papers.length === 0 ? [] : [`    ${words.papers}${printable(papers.join('; '))}`]),
    ...changes.map(change => `    ${printable(change[language])}`),
  ]
}

function joined(parts: readonly string[], separator = '  '): string {
  return parts.filter(part => part !== '').join(separator)
}

const labels = {
  zh: {
    states: '状态',
    events: '经过',
    bypasses: '绕过审批的改动',
    deadlines: '期限',
    gaps: '尚未记录',
    since: '起',
    until: '至 ',
    papers: '材料：',
    misfit: '※ 管理办法中此时没有这一环节',
    record: (number: number) => `第 ${number} 号记录`,
    commit: (commit: string) => `提交 ${commit.slice(0, 12)}`,
    behind: (number: number) => `目标分支在第 ${number} 号记录之后又改动了清单；运行 tenantry record`,
  },
  en: {
    states: 'states',
    events: 'events',
    bypasses: 'changes that went round the approval',
    deadlines: 'deadlines',
    gaps: 'not recorded',
    since: 'on',
    until: 'to ',
    papers: 'papers: ',
    misfit: '* the regulation has no such step there',
    record: (number: number) => `record ${number}`,
    commit: (commit: string) => `commit ${commit.slice(0, 12)}`,
    behind: (number: number) =>
      `the target branch has changed the manifest since record ${number}; run \`tenantry record\``,
  },
} as const
