import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { profileOf } from '../entitlement/index.ts'
import type { Location } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import type { Surroundings, System } from '../model/model.ts'
import { systemView } from '../model/view.ts'
import { caseOf } from '../profile/case.ts'
import { isDeferred } from '../profile/deferral.ts'
import { requirementsAt, type UnmetRequirement, unmetRequirementOf } from '../profile/requirements.ts'
import { place, placeOfKey } from './place.ts'

/** What one event of one system lacks by one requirement of its regulation. */
export interface UnmetAtEvent {
  readonly system: System
  readonly profile: JurisdictionProfile
  readonly index: number
  readonly event: HistoryEvent
  /** The event's name in the office's words. */
  readonly name: string
  readonly unmet: UnmetRequirement
  /** Whether an emergency lets the papers follow by the day agreed. */
  readonly deferred: boolean
}

/** Everything owed at any event that has happened, computed once for all rules that report a part of it. */
export const unmetRequirementsIn = systemView((around, system): readonly UnmetAtEvent[] => {
  const profile = profileOf(around, system)
  return profile === undefined ? [] : unmetOf(around, profile, system)
})

function unmetOf(model: Surroundings, profile: JurisdictionProfile, system: System): readonly UnmetAtEvent[] {
  const { jurisdiction, unit: unitId } = system.value.metadata
  const unit = model.unitByAddress.get(`${jurisdiction}/${unitId}`)?.value
  // Half of what may be owed stands in the unit's file. That it is not there is a finding of its own.
  if (unit === undefined) return []
  return system.value.history.flatMap((event, index) => {
    const at = { system: system.value, unit, index, on: event.on }
    const requirements = requirementsAt(profile, event.event, caseOf(model, profile, system, index))
    return requirements.flatMap(requirement => {
      const unmet = unmetRequirementOf(model, requirement, at)
      if (unmet === undefined) return []
      const name = entryOf(profile.lifecycle.events, event.event)?.name ?? event.event
      const deferred = isDeferred(profile, requirement, system.value.history, index)
      return [{ system, profile, index, event, name, unmet, deferred }]
    })
  })
}

/** Where papers are added: the event's list of papers, or the event itself while it has none. */
export function placeOfPapers({ system, index, event }: UnmetAtEvent): Location {
  return event.papers === undefined
    ? place(system, 'history', index, 'event')
    : placeOfKey(system, 'history', index, 'papers')
}
