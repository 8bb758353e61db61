import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { PlatformChange } from '../../generated/types/platform.ts'
import type { DataPath } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'

export interface ProfiledChange {
  readonly change: PlatformChange
  /** From the root of the platform file. */
  readonly path: DataPath
  readonly profile: JurisdictionProfile
}

/** The changes to the platform, each with the regulation that it goes by. */
export function platformChanges({ catalogue }: Model): readonly ProfiledChange[] {
  return (catalogue.platform.value.changes ?? []).flatMap((change, index) => {
    const profile = catalogue.jurisdictions.get(change.jurisdiction)?.value
    return profile === undefined ? [] : [{ change, path: ['changes', index], profile }]
  })
}
