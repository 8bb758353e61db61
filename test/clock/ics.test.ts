import { describe, expect, test } from 'vitest'
import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import { type CalendarEntry, type ClockEvent, deadlineCalendar } from '../../lib/clock/index.ts'
import { evaluate, history, statutory } from './definitions.ts'

const stamp = '2025-09-30T00:00:00Z'

function entries(
  members: Partial<DeadlineDefinition>,
  events: readonly ClockEvent[],
  asOf: string,
  words: Partial<CalendarEntry> = {},
): readonly CalendarEntry[] {
  return evaluate(members, events, asOf).map(deadline => ({
    address: 'ningwu/rensheju/shebao',
    system: '社会保险经办系统',
    responsible: '政务云服务提供方',
    deadline,
    calendar: statutory,
    ground: '《宁武办法》第二条',
    ...words,
  }))
}

const opening = entries({}, history('approved 2025-09-29'), '2025-09-30')
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('the calendar text', () => {
  test('has an all-day event on the due date, with a stable identity and the stamp it was given', () => {
    const lines = unfolded(deadlineCalendar(opening, stamp))
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20251009',
        'DTSTAMP:20250930T000000Z',
        'UID:ningwu/rensheju/shebao/opening/0@tenantry',
        'SUMMARY:社会保险经办系统：开通共享云资源（临近到期）',
        'DESCRIPTION:依据：《宁武办法》第二条\\n责任方：政务云服务提供方\\n起算日：2025-09-29',
      ]),
    )
    expect([lines.at(0), lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
  })

  test('is these lines and no others', () => {
    const summary = '社会保险经办系统：开通共享云资源（临近到期）'
    const alarm = (trigger: string) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER;RELATED=START:${trigger}`,
      `DESCRIPTION:${summary}`,
      'END:VALARM',
    ]
    expect(unfolded(deadlineCalendar(opening, stamp))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//tenantry//deadlines//ZH',
      'NAME:政务云办理期限',
      'X-WR-CALNAME:政务云办理期限',
      'BEGIN:VEVENT',
      'UID:ningwu/rensheju/shebao/opening/0@tenantry',
      'SEQUENCE:0',
      'DTSTAMP:20250930T000000Z',
      'DTSTART;VALUE=DATE:20251009',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      `SUMMARY:${summary}`,
      'TRANSP:TRANSPARENT',
      'DESCRIPTION:依据：《宁武办法》第二条\\n责任方：政务云服务提供方\\n起算日：2025-09-29',
      ...alarm('-P8DT15H'),
      ...alarm('PT9H'),
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  const minimum = { direction: 'at-least', days: { calendar: 30, onHoliday: 'keep' } } as const
  test.each([
    ['running', '办理中', { days: { working: 30 } }, '2025-09-29'],
    ['due-soon', '临近到期', {}, '2025-10-09'],
    ['missed', '已逾期', {}, '2025-10-10'],
    ['waiting', '期满后方可办理', minimum, '2025-10-10'],
  ] as const)('shows what is %s as %s', (state, words, members, asOf) => {
    const [entry] = entries(members, history('approved 2025-09-29'), asOf)
    expect(entry?.deadline.state).toBe(state)
    const lines = unfolded(deadlineCalendar(entry === undefined ? [] : [entry], stamp))
    expect(lines).toContain(`SUMMARY:社会保险经办系统：开通共享云资源（${words}）`)
  })

  test.each([
    ['met', { ...minimum, days: { calendar: 3, onHoliday: 'keep' } }, ['approved 2025-09-29'], '2025-10-09'],
    [
      'paused',
      { pausedBy: ['asked'], resumedBy: ['answered'] },
      ['approved 2025-09-29', 'asked 2025-09-30'],
      '2025-10-09',
    ],
    ['lapsed', { voidedBy: ['terminated'] }, ['approved 2025-09-29', 'terminated 2025-09-30'], '2025-10-09'],
    ['waiting', { days: { agreed: true } }, ['approved 2025-09-29'], '2025-10-09'],
  ] as const)('shows nothing of what is %s', (state, members, lines, asOf) => {
    const none = entries(members, history(...lines), asOf)
    expect(none.map(({ deadline }) => deadline.state)).toEqual([state])
    expect(deadlineCalendar(none, stamp)).not.toContain('BEGIN:VEVENT')
  })

  test('shows each of several deadlines, by the event that began it', () => {
    const two = entries({}, history('approved 2025-09-28', 'approved 2025-09-29'), '2025-09-30')
    const lines = unfolded(deadlineCalendar(two, stamp))
    expect(lines.filter(line => line.startsWith('UID:'))).toEqual([
      'UID:ningwu/rensheju/shebao/opening/0@tenantry',
      'UID:ningwu/rensheju/shebao/opening/1@tenantry',
    ])
  })

  test('names all years without a calendar', () => {
    const long = entries({ days: { working: 300 } }, history('approved 2026-12-28'), '2026-12-28')
    expect(unfolded(deadlineCalendar(long, stamp)).join('\n')).toContain(
      '起算日：2026-12-28\\n2027、2028 年放假安排尚未公布',
    )
  })

  test('keeps the identity of a deadline when a later day sees it in another state', () => {
    const uid = (text: string) => unfolded(text).find(line => line.startsWith('UID:'))
    const missed = entries({}, history('approved 2025-09-29'), '2025-10-20')
    expect(uid(deadlineCalendar(missed, stamp))).toBe(uid(deadlineCalendar(opening, stamp)))
  })

  test('rings at nine on the working day before, across the holiday, and on the day itself', () => {
    // From 00:00 on 9 October back to 09:00 on 30 September are 8 days and 15 hours.
    const triggers = unfolded(deadlineCalendar(opening, stamp)).filter(line => line.startsWith('TRIGGER'))
    expect(triggers).toEqual(['TRIGGER;RELATED=START:-P8DT15H', 'TRIGGER;RELATED=START:PT9H'])
  })

  test('does not ring for what was missed', () => {
    const text = deadlineCalendar(entries({}, history('approved 2025-09-29'), '2025-10-20'), stamp)
    expect(text).toContain('BEGIN:VEVENT')
    expect(text).not.toContain('BEGIN:VALARM')
  })

  test('leaves out what is met, lapsed, done late, or has no date', () => {
    const none = [
      ...entries({}, history('approved 2025-09-29', 'opened 2025-09-30'), '2025-10-20'),
      ...entries({}, history('approved 2025-09-29', 'opened 2025-10-15'), '2025-10-20'),
      ...entries(
        { voidedBy: ['terminated'] },
        history('approved 2025-09-29', 'terminated 2025-09-30'),
        '2025-10-20',
      ),
      ...entries({ days: { agreed: true } }, history('approved 2025-09-29'), '2025-10-20'),
    ]
    expect(none).toHaveLength(4)
    expect(deadlineCalendar(none, stamp)).not.toContain('BEGIN:VEVENT')
  })

  test('ends every line with CRLF and folds at 75 octets without cutting a character', () => {
    const text = deadlineCalendar(
      entries(
        { name: '政务信息系统迁移（部署）和测试🀄'.repeat(12) },
        history('approved 2025-09-29'),
        '2025-09-30',
      ),
      stamp,
    )
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(unfolded(text).find(line => line.startsWith('SUMMARY:'))).toContain(
      '政务信息系统迁移（部署）和测试🀄'.repeat(12),
    )
    // Each line is whole characters: a cut one would become U+FFFD or a lone surrogate.
    expect(lines.every(line => line.isWellFormed() && !line.includes('\uFFFD'))).toBe(true)
  })

  test('escapes what has a meaning in the format and drops control characters', () => {
    const hostile = entries({}, history('approved 2025-09-29'), '2025-09-30', {
      system: 'a,b;c\\d\u0007\r\nBEGIN:VALARM',
    })
    const lines = unfolded(deadlineCalendar(hostile, stamp))
    expect(lines).toContain('SUMMARY:a\\,b\\;c\\\\d  \\nBEGIN:VALARM：开通共享云资源（临近到期）')
    expect(lines.filter(line => line === 'BEGIN:VALARM')).toHaveLength(2)
  })

  test('says when a date is provisional', () => {
    const provisional = entries({ days: { working: 5 } }, history('approved 2026-12-28'), '2026-12-28')
    expect(unfolded(deadlineCalendar(provisional, stamp)).join('\n')).toContain('2027 年放假安排尚未公布')
  })

  test('is the same bytes for the same arguments, and differs by the stamp alone', () => {
    expect(deadlineCalendar(opening, stamp)).toBe(deadlineCalendar(opening, stamp))
    const other = deadlineCalendar(opening, '2025-10-01T00:00:00Z')
    expect(other.replace('20251001T000000Z', '20250930T000000Z')).toBe(deadlineCalendar(opening, stamp))
  })
})
