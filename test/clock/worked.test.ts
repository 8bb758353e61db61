// Worked by hand from the State Council's notices (in calendar.test.ts), one day after the other. The day of the event
// is never counted. Weekdays are written Mo to Su; "off" is a holiday or an ordinary weekend.
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../lib/clock/index.ts'
import { dueOf, evaluate, history } from './definitions.ts'

describe('Spring Festival', () => {
  test('DT-13: review opinion on 2024-02-08, opened by 2024-02-18, a Sunday that is worked', () => {
    // Fr 9 (除夕 was not a holiday in 2024) 1; Sa 10 to Sa 17 off; Su 18 worked 2.
    expect(dueOf({ from: ['reviewed'], days: { working: 2 } }, history('reviewed 2024-02-08'))).toBe(
      '2024-02-18',
    )
  })

  test('NW-2.4c: normal operation on 2024-02-07, test result filed by 2024-02-18', () => {
    // Th 8 1; Fr 9 2; 10 to 17 off; Su 18 worked 3.
    const members = { from: ['live'], until: ['test-filed'], days: { working: 3 } }
    expect(dueOf(members, history('live 2024-02-07'))).toBe('2024-02-18')
  })

  test('ZJ-8: submitted on 2025-01-24, accepted or refused by 2025-02-05', () => {
    // Sa 25 off; Su 26 worked 1; Mo 27 2; Tu 28 to Tu 4 February off; We 5 3.
    const members = { from: ['submitted'], until: ['accepted', 'refused'], days: { working: 3 } }
    expect(dueOf(members, history('submitted 2025-01-24'))).toBe('2025-02-05')
  })

  test('ZJ-8: accepted on 2025-02-06, opinion by the make-up Saturday 2025-02-08', () => {
    // Fr 7 1; Sa 8 worked 2.
    const members = { from: ['accepted'], until: ['reviewed'], days: { working: 2 } }
    expect(dueOf(members, history('accepted 2025-02-06'))).toBe('2025-02-08')
  })

  test('XS-20: submitted on 2026-02-11, accepted or refused by 2026-02-25, opinion by 2026-03-03', () => {
    // Th 12 1; Fr 13 2; Sa 14 worked 3; Su 15 to Mo 23 off; Tu 24 4; We 25 5.
    const acceptance = { from: ['submitted'], until: ['accepted', 'refused'], days: { working: 5 } }
    expect(dueOf(acceptance, history('submitted 2026-02-11'))).toBe('2026-02-25')
    // Th 26 1; Fr 27 2; Sa 28 worked 3; Su 1 March off; Mo 2 4; Tu 3 5.
    const opinion = { from: ['accepted'], until: ['approved'], days: { working: 5 } }
    expect(dueOf(opinion, history('accepted 2026-02-25'))).toBe('2026-03-03')
  })
})

describe('National Day and Mid-Autumn', () => {
  test('NW-2.3a: notice on 2025-09-29, shared resources opened by 2025-10-09', () => {
    // Tu 30 1; We 1 to We 8 October off; Th 9 2.
    expect(dueOf({}, history('approved 2025-09-29'))).toBe('2025-10-09')
  })

  test('NW-2.3a: notice on the make-up Sunday 2025-09-28, opened by 2025-09-30', () => {
    // Su 28 is worked, but is the day of the event; Mo 29 1; Tu 30 2.
    expect(dueOf({}, history('approved 2025-09-28'))).toBe('2025-09-30')
  })

  test('NW-2.4b: confirmed on 2024-09-02, migrated within 30 working days, by 2024-10-18', () => {
    // 3-6 Sep 4; 9-13 9; Sa 14 worked 10; 15-17 off; 18-20 13; 23-27 18; Sa 28 off; Su 29 worked 19; Mo 30 20;
    // 1-7 Oct off; 8-11 24; Sa 12 worked 25; 14-18 30.
    const members = { from: ['delivered'], until: ['migrated'], days: { working: 30 } }
    expect(dueOf(members, history('delivered 2024-09-02'))).toBe('2024-10-18')
  })

  test('ZJ-12: end asked for on 2026-09-18, reviewed by 2026-09-24, recovered by 2026-09-30', () => {
    // Sa 19 off; Su 20 worked 1; Mo 21 2; Tu 22 3; We 23 4; Th 24 5.
    const review = { from: ['exit-submitted'], until: ['exit-approved'], days: { working: 5 } }
    expect(dueOf(review, history('exit-submitted 2026-09-18'))).toBe('2026-09-24')
    // Fr 25 to Su 27 off; Mo 28 1; Tu 29 2; We 30 3.
    const recovery = { from: ['exit-approved'], until: ['recovered'], days: { working: 3 } }
    expect(dueOf(recovery, history('exit-approved 2026-09-24'))).toBe('2026-09-30')
  })

  test('DT-13: agreement signed on 2025-09-26, filed within 7 days: 3 October is off, so by 2025-10-09', () => {
    const members = { from: ['agreement-signed'], until: ['agreement-filed'] }
    const signed = history('agreement-signed 2025-09-26')
    expect(dueOf({ ...members, days: { calendar: 7, onHoliday: 'extend' } }, signed)).toBe('2025-10-09')
    expect(dueOf({ ...members, days: { calendar: 7, onHoliday: 'keep' } }, signed)).toBe('2025-10-03')
  })

  test('NW-2.3b: agreement signed on 2024-10-05, filed by Saturday 2024-10-12, which is worked', () => {
    const members = { from: ['agreement-signed'], days: { calendar: 7, onHoliday: 'extend' } as const }
    expect(dueOf(members, history('agreement-signed 2024-10-05'))).toBe('2024-10-12')
  })
})

describe('other holidays', () => {
  test('NW-2.5: change approved on 2024-04-26, done by 2024-04-30; approved on 2024-04-30, done by 2024-05-08', () => {
    const members = { from: ['change-approved'], until: ['changed'], days: { working: 3 } }
    // Sa 27 off; Su 28 worked 1; Mo 29 2; Tu 30 3.
    expect(dueOf(members, history('change-approved 2024-04-26'))).toBe('2024-04-30')
    // We 1 to Su 5 May off; Mo 6 1; Tu 7 2; We 8 3.
    expect(dueOf(members, history('change-approved 2024-04-30'))).toBe('2024-05-08')
  })

  test('DT-15: change approved on 2025-05-30, done by 2025-06-04, after Dragon Boat', () => {
    // Sa 31 to Mo 2 June off; Tu 3 1; We 4 2.
    const members = { from: ['change-approved'], until: ['changed'], days: { working: 2 } }
    expect(dueOf(members, history('change-approved 2025-05-30'))).toBe('2025-06-04')
  })

  test('XS-22.4: change asked for on 2026-04-10, reviewed by 2026-04-17, or by 2026-04-22 with three days of Dai new year', () => {
    const members = {
      from: ['change-submitted'],
      until: ['change-approved', 'change-refused'],
      days: { working: 5 },
    }
    const asked = history('change-submitted 2026-04-10')
    // Mo 13 1; Tu 14 2; We 15 3; Th 16 4; Fr 17 5.
    expect(dueOf(members, asked)).toBe('2026-04-17')
    // Mo 13 to We 15 off; Th 16 1; Fr 17 2; Mo 20 3; Tu 21 4; We 22 5.
    const overrides = ['2026-04-13', '2026-04-14', '2026-04-15'].map(on => ({
      on,
      day: 'holiday' as const,
      jurisdiction: 'xishuangbanna',
      basis: '示例',
    }))
    const calendar = calendarOf({ apiVersion: 'tenantry/v1', kind: 'Calendar', overrides }, 'xishuangbanna')
    expect(dueOf(members, asked, calendar)).toBe('2026-04-22')
  })
})

describe('minimum periods', () => {
  const trial = {
    from: ['trial-started'],
    until: ['trial-passed'],
    days: { calendar: 15, onHoliday: 'keep' },
    direction: 'at-least',
  } as const

  test('ZJ-9a: a trial started on 2025-09-20 may pass from 2025-10-05 on, holiday or not', () => {
    // 21 to 30 September 10 days; 1 to 5 October 5 days.
    const started = history('trial-started 2025-09-20')
    expect(dueOf(trial, started)).toBe('2025-10-05')
    expect(evaluate(trial, started, '2025-10-04')[0]).toMatchObject({
      state: 'waiting',
      remaining: { calendar: 1 },
    })
    expect(evaluate(trial, started, '2025-10-05')[0]?.state).toBe('met')
  })

  test('ZJ-9a: a trial passed on its 14th day is a day short, on its 15th it is not', () => {
    const [short] = evaluate(
      trial,
      history('trial-started 2025-09-20', 'trial-passed 2025-10-04'),
      '2025-11-01',
    )
    expect(short).toMatchObject({ state: 'missed', missedBy: { calendar: 1 }, endEvent: 1 })
    const [kept] = evaluate(
      trial,
      history('trial-started 2025-09-20', 'trial-passed 2025-10-05'),
      '2025-11-01',
    )
    expect(kept?.state).toBe('met')
  })

  test('XS-19.3: cut over on 2026-01-31, the old system is kept to 2026-02-28, the last day of the month', () => {
    const members = {
      from: ['live'],
      until: ['old-system-retired'],
      days: { months: 1, onHoliday: 'keep' },
      direction: 'at-least',
    } as const
    expect(dueOf(members, history('live 2026-01-31'))).toBe('2026-02-28')
    const retired = history('live 2026-01-31', 'old-system-retired 2026-02-27')
    expect(evaluate(members, retired, '2026-03-01')[0]).toMatchObject({
      state: 'missed',
      missedBy: { calendar: 1 },
    })
  })
})

describe('notice ahead', () => {
  const notice = {
    from: ['platform-change-notified'],
    until: ['platform-change-done'],
    direction: 'ahead',
  } as const
  const change = (notified: string, done: string) =>
    evaluate(
      { ...notice, days: { working: 3 } },
      history(`platform-change-notified ${notified}`, `platform-change-done ${done}`),
      '2026-12-01',
    )[0]?.state

  test('NW-3.2: a change on 2025-04-30 is announced by the make-up Sunday 2025-04-27', () => {
    // Back from We 30: Tu 29 1; Mo 28 2; Su 27 worked 3.
    expect(change('2025-04-27', '2025-04-30')).toBe('met')
    expect(change('2025-04-28', '2025-04-30')).toBe('missed')
  })

  test('DT-18: a change on Saturday 2025-03-15 is announced by Wednesday 2025-03-12', () => {
    // Back from Sa 15: Fr 14 1; Th 13 2; We 12 3.
    expect(change('2025-03-12', '2025-03-15')).toBe('met')
    expect(change('2025-03-13', '2025-03-15')).toBe('missed')
  })

  const maintenance = {
    from: ['maintenance-requested'],
    until: ['maintenance-started'],
    direction: 'ahead',
    days: { working: 2 },
  } as const

  test('JQ-13: an upgrade in the holiday, on 2026-10-03, is asked for by 2026-09-29', () => {
    // Back from Sa 3 October: 2 and 1 off; We 30 September 1; Tu 29 2.
    expect(dueOf(maintenance, history('maintenance-requested 2026-09-29'))).toBe('2026-10-01')
    // Asked for a day later, the second working day before is We 30 itself only from Fr 9 October on: Th 8 is the other.
    expect(dueOf(maintenance, history('maintenance-requested 2026-09-30'))).toBe('2026-10-09')
    const late = history('maintenance-requested 2026-09-30', 'maintenance-started 2026-10-03')
    expect(evaluate(maintenance, late, '2026-10-03')[0]).toMatchObject({
      state: 'missed',
      missedBy: { calendar: 6 },
    })
  })

  test('JQ-13: an interruption that nobody asked for is missed, and names the event', () => {
    const events = history('live 2026-01-05', 'maintenance-started 2026-03-02')
    expect(evaluate(maintenance, events, '2026-03-02')).toMatchObject([{ state: 'missed', endEvent: 1 }])
  })

  test('JQ-13: one request does not cover a second interruption', () => {
    const events = history(
      'maintenance-requested 2026-03-02',
      'maintenance-started 2026-03-09',
      'maintenance-started 2026-03-16',
    )
    expect(evaluate(maintenance, events, '2026-03-20').map(({ state }) => state)).toEqual(['met', 'missed'])
  })
})
