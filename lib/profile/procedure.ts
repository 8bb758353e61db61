import type { JurisdictionProfile, LifecycleEvent } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'

type Mark = NonNullable<HistoryEvent['conditions']>[number] | NonNullable<LifecycleEvent['marks']>[number]

/** What an event is marked as: by itself, and by what the regulation makes of it. */
export function marksOf({ lifecycle }: JurisdictionProfile, event: HistoryEvent): readonly Mark[] {
  return [...(event.conditions ?? []), ...(entryOf(lifecycle.events, event.event)?.marks ?? [])]
}

/** Where the procedure begins to which an event belongs: the index of its request, or 0 where none came before it. */
export function procedureStart(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  index: number,
): number {
  const start = history.findLastIndex(
    ({ event }, at) => at <= index && entryOf(profile.lifecycle.events, event)?.requests === true,
  )
  return Math.max(0, start)
}

/** The index of the next grant after a request, or of the next request where it was refused; undefined while it waits. */
export function answerOf(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  index: number,
): number | undefined {
  const answer = history.findIndex(
    ({ event, grants }, at) =>
      at > index && (grants !== undefined || entryOf(profile.lifecycle.events, event)?.requests === true),
  )
  return answer < 0 ? undefined : answer
}
