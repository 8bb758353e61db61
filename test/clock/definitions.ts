import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import type { Deadline } from '../../lib/clock/index.ts'
import { type Calendar, type ClockEvent, calendarOf, evaluateDeadlines } from '../../lib/clock/index.ts'

export const statutory = calendarOf()

/** A deadline in which only what a test is about has to be said. */
export function definition(members: Partial<DeadlineDefinition>): DeadlineDefinition {
  return {
    id: 'opening',
    name: '开通共享云资源',
    article: 'NW-2.3a',
    from: ['approved'],
    until: ['opened'],
    days: { working: 2 },
    direction: 'at-most',
    responsible: 'provider',
    ...members,
  }
}

/** `submitted 2025-01-24` as an event; a second date is its `until`. */
export function history(...lines: string[]): readonly ClockEvent[] {
  return lines.map(line => {
    const [event = '', on = '', until] = line.split(' ')
    return until === undefined ? { event, on } : { event, on, until }
  })
}

export function evaluate(
  members: Partial<DeadlineDefinition>,
  events: readonly ClockEvent[],
  asOf: string,
  calendar: Calendar = statutory,
): readonly Deadline[] {
  return evaluateDeadlines(
    [definition(members)],
    { history: events, applies: () => true, caseDates: {} },
    calendar,
    asOf,
  )
}

/** The due date of the only run of a deadline, as seen on the day of its last event. */
export function dueOf(
  members: Partial<DeadlineDefinition>,
  events: readonly ClockEvent[],
  calendar: Calendar = statutory,
): string | undefined {
  return evaluate(members, events, events.at(-1)?.on ?? '', calendar)[0]?.due
}
