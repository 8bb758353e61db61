import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Deadline } from '../../lib/clock/index.ts'
import type { System } from '../../lib/model/model.ts'
import { deadlineStanding } from '../../lib/profile/deadline-words.ts'
import { deciderOf } from '../../lib/profile/decisions.ts'
import { partTerm } from '../../lib/term/index.ts'
import { groundData, roleData, term } from './json-parts.ts'

/** One deadline, for programs: days as `YYYY-MM-DD`, distances as the clock counts them. */
export function deadlineData(profile: JurisdictionProfile, system: System, deadline: Deadline) {
  const { definition, state, start, due, endEvent, remaining, missedBy, unpublishedYears } = deadline
  return {
    deadline: term(definition.id, partTerm(definition)),
    ...groundData(profile, definition.article, deciderOf(profile, definition)),
    direction: definition.direction,
    role: roleData(profile, definition.responsible),
    standing: term(state, deadlineStanding(deadline)),
    start,
    due,
    ...(deadline.dueAt === undefined ? {} : { dueAt: deadline.dueAt }),
    ...(deadline.assumesTimes === undefined ? {} : { assumesTimes: deadline.assumesTimes }),
    done: endEvent === undefined ? undefined : system.value.history[endEvent]?.on,
    remaining,
    missedBy,
    unpublishedYears,
  }
}
