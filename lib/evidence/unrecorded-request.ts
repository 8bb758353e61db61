import type { HistoryEvent } from '../../generated/types/system.ts'
import { requestsIn, stateOf } from '../lifecycle/index.ts'
import type { Surroundings, System } from '../model/model.ts'

/** A request that nobody has answered, as an event of the history. */
export interface UnrecordedRequest {
  readonly index: number
  readonly event: HistoryEvent
}

/**
 * The request for which a system waits while no record holds what was decided on it: with evidence the reviews come
 * before the merge, so that a request that is merged and waits is one that nobody has recorded. Nothing is granted by it,
 * and nothing that follows a decision begins to run.
 */
export function unrecordedRequest(
  { catalogue, asOf }: Pick<Surroundings, 'catalogue' | 'asOf'>,
  { value }: System,
): UnrecordedRequest | undefined {
  const from = catalogue.platform.value.evidence?.from
  const profile = catalogue.jurisdictions.get(value.metadata.jurisdiction)?.value
  if (from === undefined || profile === undefined) return undefined
  const request = [...requestsIn(profile, value.history, asOf)].at(-1)
  if (request === undefined || request.event.on < from) return undefined
  const { state, below } = stateOf(profile, value.history, asOf)
  const isAnswered = state !== request.state || below.length !== request.below.length
  return isAnswered ? undefined : { index: request.index, event: request.event }
}
