import { profileOf } from '../../entitlement/index.ts'
import { eventsFrom, stateOf } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'
import type { Surroundings, System } from '../../model/model.ts'

/** The event by which a system that stands may ask for something else. */
export interface ChangeRequest {
  readonly id: string
  readonly name: string
}

/**
 * The request that may come next on the model's day; undefined where none may: one still waits for its answer, the system
 * is on its way out, or its regulation knows no such request from where it stands.
 */
export function requestOf(model: Surroundings, system: System): ChangeRequest | undefined {
  const profile = profileOf(model, system)
  if (profile === undefined) return undefined
  const { events } = profile.lifecycle
  const position = stateOf(profile, system.value.history, model.asOf)
  if (position.resources === 'none') return undefined
  const id = eventsFrom(profile, position).find(one => {
    const event = entryOf(events, one)
    // Who may grant without being asked asks for nothing.
    return event?.requests === true && event.approval === undefined
  })
  return id === undefined ? undefined : { id, name: entryOf(events, id)?.name ?? id }
}
