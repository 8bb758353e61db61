import { type GrantedZone, grantsOn, hasEnded } from '../entitlement/index.ts'
import type { Model, System } from '../model/model.ts'

/** What a system holds on the model's day, by zone. Of one that is over the last grant stands on, and gives nothing. */
export function inForce(model: Model, system: System): ReadonlyMap<string, GrantedZone> {
  return hasEnded(model, system) ? new Map() : grantsOn(system.value, model.asOf)
}
