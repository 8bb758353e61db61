import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { comingDecision } from '../evidence/index.ts'
import type { Surroundings, System } from '../model/model.ts'
import { type Prohibited, prohibitionsAt } from '../profile/prohibitions.ts'

/** A prohibition that an event falls under, and where it is told. */
export interface ProhibitedEvent {
  /** The event of the history that it is told of. */
  readonly index: number
  readonly event: string
  readonly prohibited: Prohibited
}

/**
 * What is forbidden of a history, and of the approval that a waiting request asks for: once a record holds the approval,
 * nobody could take it out again.
 */
export function prohibitedIn(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
): readonly ProhibitedEvent[] {
  if ((profile.prohibitions ?? []).length === 0) return []
  const own = system.value.history.flatMap(({ event, on }, index) =>
    prohibitionsAt(model, profile, system, { event, index, on }).map(prohibited => ({
      index,
      event,
      prohibited,
    })),
  )
  return [...own, ...prohibitedAnswers(model, profile, system)]
}

function prohibitedAnswers(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
): readonly ProhibitedEvent[] {
  const coming = comingDecision(model, profile, system)
  if (coming === undefined) return []
  return coming.decided.flatMap(at => {
    const { event = '', on = '' } = coming.system.value.history[at] ?? {}
    return prohibitionsAt(model, profile, coming.system, { event, index: at, on }).map(prohibited => ({
      index: coming.request,
      event,
      prohibited,
    }))
  })
}
