import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import { askedOpenings, exposureBasisAfter } from '../entitlement/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Surroundings } from '../model/model.ts'
import { widenings } from '../network/coverage.ts'
import type { Opening } from '../network/exposure.ts'
import { answerOf } from './procedure.ts'

/**
 * What the grant of an event, or the grant that answers its request, opens that was not open before; while a request waits,
 * what the manifest asks for. A grant from before openings were granted opens nothing that could be told.
 */
export function newOpenings(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: SystemManifest,
  index: number,
): readonly Opening[] {
  const { history } = system
  const event = history[index]
  if (event === undefined) return []
  const isRequest = entryOf(profile.lifecycle.events, event.event)?.requests === true
  if (event.grants === undefined && !isRequest) return []
  const answer = event.grants === undefined ? answerOf(profile, history, index) : index
  const basisAfter = (events: number) => exposureBasisAfter(model, system, events)
  if (answer === undefined) return widenings(askedOpenings(system), basisAfter(index + 1).openings, event.on)
  const after = basisAfter(answer + 1)
  if (after.kind === 'inherited') return []
  return widenings(after.openings, basisAfter(answer).openings, history[answer]?.on)
}
