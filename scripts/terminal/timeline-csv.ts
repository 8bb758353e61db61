import type { Language } from '../../lib/finding/finding.ts'
import { deadlineInWords, deadlineStanding } from '../../lib/profile/deadline-words.ts'
import { citedGround } from '../../lib/profile/decisions.ts'
import { eventTerm, partTerm, stateTerm } from '../../lib/term/index.ts'
import type { Timeline } from '../../lib/timeline/index.ts'
import { verdictOf } from './log-lines.ts'
import { csvText } from './table.ts'
import { citedEventGround, groundDetail, groundName, papersOf } from './timeline-words.ts'

const heads = {
  zh: ['类别', '自', '至', '事项', '来源', '记录', '提交', '审批', '材料', '变化', '依据'],
  en: ['kind', 'from', 'to', 'what', 'known by', 'record', 'commit', 'by', 'papers', 'changes', 'article'],
} as const

const kinds = {
  state: { zh: '状态', en: 'state' },
  event: { zh: '经过', en: 'event' },
  bypass: { zh: '绕过审批', en: 'bypass' },
  deadline: { zh: '期限', en: 'deadline' },
  unrecorded: { zh: '尚未记录', en: 'not recorded' },
} as const

/** The life of a system for a spreadsheet, in rows of one form. */
export function timelineCsv(language: Language, timeline: Timeline): string {
  const { profile, system, events, spells, deadlines, bypasses, unrecorded } = timeline
  const row = (kind: keyof typeof kinds, cells: Cells) => [
    kinds[kind][language],
    ...columns.map(column => cells[column] ?? ''),
  ]
  return csvText(heads[language], [
    ...spells.map(({ state, from, to = '', event }) =>
      row('state', {
        from,
        to,
        what: stateTerm(profile, state)[language],
        article: citedEventGround(profile, event)[language],
      }),
    ),
    ...events.map(one =>
      row('event', {
        from: one.event.on,
        what: eventTerm(profile, one.event.event)[language],
        known: [groundName(one)[language], groundDetail(one)[language]].join(' ').trim(),
        record: one.entry === undefined ? '' : `${one.entry.record.number}`,
        commit: one.entry?.record.merge.commit ?? '',
        by: one.people.join(' '),
        papers: papersOf(one.event).join('; '),
        changes: one.changes.map(change => change[language]).join('; '),
        article: citedEventGround(profile, one.event.event)[language],
      }),
    ),
    ...bypasses.map(entry =>
      row('bypass', {
        from: entry.record.day,
        what: verdictOf(entry)[language],
        record: `${entry.record.number}`,
        commit: entry.record.merge.commit,
      }),
    ),
    ...deadlines.map(deadline =>
      row('deadline', {
        from: deadline.start ?? '',
        to: deadline.due ?? '',
        what: partTerm(deadline.definition)[language],
        known: deadlineStanding(deadline)[language],
        changes: deadlineInWords(deadline, system.value.history)[language],
        article: citedGround(profile, deadline.definition)[language],
      }),
    ),
    ...(unrecorded === undefined
      ? []
      : [
          row('unrecorded', {
            from: unrecorded.event.on,
            what: eventTerm(profile, unrecorded.event.event)[language],
          }),
        ]),
  ])
}

const columns = [
  'from',
  'to',
  'what',
  'known',
  'record',
  'commit',
  'by',
  'papers',
  'changes',
  'article',
] as const

type Cells = Partial<Readonly<Record<(typeof columns)[number], string>>>
