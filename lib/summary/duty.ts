import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Deadline } from '../clock/index.ts'
import type { Text } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import { distanceInWords } from '../profile/deadline-words.ts'
import { citedGround } from '../profile/decisions.ts'
import { partTerm, roleTerm } from '../term/index.ts'

/** Something that somebody has to do by a day. */
export interface Duty {
  readonly name: Text
  readonly actor: Text
  /** The last day, `YYYY-MM-DD`. */
  readonly due: string
  /** Its time, `hh:mm`, where the deadline runs in hours. */
  readonly dueAt: string | undefined
  readonly urgency: 'overdue' | 'due-soon' | 'due'
  /** How far off the day is, or how long ago it was. */
  readonly distance: Text
  /** Ids of the events that meet it. */
  readonly events: readonly string[]
  /** The article, or who decided; empty where neither is said. */
  readonly ground: Text
  /** Whether the calendar of a year that it is counted over is not published yet. */
  readonly isProvisional: boolean
}

const urgencies = {
  missed: 'overdue',
  'due-soon': 'due-soon',
  running: 'due',
} as const satisfies Partial<Record<Deadline['state'], Duty['urgency']>>

/** Of open deadlines those that somebody can miss, the nearest first: a minimum period only says when something may begin. */
export function dutiesOf(profile: JurisdictionProfile, deadlines: readonly Deadline[]): readonly Duty[] {
  return deadlines
    .flatMap(deadline => dutyOf(profile, deadline))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

function dutyOf(profile: JurisdictionProfile, deadline: Deadline): readonly Duty[] {
  const { definition, state, due, dueAt, unpublishedYears } = deadline
  const urgency = entryOf(urgencies, state)
  if (definition.direction !== 'at-most' || due === undefined || urgency === undefined) return []
  return [
    {
      name: partTerm(definition),
      actor: roleTerm(profile, definition.responsible),
      due,
      dueAt,
      urgency,
      distance: distanceInWords(deadline) ?? { zh: '', en: '' },
      events: definition.until,
      ground: citedGround(profile, definition),
      isProvisional: unpublishedYears.length > 0,
    },
  ]
}
