import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { isOver, stateOf } from '../lifecycle/index.ts'
import type { Surroundings, System } from '../model/model.ts'
import { systemView } from '../model/view.ts'

/** The profile of a system's jurisdiction; without one, a rule of its own says so and the others pass it by. */
export function profileOf(model: Surroundings, system: System): JurisdictionProfile | undefined {
  return model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
}

/** Whether a system's file stays only as the record of what was: its life is over. */
export const hasEnded = systemView((model, system): boolean => {
  const profile = profileOf(model, system)
  if (profile === undefined) return false
  return isOver(profile, stateOf(profile, system.value.history, model.asOf).state)
})
