// One row, one history: what the clock says of it on a day. Days as in worked.test.ts; June 2025: Mo 2 is off, the rest
// of the month is ordinary weeks.
import { describe, expect, test } from 'vitest'
import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import { type Deadline, type DeadlineSubject, evaluateDeadlines, type Span } from '../../lib/clock/index.ts'
import { definition, history, statutory } from './definitions.ts'

interface Case {
  readonly title: string
  readonly deadline: Partial<DeadlineDefinition>
  readonly events: readonly string[]
  readonly asOf: string
  /** @default - it holds for every event. */
  readonly applies?: DeadlineSubject['applies']
  /** By run: state, due date, and what is left or over, where it matters in working days, and in calendar days. */
  readonly says: readonly string[]
}

function said({ state, due, remaining, missedBy }: Deadline): string {
  const left = remaining && `left ${lengthOf(remaining)}`
  const over = missedBy && `over ${lengthOf(missedBy)}`
  return [state, due, left, over].filter(word => word !== undefined).join(' ')
}

function lengthOf({ working, calendar }: Span): string {
  return [working, calendar].filter(days => days !== undefined).join('/')
}

const opening = {}
const trial = {
  from: ['started'],
  until: ['passed'],
  days: { calendar: 10, onHoliday: 'extend' },
  extendedBy: ['extended'],
  pausedBy: ['paused'],
  resumedBy: ['resumed'],
  voidedBy: ['ended'],
} as const
const review = { ...trial, days: { working: 5 } } as const

const ends: readonly Case[] = [
  ...(
    [
      ['2025-06-04', 'due-soon 2025-06-05 left 1/1'],
      ['2025-06-05', 'due-soon 2025-06-05 left 0/0'],
      ['2025-06-06', 'missed 2025-06-05 over 1/1'],
      ['2025-06-07', 'missed 2025-06-05 over 1/2'],
    ] as const
  ).map(([asOf, says]) => ({
    title: `an open run on ${asOf}`,
    deadline: opening,
    events: ['approved 2025-06-03'],
    asOf,
    says: [says],
  })),
  ...(
    [
      ['2025-06-05', 'met 2025-06-05'],
      ['2025-06-06', 'missed 2025-06-05 over 1/1'],
      ['2025-06-09', 'missed 2025-06-05 over 2/4'],
    ] as const
  ).map(([end, says]) => ({
    title: `a run ended on ${end}`,
    deadline: opening,
    events: ['approved 2025-06-03', `opened ${end}`],
    asOf: '2025-07-01',
    says: [says],
  })),
  ...(
    [
      ['2025-06-05', 'lapsed 2025-06-05'],
      ['2025-06-06', 'missed 2025-06-05 over 1/1'],
    ] as const
  ).map(([end, says]) => ({
    title: `a run voided on ${end}`,
    deadline: { voidedBy: ['terminated'] },
    events: ['approved 2025-06-03', `terminated ${end}`],
    asOf: '2025-07-01',
    says: [says],
  })),
  {
    title: 'an end after the run was voided',
    deadline: { voidedBy: ['terminated'] },
    events: ['approved 2025-06-03', 'terminated 2025-06-04', 'opened 2025-06-05'],
    asOf: '2025-07-01',
    says: ['lapsed 2025-06-05'],
  },
  {
    title: 'an event that voids nothing, before the run',
    deadline: { voidedBy: ['terminated'] },
    events: ['terminated 2025-06-03', 'approved 2025-06-03', 'opened 2025-06-04'],
    asOf: '2025-07-01',
    says: ['met 2025-06-05'],
  },
  {
    title: 'an event that ends one run and voids the others',
    deadline: { until: ['refused'], voidedBy: ['refused'] },
    events: ['approved 2025-06-03', 'approved 2025-06-04', 'refused 2025-06-05'],
    asOf: '2025-07-01',
    says: ['met 2025-06-05', 'lapsed 2025-06-06'],
  },
  {
    title: 'an event that voids one run and starts the next',
    deadline: { voidedBy: ['approved'] },
    events: ['approved 2025-06-03', 'approved 2025-06-04'],
    asOf: '2025-06-04',
    says: ['lapsed 2025-06-05', 'running 2025-06-06 left 2/2'],
  },
  {
    title: 'an end that closes the older of two runs',
    deadline: opening,
    events: ['approved 2025-06-03', 'approved 2025-06-04', 'opened 2025-06-06'],
    asOf: '2025-06-06',
    says: ['missed 2025-06-05 over 1/1', 'due-soon 2025-06-06 left 0/0'],
  },
  {
    title: 'an end dated before the older of two runs',
    deadline: opening,
    events: ['approved 2025-06-05', 'approved 2025-06-03', 'opened 2025-06-04'],
    asOf: '2025-06-05',
    says: ['met 2025-06-05', 'running 2025-06-09 left 2/4'],
  },
]

const thresholds: readonly Case[] = [
  // A fifth of seven days are 1.4, and so two.
  ...(
    [
      ['2025-06-09', 'running 2025-06-12 left 3/3'],
      ['2025-06-10', 'due-soon 2025-06-12 left 2/2'],
    ] as const
  ).map(([asOf, says]) => ({
    title: `a fifth of seven working days on ${asOf}`,
    deadline: { days: { working: 7 } },
    events: ['approved 2025-06-03'],
    asOf,
    says: [says],
  })),
  // Ten calendar days end on Fr 13; before the weekend of the 7th a fifth of working days would be another.
  ...(
    [
      ['2025-06-10', 'running 2025-06-13 left 3'],
      ['2025-06-11', 'due-soon 2025-06-13 left 2'],
    ] as const
  ).map(([asOf, says]) => ({
    title: `a fifth of ten calendar days on ${asOf}`,
    deadline: { days: { calendar: 10, onHoliday: 'keep' } } as const,
    events: ['approved 2025-06-03'],
    asOf,
    says: [says],
  })),
  {
    title: 'a fifth of calendar days, of which none is worked',
    deadline: { days: { calendar: 10, onHoliday: 'keep' } },
    events: ['approved 2025-09-28'],
    asOf: '2025-10-01',
    says: ['running 2025-10-08 left 7'],
  },
  {
    title: 'a threshold in working days for a period of calendar days',
    deadline: { days: { calendar: 10, onHoliday: 'keep' }, dueSoon: { working: 0 } },
    events: ['approved 2025-09-28'],
    asOf: '2025-10-01',
    says: ['due-soon 2025-10-08 left 0/7'],
  },
  {
    title: 'a threshold in calendar days for a period of working days',
    deadline: { days: { working: 5 }, dueSoon: { calendar: 2 } },
    events: ['approved 2025-09-28'],
    asOf: '2025-09-30',
    says: ['running 2025-10-11 left 3/11'],
  },
  {
    title: 'a threshold of no share at all',
    deadline: { days: { working: 5 }, dueSoon: { percent: 0 } },
    events: ['approved 2025-06-03'],
    asOf: '2025-06-09',
    says: ['running 2025-06-10 left 1/1'],
  },
  {
    title: 'a threshold of the whole',
    deadline: { days: { working: 5 }, dueSoon: { percent: 100 } },
    events: ['approved 2025-06-03'],
    asOf: '2025-06-03',
    says: ['due-soon 2025-06-10 left 5/7'],
  },
]

const pauses: readonly Case[] = [
  ...(
    [
      // Five working days after Tu 3 June end on Tu 10.
      ['2025-06-09', 'paused left 1/1'],
      ['2025-06-10', 'paused left 0/0'],
      ['2025-06-11', 'missed 2025-06-10 over 14/20'],
    ] as const
  ).map(([on, says]) => ({
    title: `a pause on ${on}`,
    deadline: review,
    events: ['started 2025-06-03', `paused ${on}`],
    asOf: '2025-06-30',
    says: [says],
  })),
  {
    title: 'a pause on the last day, resumed',
    deadline: review,
    events: ['started 2025-06-03', 'paused 2025-06-10', 'resumed 2025-06-20'],
    asOf: '2025-06-20',
    says: ['due-soon 2025-06-20 left 0/0'],
  },
  {
    title: 'a second pause within the first',
    deadline: review,
    events: ['started 2025-06-03', 'paused 2025-06-05', 'paused 2025-06-09'],
    asOf: '2025-06-30',
    says: ['paused left 3/5'],
  },
  {
    title: 'two pauses one after the other',
    deadline: { ...review, dueSoon: { working: 1 } },
    events: [
      'started 2025-06-03',
      'paused 2025-06-05',
      'resumed 2025-06-09',
      'paused 2025-06-10',
      'resumed 2025-06-16',
    ],
    asOf: '2025-06-16',
    says: ['running 2025-06-18 left 2/2'],
  },
  {
    title: 'a resumption before a weekend',
    deadline: { ...review, dueSoon: { working: 2 } },
    events: ['started 2025-06-03', 'paused 2025-06-05', 'resumed 2025-06-13'],
    asOf: '2025-06-13',
    says: ['running 2025-06-18 left 3/5'],
  },
  {
    title: 'a pause in which something else happens',
    deadline: review,
    events: ['started 2025-06-03', 'paused 2025-06-05', 'noted 2025-06-09'],
    asOf: '2025-06-30',
    says: ['paused left 3/5'],
  },
  {
    title: 'a resumption of what was not paused',
    deadline: review,
    events: ['started 2025-06-03', 'resumed 2025-06-05'],
    asOf: '2025-06-05',
    says: ['running 2025-06-10 left 3/5'],
  },
  {
    title: 'a resumption that comes twice',
    deadline: review,
    events: ['started 2025-06-03', 'paused 2025-06-05', 'resumed 2025-06-09', 'resumed 2025-06-16'],
    asOf: '2025-06-09',
    says: ['running 2025-06-12 left 3/3'],
  },
  {
    title: 'a pause of months, in calendar days',
    deadline: { ...trial, days: { months: 1, onHoliday: 'keep' } },
    events: ['started 2025-06-03', 'paused 2025-06-30', 'resumed 2025-07-31'],
    asOf: '2025-07-31',
    says: ['due-soon 2025-08-03 left 3'],
  },
  {
    title: 'a pause while no date is agreed',
    deadline: { ...trial, days: { agreed: true } },
    events: ['started 2025-06-03', 'paused 2025-06-05'],
    asOf: '2025-06-30',
    says: ['waiting'],
  },
  {
    title: 'an event that starts a run and would pause it',
    deadline: { ...review, pausedBy: ['started'] },
    events: ['started 2025-06-03'],
    asOf: '2025-06-03',
    says: ['running 2025-06-10 left 5/7'],
  },
  {
    title: 'an event that would pause one run and starts another',
    deadline: { ...review, pausedBy: ['started'] },
    events: ['started 2025-06-03', 'started 2025-06-05'],
    asOf: '2025-06-05',
    says: ['paused left 3/5', 'running 2025-06-12 left 5/7'],
  },
  {
    title: 'a run voided while it stands still',
    deadline: review,
    events: ['started 2025-06-03', 'paused 2025-06-05', 'ended 2025-06-30'],
    asOf: '2025-06-30',
    says: ['lapsed 2025-06-10'],
  },
  {
    title: 'a pause after the run was voided',
    deadline: review,
    events: ['started 2025-06-03', 'ended 2025-06-11', 'paused 2025-06-05'],
    asOf: '2025-06-30',
    says: ['missed 2025-06-10 over 1/1'],
  },
]

const extensions: readonly Case[] = [
  {
    title: 'an extension without a date',
    deadline: review,
    events: ['started 2025-06-03', 'extended 2025-06-05'],
    asOf: '2025-06-05',
    says: ['running 2025-06-10 left 3/5'],
  },
  {
    title: 'an extension without a date while it stands still',
    deadline: review,
    events: ['started 2025-06-03', 'paused 2025-06-05', 'extended 2025-06-06'],
    asOf: '2025-06-30',
    says: ['paused left 3/5'],
  },
  {
    title: 'a date that is earlier than the first',
    deadline: review,
    events: ['started 2025-06-03', 'extended 2025-06-04 2025-06-06'],
    asOf: '2025-06-04',
    says: ['running 2025-06-06 left 2/2'],
  },
  {
    title: 'an extension of an extension',
    deadline: review,
    events: [
      'started 2025-06-03',
      'extended 2025-06-10 2025-06-20',
      'extended 2025-06-20 2025-06-30',
      'extended 2025-07-01 2025-07-10',
    ],
    asOf: '2025-06-30',
    says: ['due-soon 2025-06-30 left 0/0'],
  },
  {
    // Ten days after 20 September end on the 30th; the new date lies in the holiday and stays there.
    title: 'a date in a holiday',
    deadline: trial,
    events: ['started 2025-09-20', 'extended 2025-09-26 2025-10-03'],
    asOf: '2025-09-26',
    says: ['running 2025-10-03 left 7'],
  },
  {
    title: 'a date in a holiday, paused and resumed',
    deadline: trial,
    events: [
      'started 2025-09-18',
      'extended 2025-09-22 2025-09-28',
      'paused 2025-09-26',
      'resumed 2025-10-01',
    ],
    asOf: '2025-10-01',
    says: ['due-soon 2025-10-03 left 2'],
  },
  {
    title: 'an end that names a date itself',
    deadline: { ...review, extendedBy: ['passed'] },
    events: ['started 2025-06-03', 'passed 2025-06-10 2025-06-30'],
    asOf: '2025-06-30',
    says: ['met 2025-06-10'],
  },
  {
    title: 'an extension written before the run began',
    deadline: review,
    events: ['extended 2025-06-03 2025-06-30', 'started 2025-06-03'],
    asOf: '2025-06-03',
    says: ['running 2025-06-10 left 5/7'],
  },
]

const minimum = { ...trial, direction: 'at-least' } as const

const minimums: readonly Case[] = [
  // Ten days after 3 June are over on Fr 13.
  ...(
    [
      ['2025-06-12', 'waiting 2025-06-13 left 1'],
      ['2025-06-13', 'met 2025-06-13'],
    ] as const
  ).map(([asOf, says]) => ({
    title: `a minimum period on ${asOf}`,
    deadline: minimum,
    events: ['started 2025-06-03'],
    asOf,
    says: [says],
  })),
  ...(
    [
      ['2025-06-12', 'missed 2025-06-13 over 1'],
      ['2025-06-13', 'met 2025-06-13'],
    ] as const
  ).map(([end, says]) => ({
    title: `a minimum period cut on ${end}`,
    deadline: minimum,
    events: ['started 2025-06-03', `passed ${end}`],
    asOf: '2025-07-01',
    says: [says],
  })),
  {
    title: 'a minimum period that is voided',
    deadline: minimum,
    events: ['started 2025-06-03', 'ended 2025-06-04'],
    asOf: '2025-07-01',
    says: ['lapsed 2025-06-13'],
  },
  {
    title: 'a minimum period that stands still',
    deadline: minimum,
    events: ['started 2025-06-03', 'paused 2025-06-05'],
    asOf: '2025-07-01',
    says: ['paused left 8'],
  },
  {
    title: 'a minimum period without a date yet',
    deadline: { ...minimum, days: { agreed: true } },
    events: ['started 2025-06-03'],
    asOf: '2025-07-01',
    says: ['waiting'],
  },
  {
    title: 'a minimum period without a date that has ended',
    deadline: { ...minimum, days: { agreed: true } },
    events: ['started 2025-06-03', 'passed 2025-06-04'],
    asOf: '2025-07-01',
    says: ['met'],
  },
]

const notice = {
  from: ['notified'],
  until: ['done'],
  days: { working: 3 },
  direction: 'ahead',
  voidedBy: ['cancelled'],
} as const

const notices: readonly Case[] = [
  {
    title: 'a notice in calendar days',
    deadline: { ...notice, days: { calendar: 3, onHoliday: 'keep' } },
    events: ['notified 2025-06-03', 'done 2025-06-06'],
    asOf: '2025-07-01',
    says: ['met 2025-06-06'],
  },
  {
    title: 'what is done after its notice was withdrawn',
    deadline: notice,
    events: ['notified 2025-06-03', 'cancelled 2025-06-04', 'done 2025-06-06'],
    asOf: '2025-07-01',
    says: ['lapsed 2025-06-06', 'missed'],
  },
  {
    title: 'what is done before its notice',
    deadline: notice,
    events: ['notified 2025-06-05', 'done 2025-06-04'],
    asOf: '2025-06-05',
    says: ['missed', 'waiting 2025-06-10 left 3/5'],
  },
  {
    title: 'what needs no notice',
    deadline: { ...notice, when: { flags: ['emergency'] } },
    events: ['notified 2025-06-03', 'done 2025-06-04'],
    asOf: '2025-07-01',
    applies: () => false,
    says: [],
  },
]

const starts: readonly Case[] = [
  {
    title: 'a second start while the first runs',
    deadline: { occurrence: 'first' },
    events: ['approved 2025-06-03', 'approved 2025-06-04'],
    asOf: '2025-06-04',
    says: ['due-soon 2025-06-05 left 1/1'],
  },
  {
    title: 'a first start of which the condition does not hold',
    deadline: { occurrence: 'first', when: { pool: 'dedicated' } },
    events: ['approved 2025-06-03', 'approved 2025-06-04', 'approved 2025-06-05'],
    asOf: '2025-06-04',
    applies: (_, index) => index > 0,
    says: ['running 2025-06-06 left 2/2'],
  },
  {
    title: 'a start on which no condition is put',
    deadline: opening,
    events: ['approved 2025-06-03'],
    asOf: '2025-06-05',
    applies: () => false,
    says: ['due-soon 2025-06-05 left 0/0'],
  },
  {
    title: 'a start dated after the day',
    deadline: opening,
    events: ['approved 2025-06-03', 'approved 2025-06-05'],
    asOf: '2025-06-04',
    says: ['due-soon 2025-06-05 left 1/1'],
  },
]

const tables = {
  ends,
  thresholds,
  pauses,
  extensions,
  'minimum periods': minimums,
  'notices ahead': notices,
  starts,
}

describe.each(Object.entries(tables))('the clock on %s', (_, cases) => {
  test.each(cases)('knows $title', ({ deadline, events, asOf, applies = () => true, says }) => {
    const subject = { history: history(...events), applies, caseDates: {} }
    expect(evaluateDeadlines([definition(deadline)], subject, statutory, asOf).map(said)).toEqual(says)
  })
})

describe('the clock', () => {
  test('says all that there is to say of a run that is missed, and of one that nothing announced', () => {
    const deadline = definition(notice)
    const subject = {
      history: history('notified 2025-06-03', 'done 2025-06-05', 'done 2025-06-09'),
      applies: () => true,
      caseDates: {},
    }
    expect(evaluateDeadlines([deadline], subject, statutory, '2025-07-01')).toEqual([
      {
        definition: deadline,
        state: 'missed',
        startEvent: 0,
        start: '2025-06-03',
        due: '2025-06-06',
        remaining: undefined,
        endEvent: 1,
        missedBy: { working: 1, calendar: 1 },
        unpublishedYears: [],
      },
      {
        definition: deadline,
        state: 'missed',
        startEvent: undefined,
        start: undefined,
        due: undefined,
        remaining: undefined,
        endEvent: 2,
        missedBy: undefined,
        unpublishedYears: [],
      },
    ])
  })

  test('asks whether the condition of the definition holds for the event', () => {
    const when = { pool: 'dedicated' } as const
    const asked: unknown[] = []
    const subject = {
      history: history('submitted 2025-06-02', 'approved 2025-06-03'),
      applies: (...question: readonly unknown[]) => asked.push(question) > 0,
      caseDates: {},
    }
    evaluateDeadlines([definition({ when })], subject, statutory, '2025-06-03')
    expect(asked).toEqual([[when, 1]])
  })

  test('names the years without a calendar in their order, however it came upon them', () => {
    // 800 days after 2 November 2026 end in January 2029, which decides whether the extension is in time.
    const deadline = definition({
      days: { calendar: 800, onHoliday: 'extend' },
      extendedBy: ['extended'],
      dueSoon: { working: 1 },
    })
    const subject = {
      history: history('approved 2026-11-02', 'extended 2026-11-10 2027-03-01'),
      applies: () => true,
      caseDates: {},
    }
    expect(evaluateDeadlines([deadline], subject, statutory, '2026-11-20')).toMatchObject([
      { due: '2027-03-01', unpublishedYears: [2027, 2029] },
    ])
  })

  test('goes by the order of the definitions', () => {
    const subject = { history: history('approved 2025-06-03'), applies: () => true, caseDates: {} }
    const definitions = ['b', 'a', 'c'].map(id => definition({ id }))
    const found = evaluateDeadlines(definitions, subject, statutory, '2025-06-03')
    expect(found.map(deadline => deadline.definition.id)).toEqual(['b', 'a', 'c'])
  })
})
