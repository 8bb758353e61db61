export {
  addWorkingDays,
  type Calendar,
  type Counted,
  calendarOf,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from './calendar.ts'
export { addCalendarDays, addMonths, calendarDaysBetween, dayIn } from './day.ts'
export {
  type Deadline,
  type DeadlineSubject,
  evaluateDeadlines,
} from './deadline.ts'
export { type CalendarEntry, deadlineCalendar } from './ics.ts'
export type { Applies, ClockEvent } from './occurrence.ts'
export type { CaseDates } from './term.ts'
export type { DeadlineState, Span } from './verdict.ts'
export { isWrittenDay, writtenYears } from './written-day.ts'
