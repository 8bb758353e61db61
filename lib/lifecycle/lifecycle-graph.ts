import type { JurisdictionProfile, LifecycleEvent } from '../../generated/types/jurisdiction.ts'
import { entryOf } from '../model/entry.ts'
import { resourcesIn } from './state.ts'

/** What a profile's graph says of its states, apart from any system. */
interface Analysis {
  /** States with resources, and those from which resources can come without a new grant. */
  readonly kept: ReadonlySet<string>
  /** States with resources, and those from which resources can come at all. */
  readonly alive: ReadonlySet<string>
}

const analyses = new WeakMap<JurisdictionProfile, Analysis>()

function analysisOf(profile: JurisdictionProfile): Analysis {
  const known = analyses.get(profile)
  if (known !== undefined) return known
  const computed = {
    kept: statesLeadingToResources(profile, event => event.grants !== 'required'),
    alive: statesLeadingToResources(profile, () => true),
  }
  analyses.set(profile, computed)
  return computed
}

function statesLeadingToResources(
  profile: JurisdictionProfile,
  usable: (event: LifecycleEvent) => boolean,
): ReadonlySet<string> {
  const { states, events } = profile.lifecycle
  const leading = new Set(Object.keys(states).filter(state => resourcesIn(profile, state) !== 'none'))
  const ways = Object.values(events).filter(usable)
  for (let before = -1; before < leading.size; ) {
    before = leading.size
    for (const { from, to } of ways) {
      for (const state of from) if (leading.has(to ?? state)) leading.add(state)
    }
  }
  return leading
}

/** Whether a grant still stands in a state: after the end, only a new grant brings resources back. */
export function isKept(profile: JurisdictionProfile, state: string): boolean {
  return analysisOf(profile).kept.has(state)
}

/** Whether a system in a state has come to its end: no event can bring it resources any more. */
export function isOver(profile: JurisdictionProfile, state: string): boolean {
  return !analysisOf(profile).alive.has(state)
}

/** Whether a system in a state has nothing in the cloud, and no event moves it any further. */
export function isTerminal(profile: JurisdictionProfile, state: string): boolean {
  const leaves = ({ from, to }: LifecycleEvent) => from.includes(state) && to !== undefined && to !== state
  const { states, events } = profile.lifecycle
  return entryOf(states, state)?.resources === 'none' && !Object.values(events).some(leaves)
}

/**
 * Whether an event asks for services: it is a request, and a grant can answer it before another request is made. An exit
 * that a profile marks as a request asks for nothing.
 */
export function requestsServices({ lifecycle }: JurisdictionProfile, id: string): boolean {
  const event = entryOf(lifecycle.events, id)
  if (event?.requests !== true) return false
  if (event.grants !== undefined) return true
  const answers = Object.values(lifecycle.events).filter(({ requests }) => requests !== true)
  const reached = new Set(event.to === undefined ? event.from : [event.to])
  for (const state of reached) {
    for (const { from, to, grants } of answers) {
      if (!from.includes(state)) continue
      if (grants !== undefined) return true
      if (to !== undefined) reached.add(to)
    }
  }
  return false
}

/**
 * The shortest way from a state to one in which no grant is kept, as ids of events; empty in such a state, undefined where
 * none leads there. Of two ways of one length, that whose events the profile names first.
 */
export function wayOut(profile: JurisdictionProfile, state: string): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[state, []]])
  for (const [at, way] of ways) {
    if (!isKept(profile, at)) return way
    for (const [id, { from, to }] of Object.entries(profile.lifecycle.events))
      if (to !== undefined && from.includes(at) && !ways.has(to)) ways.set(to, [...way, id])
  }
  return undefined
}
