import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'

/** The index of the grant that settled the last request; undefined while a request waits for its answer. */
export function settledGrant(
  { lifecycle }: JurisdictionProfile,
  { history }: SystemManifest,
): number | undefined {
  const last = history.findLastIndex(({ event }) => {
    const definition = entryOf(lifecycle.events, event)
    return definition?.settles === true || definition?.requests === true
  })
  return last >= 0 && history[last]?.grants !== undefined ? last : undefined
}
