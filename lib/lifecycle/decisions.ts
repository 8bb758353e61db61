import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { view } from '../model/view.ts'
import { askersIn, reachedWithoutAsking } from './asking.ts'
import { type Position, positionAfter } from './replay.ts'

/**
 * Whether an event is a decision on a request: what needs an approval or grants anything, and of what others do than the
 * asking, the steps from a request to it and the refusals in its place. Requests, deliveries and reports are none.
 */
export function isDecision(profile: JurisdictionProfile, event: string): boolean {
  return decisionsIn(profile).has(event)
}

const decisionsIn = view((profile: JurisdictionProfile): ReadonlySet<string> => {
  const asking = askersIn(profile)
  const asked = statesOfRequests(profile)
  const events = Object.entries(profile.lifecycle.events)
  const decisive = new Set(events.flatMap(([, { approval, from }]) => (approval === undefined ? [] : from)))
  const waits = (state: string) => !reachedWithoutAsking(profile, state).isDisjointFrom(decisive)
  return new Set(
    events.flatMap(([id, { actor, approval, grants = 'forbidden', refuses, requests, from, to }]) => {
      if (approval !== undefined || grants !== 'forbidden') return [id]
      if (requests === true || (actor !== undefined && asking.has(actor))) return []
      if (refuses === true) return from.some(waits) ? [id] : []
      const isStep = to !== undefined && waits(to) && from.some(state => state !== to && asked.has(state))
      return isStep ? [id] : []
    }),
  )
})

/**
 * The decisions that bring a request to its approval, as ids of events, that one the last: the shortest way, and of two of
 * one length that whose events the profile names first. Undefined where none leads there. What may be opened before anybody
 * has asked is the answer to a request only where that asks for this very approval, as an emergency does.
 *
 * @param kind of approval; any without it
 */
export function wayToApproval(
  profile: JurisdictionProfile,
  from: Position,
  kind?: string,
): readonly string[] | undefined {
  const decisive = Object.entries(profile.lifecycle.events).filter(
    ([id, { refuses, requests, approval }]) => {
      if (refuses === true || !isDecision(profile, id)) return false
      return requests !== true || (approval !== undefined && approval === kind)
    },
  )
  const ways: { readonly position: Position; readonly way: readonly string[] }[] = [
    { position: from, way: [] },
  ]
  const seen = new Set([from.state])
  for (const { position, way } of ways)
    for (const [id, event] of decisive) {
      const next = positionAfter(profile, event, position)
      if (next === undefined) continue
      const isApproval = event.approval !== undefined
      if (isApproval && (kind === undefined || event.approval === kind)) return [...way, id]
      if (isApproval || seen.has(next.state)) continue
      seen.add(next.state)
      ways.push({ position: next, way: [...way, id] })
    }
  return undefined
}

/** The way to the first of some kinds of approval that a request can come to; undefined where it comes to none. */
export function wayToAnyOf(
  profile: JurisdictionProfile,
  from: Position,
  kinds: Iterable<string>,
): readonly string[] | undefined {
  for (const kind of kinds) {
    const way = wayToApproval(profile, from, kind)
    if (way !== undefined) return way
  }
  return undefined
}

/** Where requests lead, and where others than the asking bring them from there. */
function statesOfRequests(profile: JurisdictionProfile): ReadonlySet<string> {
  const made = Object.values(profile.lifecycle.events).flatMap(({ requests, approval, from, to }) =>
    requests === true && approval === undefined ? (to === undefined ? from : [to]) : [],
  )
  return new Set(made.flatMap(state => [...reachedWithoutAsking(profile, state)]))
}
