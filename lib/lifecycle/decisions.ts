import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { askersIn, reachedWithoutAsking } from './asking.ts'

const known = new WeakMap<JurisdictionProfile, ReadonlySet<string>>()

/**
 * Whether an event is a decision on a request: what needs an approval, and of what others do than the asking, the steps
 * from a request to it and the refusals in its place. Requests, deliveries and reports are none.
 */
export function isDecision(profile: JurisdictionProfile, event: string): boolean {
  const decisions = known.get(profile) ?? decisionsIn(profile)
  known.set(profile, decisions)
  return decisions.has(event)
}

function decisionsIn(profile: JurisdictionProfile): ReadonlySet<string> {
  const asking = askersIn(profile)
  const asked = statesOfRequests(profile)
  const events = Object.entries(profile.lifecycle.events)
  const decisive = new Set(events.flatMap(([, { approval, from }]) => (approval === undefined ? [] : from)))
  const waits = (state: string) => !reachedWithoutAsking(profile, state).isDisjointFrom(decisive)
  return new Set(
    events.flatMap(([id, { actor, approval, refuses, requests, from, to }]) => {
      if (approval !== undefined) return [id]
      if (requests === true || (actor !== undefined && asking.has(actor))) return []
      if (refuses === true) return from.some(waits) ? [id] : []
      const isStep = to !== undefined && waits(to) && from.some(state => state !== to && asked.has(state))
      return isStep ? [id] : []
    }),
  )
}

/** Where requests lead, and where others than the asking bring them from there. */
function statesOfRequests(profile: JurisdictionProfile): ReadonlySet<string> {
  const made = Object.values(profile.lifecycle.events).flatMap(({ requests, approval, from, to }) =>
    requests === true && approval === undefined ? (to === undefined ? from : [to]) : [],
  )
  return new Set(made.flatMap(state => [...reachedWithoutAsking(profile, state)]))
}
