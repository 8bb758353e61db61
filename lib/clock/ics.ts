import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalEventTransparency } from 'ical-generator'
import { addWorkingDays, type Calendar } from './calendar.ts'
import { dayOf } from './day.ts'
import type { Deadline } from './deadline.ts'
import type { DeadlineState } from './verdict.ts'

/** A deadline with the words that a reader of a calendar needs. */
export interface CalendarEntry {
  /** The system's address; part of the event's identity, so that a later export updates it. */
  readonly address: string
  readonly system: string
  /** The name of the role that has to act. */
  readonly responsible: string
  readonly deadline: Deadline
  /** The calendar of the system's jurisdiction. */
  readonly calendar: Calendar
  /** The article that asks for it, or who decided it and on which paper, in words. */
  readonly ground: string
}

/** Deadlines about which somebody can still do something, or should have. */
const shown: ReadonlyMap<DeadlineState, string> = new Map([
  ['running', '办理中'],
  ['due-soon', '临近到期'],
  ['missed', '已逾期'],
  ['waiting', '期满后方可办理'],
])

/** Nine in the morning, when offices are open. */
const alarmHour = 9
const hourSeconds = 3600
const daySeconds = 24 * hourSeconds

/**
 * A calendar (RFC 5545) with an all-day event on the due date of every open or missed deadline that has one. Alarms
 * ring on the working day before and on the day itself. The bytes depend on the arguments alone.
 *
 * @param stamp The moment of the export, `YYYY-MM-DDThh:mm:ssZ`: every event has to carry one.
 */
export function deadlineCalendar(entries: readonly CalendarEntry[], stamp: string): string {
  const calendar = ical({
    prodId: { company: 'tenantry', product: 'deadlines', language: 'ZH' },
    name: '政务云办理期限',
  })
  for (const entry of entries) {
    const { state, due, endEvent } = entry.deadline
    const status = shown.get(state)
    if (status === undefined || due === undefined || endEvent !== undefined) continue
    const summary = plain(`${entry.system}：${entry.deadline.definition.name}（${status}）`)
    const event = calendar.createEvent({
      id: identityOf(entry),
      start: new Date(`${due}T00:00:00Z`),
      allDay: true,
      stamp: new Date(stamp),
      summary,
      description: plain(descriptionOf(entry)),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    for (const secondsBefore of alarmsOf(entry, due)) {
      event
        .createAlarm({ type: ICalAlarmType.display, triggerBefore: secondsBefore, description: summary })
        // Without it, the library counts an alarm of the day itself from the day's end; as an option it is not read.
        .relatesTo(ICalAlarmRelatesTo.start)
    }
  }
  return `${calendar.toString()}\r\n`
}

function identityOf({ address, deadline }: CalendarEntry): string {
  return `${address}/${deadline.definition.id}/${deadline.startEvent ?? deadline.start ?? 'unannounced'}@tenantry`
}

function descriptionOf({ responsible, deadline, ground }: CalendarEntry): string {
  const { start, dueAt, assumesTimes, unpublishedYears } = deadline
  const provisional =
    unpublishedYears.length === 0 ? [] : [`${unpublishedYears.join('、')} 年放假安排尚未公布，日期待定`]
  const time = dueAt === undefined ? [] : [`截止时刻：${dueAt}`]
  const assumed = assumesTimes === true ? ['环节没有写明时刻（at），从严计算'] : []
  return [
    `依据：${ground}`,
    `责任方：${responsible}`,
    `起算日：${start}`,
    ...time,
    ...assumed,
    ...provisional,
  ].join('\n')
}

/** Seconds before the start of the due day; negative after it. */
function alarmsOf({ deadline, calendar }: CalendarEntry, due: string): readonly number[] {
  if (deadline.state === 'missed') return []
  const workingDayBefore = addWorkingDays(calendar, due, -1).value
  return [workingDayBefore, due].map(
    date => (dayOf(due) - dayOf(date)) * daySeconds - alarmHour * hourSeconds,
  )
}

/** RFC 5545 §3.3.11 allows no control characters but the line break, which the library escapes. */
function plain(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ')
}
