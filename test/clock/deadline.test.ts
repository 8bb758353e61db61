import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import {
  addCalendarDays,
  evaluateDeadlines,
  isWorkingDay,
  workingDaysBetween,
} from '../../lib/clock/index.ts'
import { definition, dueOf, evaluate, history, statutory } from './definitions.ts'

const states = (members: Partial<DeadlineDefinition>, lines: readonly string[], asOf: string) =>
  evaluate(members, history(...lines), asOf).map(({ state }) => state)

describe('an at-most deadline', () => {
  test('does not exist before its start event, nor on an earlier day than that', () => {
    expect(evaluate({}, history('submitted 2025-06-02'), '2025-06-02')).toEqual([])
    expect(evaluate({}, history('approved 2025-06-02'), '2025-06-01')).toEqual([])
  })

  test('runs, is due soon with a fifth left, is still open on its last day and missed on the next', () => {
    // 2 June 2025 is off; 30 working days after 3 June end on 15 July.
    const members = { days: { working: 30 } }
    const on = (asOf: string) => evaluate(members, history('approved 2025-06-03'), asOf)[0]
    expect(on('2025-06-03')).toMatchObject({
      state: 'running',
      due: '2025-07-15',
      remaining: { working: 30, calendar: 42 },
    })
    expect(on('2025-07-04')).toMatchObject({ state: 'running', remaining: { working: 7 } })
    expect(on('2025-07-07')).toMatchObject({ state: 'due-soon', remaining: { working: 6 } })
    expect(on('2025-07-15')).toMatchObject({ state: 'due-soon', remaining: { working: 0, calendar: 0 } })
    expect(on('2025-07-16')).toMatchObject({
      state: 'missed',
      missedBy: { working: 1, calendar: 1 },
      remaining: undefined,
    })
  })

  test.each([
    [{ working: 3 }, '2025-07-09', '2025-07-10'],
    [{ calendar: 3 }, '2025-07-11', '2025-07-12'],
    [{ percent: 50 }, '2025-06-23', '2025-06-24'],
  ] as const)('takes its own threshold %j', (dueSoon, before, from) => {
    const lines = ['approved 2025-06-03']
    expect(states({ days: { working: 30 }, dueSoon }, lines, before)).toEqual(['running'])
    expect(states({ days: { working: 30 }, dueSoon }, lines, from)).toEqual(['due-soon'])
  })

  test('is met on its last day and missed by an end after it, with how late it was', () => {
    expect(states({}, ['approved 2025-09-29', 'opened 2025-10-09'], '2025-12-01')).toEqual(['met'])
    const [late] = evaluate({}, history('approved 2025-09-29', 'opened 2025-10-11'), '2025-12-01')
    // Fr 10 and the make-up Saturday 11.
    expect(late).toMatchObject({
      state: 'missed',
      startEvent: 0,
      endEvent: 1,
      missedBy: { working: 2, calendar: 2 },
    })
  })

  test('is met when start and end fall on one day in that order, not in the other', () => {
    expect(states({}, ['approved 2025-06-03', 'opened 2025-06-03'], '2025-06-03')).toEqual(['met'])
    expect(states({}, ['opened 2025-06-03', 'approved 2025-06-03'], '2025-06-20')).toEqual(['missed'])
  })

  test('is not met by an end that is written later but dated earlier', () => {
    expect(states({}, ['approved 2025-06-03', 'opened 2025-06-02'], '2025-06-20')).toEqual(['missed'])
  })

  test('looks at nothing after the day asked about', () => {
    const lines = ['approved 2025-09-29', 'opened 2025-10-11']
    expect(states({}, lines, '2025-10-09')).toEqual(['due-soon'])
    expect(states({}, lines, '2025-10-10')).toEqual(['missed'])
  })
})

describe('several runs', () => {
  const acceptance = { from: ['submitted'], until: ['accepted', 'refused'], days: { working: 5 } }

  test('XS-20: a request submitted again after a refusal starts anew', () => {
    const events = history(
      'submitted 2025-07-01',
      'refused 2025-07-10',
      'submitted 2025-07-14',
      'accepted 2025-07-18',
    )
    expect(evaluate(acceptance, events, '2025-08-01')).toMatchObject([
      { state: 'missed', startEvent: 0, endEvent: 1, due: '2025-07-08' },
      { state: 'met', startEvent: 2, endEvent: 3, due: '2025-07-21' },
    ])
  })

  test('XS-26: of two emergency openings each needs its own papers, the older first', () => {
    const members = {
      from: ['emergency-opened'],
      until: ['papers-completed'],
      days: { agreed: true },
    } as const
    const events = history(
      'emergency-opened 2025-07-01 2025-07-15',
      'emergency-opened 2025-07-03 2025-07-20',
      'papers-completed 2025-07-10',
    )
    expect(evaluate(members, events, '2025-07-10')).toMatchObject([
      { state: 'met', startEvent: 0, endEvent: 2 },
      { state: 'running', startEvent: 1, due: '2025-07-20' },
    ])
  })

  test('NW-2.4b: the first delivery counts alone where a definition says so', () => {
    const members = { from: ['delivered'], until: ['migrated'], occurrence: 'first' } as const
    const lines = ['delivered 2025-03-03', 'migrated 2025-03-04', 'delivered 2025-06-03']
    expect(states(members, lines, '2025-12-01')).toEqual(['met'])
  })

  test('NW-3.5: an event that ends one period starts the next when it is both', () => {
    const members = {
      from: ['mlps-assessed'],
      until: ['mlps-assessed'],
      days: { months: 12, onHoliday: 'extend' },
    } as const
    const events = history('mlps-assessed 2024-03-15', 'mlps-assessed 2025-03-14')
    // 2026-03-14 is an ordinary Saturday: by Monday.
    expect(evaluate(members, events, '2025-04-01')).toMatchObject([
      { state: 'met', startEvent: 0, endEvent: 1 },
      { state: 'running', startEvent: 1, due: '2026-03-16' },
    ])
  })

  test('an event that voids the deadline ends what is open, but not what was missed before', () => {
    const members = { voidedBy: ['terminated'] }
    expect(states(members, ['approved 2025-06-03', 'terminated 2025-06-04'], '2025-12-01')).toEqual([
      'lapsed',
    ])
    expect(states(members, ['approved 2025-06-03', 'terminated 2025-06-09'], '2025-12-01')).toEqual([
      'missed',
    ])
  })
})

describe('dates that are decided', () => {
  const agreed = { days: { agreed: true }, extendedBy: ['opening-agreed'] } as const

  test('NW-2.3a: an agreed opening waits until the date is recorded, and then never moves for a holiday', () => {
    expect(evaluate(agreed, history('approved 2025-09-01'), '2025-09-10')).toMatchObject([
      { state: 'waiting', due: undefined, remaining: undefined },
    ])
    const recorded = history('approved 2025-09-01', 'opening-agreed 2025-09-03 2025-10-03')
    expect(evaluate(agreed, recorded, '2025-10-03')).toMatchObject([{ state: 'due-soon', due: '2025-10-03' }])
    expect(evaluate(agreed, recorded, '2025-10-04')).toMatchObject([{ state: 'missed' }])
  })

  const trialLimit = {
    from: ['trial-started'],
    until: ['trial-passed'],
    days: { calendar: 30, onHoliday: 'extend' },
    extendedBy: ['trial-extended'],
  } as const

  test('ZJ-9a: a trial extended with consent ends on the new date', () => {
    expect(dueOf(trialLimit, history('trial-started 2025-03-03'))).toBe('2025-04-02')
    expect(
      dueOf(trialLimit, history('trial-started 2025-03-03', 'trial-extended 2025-04-02 2025-04-20')),
    ).toBe('2025-04-20')
  })

  test('ZJ-9a: consent after the last day revives nothing', () => {
    const lines = [
      'trial-started 2025-03-03',
      'trial-extended 2025-04-03 2025-04-20',
      'trial-passed 2025-04-10',
    ]
    expect(states(trialLimit, lines, '2025-05-01')).toEqual(['missed'])
  })

  test('ZJ-9a: consent to an earlier trial does not extend the next one', () => {
    const events = history(
      'trial-started 2025-03-03',
      'trial-extended 2025-03-10 2025-04-20',
      'trial-passed 2025-04-15',
      'trial-started 2025-06-03',
    )
    expect(evaluate(trialLimit, events, '2025-06-03')).toMatchObject([
      { state: 'met', due: '2025-04-20' },
      { state: 'running', due: '2025-07-03' },
    ])
  })

  test('ZJ-9a: consent after the trial passed changes nothing', () => {
    const events = history(
      'trial-started 2025-03-03',
      'trial-passed 2025-03-20',
      'trial-extended 2025-03-25 2025-04-20',
    )
    expect(evaluate(trialLimit, events, '2025-05-01')).toMatchObject([{ state: 'met', due: '2025-04-02' }])
  })

  test('ZJ-9a: consent on the day to which a holiday moved the end is in time', () => {
    // 30 days from 2025-09-05 end on Sunday 5 October, so on Thursday 9 October.
    const events = history('trial-started 2025-09-05', 'trial-extended 2025-10-09 2025-10-30')
    expect(dueOf(trialLimit, events)).toBe('2025-10-30')
  })

  test('NW-2.4b: a new system is migrated within its approved construction period', () => {
    const construction = definition({
      from: ['delivered'],
      until: ['migrated'],
      days: { caseDate: 'construction-end' },
    })
    const on = (end: string | undefined) =>
      evaluateDeadlines(
        [construction],
        {
          history: history('delivered 2024-05-06'),
          applies: () => true,
          caseDates: { 'construction-end': end },
        },
        statutory,
        '2024-05-06',
      )[0]
    expect(on('2024-12-31')).toMatchObject({ state: 'running', due: '2024-12-31' })
    expect(on(undefined)).toMatchObject({ state: 'waiting', due: undefined })
  })
})

describe('a pause', () => {
  const review = {
    from: ['accepted'],
    until: ['reviewed'],
    days: { working: 5 },
    pausedBy: ['experts-asked'],
    resumedBy: ['experts-answered'],
  }

  test('stops the period, and what was left runs from the day after it is resumed', () => {
    // Accepted We 9 July: Th 10 1; Fr 11 2; asked on the 11th, three days left; answered Tu 22: 23, 24, Fr 25.
    const events = ['accepted 2025-07-09', 'experts-asked 2025-07-11']
    expect(evaluate(review, history(...events), '2025-07-20')).toMatchObject([
      { state: 'paused', due: undefined, remaining: { working: 3 } },
    ])
    expect(dueOf(review, history(...events, 'experts-answered 2025-07-22'))).toBe('2025-07-25')
  })

  test('after the last day stops nothing', () => {
    const lines = ['accepted 2025-07-09', 'experts-asked 2025-07-17']
    expect(states(review, lines, '2025-07-20')).toEqual(['missed'])
  })

  test('can be ended by a decided date, even one given after the last day would have come', () => {
    const members = { ...review, extendedBy: ['review-extended'] }
    const lines = ['accepted 2025-07-09', 'experts-asked 2025-07-11', 'review-extended 2025-08-01 2025-08-20']
    expect(evaluate(members, history(...lines), '2025-08-10')).toMatchObject([
      { state: 'running', due: '2025-08-20' },
    ])
  })

  test('between the last day and the end of its holiday leaves the day it is resumed', () => {
    // 7 days from 26 September end on 3 October, moved to the 9th; paused on the 6th.
    const members = { ...review, days: { calendar: 7, onHoliday: 'extend' } } as const
    const lines = ['accepted 2025-09-26', 'experts-asked 2025-10-06', 'experts-answered 2025-10-20']
    expect(dueOf(members, history(...lines))).toBe('2025-10-20')
  })

  test('that is still on when the end comes makes nothing late', () => {
    const lines = ['accepted 2025-07-09', 'experts-asked 2025-07-11', 'reviewed 2025-08-29']
    expect(states(review, lines, '2025-09-01')).toEqual(['met'])
  })

  test('shifts calendar days by calendar days, and the holiday rule is applied to the result', () => {
    // 7 days from 20 September end on the 27th; paused on the 22nd with 5 left; resumed on the 28th: 3 October, so the 9th.
    const members = { ...review, days: { calendar: 7, onHoliday: 'extend' } } as const
    const lines = ['accepted 2025-09-20', 'experts-asked 2025-09-22', 'experts-answered 2025-09-28']
    expect(dueOf(members, history(...lines))).toBe('2025-10-09')
  })
})

describe('conditions', () => {
  test('are asked about the start event, and about an end that nothing announced', () => {
    const asked: number[] = []
    const ahead = definition({
      from: ['maintenance-requested'],
      until: ['maintenance-started'],
      direction: 'ahead',
      when: { not: { flags: ['emergency'] } },
    })
    const events = history(
      'maintenance-requested 2025-03-03',
      'maintenance-started 2025-03-10',
      'maintenance-started 2025-03-20',
    )
    const applies = (_: unknown, index: number) => {
      asked.push(index)
      return index !== 2
    }
    const deadlines = evaluateDeadlines(
      [ahead],
      { history: events, applies, caseDates: {} },
      statutory,
      '2025-04-01',
    )
    expect(asked).toEqual([0, 2])
    expect(deadlines.map(({ state }) => state)).toEqual(['met'])
  })

  test('that fail start nothing', () => {
    const guarded = definition({ when: { pool: 'dedicated' } })
    const subject = { history: history('approved 2025-06-03'), applies: () => false, caseDates: {} }
    expect(evaluateDeadlines([guarded], subject, statutory, '2025-06-20')).toEqual([])
  })
})

describe('a year without a published calendar', () => {
  test('is named by a deadline that reaches into it', () => {
    expect(evaluate({ days: { working: 5 } }, history('approved 2026-12-28'), '2026-12-28')).toMatchObject([
      { unpublishedYears: [2027] },
    ])
  })

  test('is named by a period of calendar days only when its last day has to be a working day', () => {
    const days = (onHoliday: 'extend' | 'keep') => ({ calendar: 7, onHoliday })
    const end = history('approved 2026-12-28', 'opened 2026-12-28')
    expect(evaluate({ days: days('extend') }, end, '2026-12-28')[0]?.unpublishedYears).toEqual([2027])
    expect(evaluate({ days: days('keep') }, end, '2026-12-28')[0]?.unpublishedYears).toEqual([])
  })

  test.each([
    [{ agreed: true }, 'approved 2026-11-02 2027-03-01', '2027-03-01'],
    [{ months: 6, onHoliday: 'keep' }, 'approved 2026-11-02', '2027-05-02'],
    [{ years: 3, onHoliday: 'keep' }, 'approved 2026-11-02', '2029-11-02'],
  ] as const)('is none of the matter of %j, whose days are those of the calendar', (days, line, due) => {
    const [deadline] = evaluate({ days }, history(line), '2026-11-20')
    expect(deadline).toMatchObject({ due, unpublishedYears: [] })
    expect(Object.keys(deadline?.remaining ?? {})).toEqual(['calendar'])
  })

  test('is named where a threshold in working days reaches into it', () => {
    const days = { calendar: 60, onHoliday: 'keep' } as const
    const [deadline] = evaluate(
      { days, dueSoon: { working: 40 } },
      history('approved 2026-11-02'),
      '2026-11-20',
    )
    expect(deadline).toMatchObject({ due: '2027-01-01', state: 'due-soon', unpublishedYears: [2027] })
  })

  test('does not trouble a deadline that ends before it', () => {
    expect(evaluate({}, history('approved 2026-12-21'), '2026-12-21')[0]?.unpublishedYears).toEqual([])
  })
})

describe('for any history', () => {
  const eventNames = ['approved', 'opened', 'submitted', 'changed', 'note'] as const
  const anyHistory = fc
    .array(fc.tuple(fc.constantFrom(...eventNames), fc.nat(20)), { maxLength: 12 })
    .map(steps => {
      let on = '2025-08-01'
      return steps.map(([event, days]) => {
        on = addCalendarDays(on, days)
        return { event, on }
      })
    })
  const anyDays = fc.integer({ min: 1, max: 40 })

  test('a due date of a working-day period is a working day, as many after its start as the definition says', () => {
    fc.assert(
      fc.property(anyHistory, anyDays, (events, working) => {
        for (const { start, due } of evaluate({ days: { working } }, events, '2026-06-01')) {
          expect(due !== undefined && isWorkingDay(statutory, due).value).toBe(true)
          expect(workingDaysBetween(statutory, start ?? '', due ?? '').value).toBe(working)
        }
      }),
    )
  })

  test('events that a definition does not name change nothing but the places of the others', () => {
    const concerned = new Set(['approved', 'opened'])
    fc.assert(
      fc.property(anyHistory, anyDays, fc.nat(300), (events, working, days) => {
        const asOf = addCalendarDays('2025-08-01', days)
        const without = (list: typeof events) =>
          evaluate({ days: { working } }, list, asOf).map(deadline => ({
            ...deadline,
            startEvent: deadline.startEvent === undefined ? undefined : list[deadline.startEvent]?.on,
            endEvent: deadline.endEvent === undefined ? undefined : list[deadline.endEvent]?.on,
          }))
        expect(without(events)).toEqual(without(events.filter(({ event }) => concerned.has(event))))
      }),
    )
  })

  test('what is met or missed by an end stays so on every later day', () => {
    fc.assert(
      fc.property(anyHistory, anyDays, fc.nat(300), fc.nat(300), (events, working, days, later) => {
        const asOf = addCalendarDays('2025-08-01', days)
        const ended = evaluate({ days: { working } }, events, asOf).filter(
          ({ endEvent }) => endEvent !== undefined,
        )
        const after = evaluate({ days: { working } }, events, addCalendarDays(asOf, later))
        for (const deadline of ended) {
          expect(after.find(({ startEvent }) => startEvent === deadline.startEvent)).toEqual(deadline)
        }
      }),
    )
  })

  test('an open deadline only moves from running to due soon to missed as days pass', () => {
    const rank = { running: 0, 'due-soon': 1, missed: 2 }
    fc.assert(
      fc.property(anyDays, fc.nat(90), fc.nat(30), (working, days, later) => {
        const stateAfter = (count: number) =>
          evaluate(
            { days: { working } },
            history('approved 2025-09-20'),
            addCalendarDays('2025-09-20', count),
          )[0]?.state
        const [now, then] = [stateAfter(days), stateAfter(days + later)]
        expect(now).toBeOneOf(Object.keys(rank))
        if (now === 'running' || now === 'due-soon' || now === 'missed') {
          expect(
            then === 'running' || then === 'due-soon' || then === 'missed' ? rank[then] : -1,
          ).toBeGreaterThanOrEqual(rank[now])
        }
      }),
    )
  })
})
