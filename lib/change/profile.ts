import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Model, System } from '../model/model.ts'

/** The profile that a change to a system is judged by: the target branch's, or the new one of a new jurisdiction. */
export function judgingProfile(base: Model, head: Model, system: System): JurisdictionProfile | undefined {
  const id = system.value.metadata.jurisdiction
  return (base.catalogue.jurisdictions.get(id) ?? head.catalogue.jurisdictions.get(id))?.value
}
