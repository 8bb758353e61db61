import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Model, System } from '../model/model.ts'

/** The profile that a change to a system is judged by: the target branch's, or the new one of a new jurisdiction. */
export function judgingProfile(base: Model, head: Model, system: System): JurisdictionProfile | undefined {
  const id = system.value.metadata.jurisdiction
  return (base.catalogue.jurisdictions.get(id) ?? head.catalogue.jurisdictions.get(id))?.value
}

export interface JudgedSystem {
  readonly before: System
  readonly system: System
  readonly profile: JurisdictionProfile
}

/** Every system that both sides have, with the profile that its change is judged by. */
export function* judgedSystems(base: Model, head: Model): Generator<JudgedSystem> {
  for (const system of head.systems) {
    const before = base.systemByAddress.get(system.address)
    const profile = judgingProfile(base, head, system)
    if (before !== undefined && profile !== undefined) yield { before, system, profile }
  }
}
