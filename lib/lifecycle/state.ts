import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import type { Resources } from './lifecycle-graph.ts'
import { type Misfit, type Position, replay, startOf } from './replay.ts'

/** The position after the last event that fits; states are keys of the profile's `lifecycle.states`. */
export interface Lifecycle extends Position {
  readonly misfits: readonly Misfit[]
}

interface Known {
  readonly profile: JurisdictionProfile
  readonly history: readonly HistoryEvent[]
  readonly byDay: Map<string, Lifecycle>
}

/** Rules look at one system after the other, and many ask about the same days: what is known is of the last history. */
let last: Known | undefined

/** The state of a system at the end of the day `asOf`, by its history. */
export function stateOf(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf: string,
): Lifecycle {
  if (last?.profile !== profile || last.history !== history) last = { profile, history, byDay: new Map() }
  const state = last.byDay.get(asOf) ?? stateAnew(profile, history, asOf)
  last.byDay.set(asOf, state)
  return state
}

function stateAnew(profile: JurisdictionProfile, history: readonly HistoryEvent[], asOf: string): Lifecycle {
  const misfits: Misfit[] = []
  let position = startOf(profile)
  for (const { state, below, resources, misfit } of replay(profile, history, asOf)) {
    position = { state, below, resources }
    if (misfit !== undefined) misfits.push(misfit)
  }
  return { ...position, misfits }
}

/** What stands in the cloud for a system on a day, by the profile's word for its state. */
export function resourcesOf(profile: JurisdictionProfile, system: SystemManifest, date: string): Resources {
  return stateOf(profile, system.history, date).resources
}
