import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { profileOf } from '../entitlement/index.ts'
import { comingDecision } from '../evidence/index.ts'
import type { Location, Text } from '../finding/finding.ts'
import { unitAddressOf } from '../model/address.ts'
import type { Surroundings, System } from '../model/model.ts'
import { systemView } from '../model/view.ts'
import { type Owed, owedAt } from '../profile/owed.ts'
import { eventTerm } from '../term/index.ts'
import { place, placeOfKey } from './place.ts'

/** What one event of one system lacks by one requirement of its regulation. */
export interface UnmetAtEvent extends Owed {
  readonly system: System
  readonly profile: JurisdictionProfile
  readonly index: number
  readonly event: HistoryEvent
  readonly name: Text
}

/** Everything owed at any event that has happened, computed once for all rules that report a part of it. */
export const unmetRequirementsIn = systemView((around, system): readonly UnmetAtEvent[] => {
  const profile = profileOf(around, system)
  return profile === undefined ? [] : unmetOf(around, profile, system)
})

function unmetOf(model: Surroundings, profile: JurisdictionProfile, system: System): readonly UnmetAtEvent[] {
  // Half of what may be owed stands in the unit's file. That it is not there is a finding of its own.
  if (!model.unitByAddress.has(unitAddressOf(system))) return []
  const own = system.value.history.flatMap((event, index) => {
    const name = eventTerm(profile, event.event)
    return owedAt(model, profile, system, { event: event.event, index, on: event.on }).map(owed => ({
      system,
      profile,
      index,
      event,
      name,
      ...owed,
    }))
  })
  return [...own, ...unmetByAnswer(model, profile, system, own)]
}

/**
 * What the approval of a waiting request would be without, told of the request: once it is merged and recorded nobody could
 * add it to the decision. What the request is without itself is told once, and what may follow is told when it is late.
 */
function unmetByAnswer(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
  own: readonly UnmetAtEvent[],
): readonly UnmetAtEvent[] {
  const coming = comingDecision(model, profile, system)
  const event = coming && system.value.history[coming.request]
  if (coming === undefined || event === undefined) return []
  const told = new Set(own.filter(one => one.index === coming.request).map(one => one.unmet.requirement))
  return coming.decided.flatMap(index => {
    const decided = coming.system.value.history[index]?.event ?? ''
    const name = eventTerm(profile, decided)
    return owedAt(model, profile, coming.system, { event: decided, index, on: event.on })
      .filter(({ unmet, deferred }) => !deferred && !told.has(unmet.requirement))
      .map(owed => ({ system, profile, index: coming.request, event, name, ...owed }))
  })
}

/** Where papers are added: the event's list of papers, or the event itself while it has none. */
export function placeOfPapers({ system, index, event }: UnmetAtEvent): Location {
  return event.papers === undefined
    ? place(system, 'history', index, 'event')
    : placeOfKey(system, 'history', index, 'papers')
}
