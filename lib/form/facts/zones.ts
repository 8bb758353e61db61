import { entryOf } from '../../model/entry.ts'
import type { Subject } from '../subject.ts'

/** What a zone is called under the subject's regulation; else on the platform; else its id. */
export function zoneNames({ profile, model }: Subject): (zone: string) => string {
  const platform = model.catalogue.platform.value.zones
  return zone => entryOf(profile.zones, zone)?.name ?? entryOf(platform, zone)?.name.zh ?? zone
}
