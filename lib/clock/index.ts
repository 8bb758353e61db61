export {
  addWorkingDays,
  type Calendar,
  type Counted,
  calendarOf,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from './calendar.ts'
export { addCalendarDays, addMonths, calendarDaysBetween } from './day.ts'
export {
  type Deadline,
  type DeadlineState,
  type DeadlineSubject,
  evaluateDeadlines,
  type Span,
} from './deadline.ts'
export { type CalendarEntry, deadlineCalendar } from './ics.ts'
export type { Applies, ClockEvent } from './occurrence.ts'
export type { CaseDates } from './term.ts'
