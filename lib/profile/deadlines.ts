import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { calendarOf, type Deadline, evaluateDeadlines } from '../clock/index.ts'
import { nextLineEnd } from '../entitlement/index.ts'
import type { Surroundings, System } from '../model/model.ts'
import { caseOf } from './case.ts'
import { holds } from './condition.ts'
import { bindsOn } from './decisions.ts'
import { signalSubject } from './signal-subject.ts'
import { signalsOf } from './signals.ts'
import { termDeadlines } from './terms.ts'

/** Every deadline that a system's history has started, as it stands at the end of a day. */
export function deadlinesOf(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
  asOf: string = model.asOf,
): readonly Deadline[] {
  const lineEnd = nextLineEnd(system.value, asOf)
  const calendar = calendarOf(model.catalogue.calendar?.value, profile.metadata.id)
  const subject = {
    history: system.value.history,
    signals: signalsOf(profile, signalSubject(model, system), asOf),
    applies: (condition: Parameters<typeof holds>[0], index: number) =>
      holds(condition, caseOf(model, profile, system, index)),
    caseDates: { 'construction-end': system.value.project?.period?.to, 'line-end': lineEnd },
  }
  const { history } = system.value
  const definitions = [...(profile.deadlines ?? []), ...termDeadlines(profile)].filter(
    definition => lineEnd !== undefined || !isOfLines(definition),
  )
  return evaluateDeadlines(definitions, subject, calendar, asOf).filter(({ definition, start, endEvent }) =>
    bindsOn(profile, definition, start ?? history[endEvent ?? 0]?.on ?? asOf),
  )
}

/** What has no line that ends waits for none. */
function isOfLines({ days }: DeadlineDefinition): boolean {
  return 'caseDate' in days && days.caseDate === 'line-end'
}
