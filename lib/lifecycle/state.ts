import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'
import { type Misfit, replay } from './replay.ts'

export interface Lifecycle {
  /** The state after the last event that fits: a key of the profile's `lifecycle.states`. */
  readonly state: string
  readonly misfits: readonly Misfit[]
}

export type Resources = 'none' | 'trial' | 'formal'

/** The state of a system at the end of the day `asOf`, by its history. */
export function stateOf(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf: string,
): Lifecycle {
  const misfits: Misfit[] = []
  let state = profile.lifecycle.initial
  for (const step of replay(profile, history, asOf)) {
    state = step.state
    if (step.misfit !== undefined) misfits.push(step.misfit)
  }
  return { state, misfits }
}

/** What stands in the cloud for a system on a day, by the profile's word for its state. */
export function resourcesOf(profile: JurisdictionProfile, system: SystemManifest, date: string): Resources {
  return resourcesIn(profile, stateOf(profile, system.history, date).state)
}

/** What stands in the cloud for a system in a state. */
export function resourcesIn({ lifecycle }: JurisdictionProfile, state: string): Resources {
  return entryOf(lifecycle.states, state)?.resources ?? 'none'
}
