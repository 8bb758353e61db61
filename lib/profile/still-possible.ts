import type { JurisdictionProfile, LifecycleEvent } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { replay } from '../lifecycle/index.ts'
import { emergenciesIn } from './deferral.ts'

type Possible = (event: string, definition: LifecycleEvent, lacksEvents: boolean) => boolean

/**
 * Which of the events that fit a position there is still something to do by. A report or filing that leads nowhere is
 * done with once it was made, unless each time asks for one anew; it waits for what it is about; and papers are made
 * good only where an emergency has left some out.
 */
export function stillPossible(profile: JurisdictionProfile, history: readonly HistoryEvent[]): Possible {
  const happened = new Set(history.map(({ event }) => event))
  const anew = new Set(
    [...(profile.requirements ?? []), ...(profile.deadlines ?? []).map(asRecurring)].flatMap(
      ({ on, fresh }) => (fresh === true ? on : []),
    ),
  )
  const completes = profile.emergency?.completedBy
  const owesPapers = emergenciesIn(profile, history).some(({ completed }) => completed === undefined)
  return (event, definition, lacksEvents) => {
    if (event === completes) return owesPapers
    const { to, returns = false, requests = false } = definition
    if (to !== undefined || returns || requests) return true
    return !lacksEvents && (!happened.has(event) || anew.has(event))
  }
}

/** What ends a term and begins the next one comes again and again. */
function asRecurring({ from, until }: NonNullable<JurisdictionProfile['deadlines']>[number]): {
  readonly on: readonly string[]
  readonly fresh: boolean
} {
  return { on: until.filter(event => from.includes(event)), fresh: true }
}

/** The day on which the present state began; undefined before the first event. */
export function stateSince(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf: string,
): string | undefined {
  let [state, since] = [profile.lifecycle.initial, undefined as string | undefined]
  for (const step of replay(profile, history, asOf)) {
    if (step.state !== state) since = step.event.on
    state = step.state
  }
  return since
}
