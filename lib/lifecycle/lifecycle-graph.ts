import type { JurisdictionProfile, LifecycleEvent } from '../../generated/types/jurisdiction.ts'
import { entryOf } from '../model/entry.ts'
import { view } from '../model/view.ts'

export type Resources = 'none' | 'trial' | 'formal'

/** What a state says that stands in the cloud while a system is in it; undefined where it keeps what stood before. */
export function resourcesIn({ lifecycle }: JurisdictionProfile, state: string): Resources | undefined {
  const said = entryOf(lifecycle.states, state)?.resources ?? 'none'
  return said === 'kept' ? undefined : said
}

/** What a profile's graph says of its states, apart from any system. */
interface Analysis {
  /** States with resources, and those from which resources can come without a new grant. */
  readonly kept: ReadonlySet<string>
  /** States with resources, and those from which resources can come at all. */
  readonly alive: ReadonlySet<string>
  /** States from which a procedure can still come back to where it branched off. */
  readonly returning: ReadonlySet<string>
}

const analysisOf = view(
  (profile: JurisdictionProfile): Analysis => ({
    kept: statesLeadingToResources(profile, event => event.grants !== 'required'),
    alive: statesLeadingToResources(profile, () => true),
    returning: statesThatReturn(profile),
  }),
)

function statesLeadingToResources(
  profile: JurisdictionProfile,
  usable: (event: LifecycleEvent) => boolean,
): ReadonlySet<string> {
  const states = Object.keys(profile.lifecycle.states)
  const withResources = states.filter(state => resourcesIn(profile, state) !== 'none')
  return statesLeadingTo(profile, withResources, usable)
}

/** Some states, and all from which usable events lead to one of them. */
function statesLeadingTo(
  profile: JurisdictionProfile,
  goals: readonly string[],
  usable: (event: LifecycleEvent) => boolean,
): ReadonlySet<string> {
  const leading = new Set(goals)
  const ways = Object.values(profile.lifecycle.events).filter(usable)
  for (let before = -1; before < leading.size; ) {
    before = leading.size
    for (const event of ways) {
      for (const state of event.from)
        if (targetsOf(profile, event, state).some(target => leading.has(target))) leading.add(state)
    }
  }
  return leading
}

/** Where an event may lead from a state: one that returns leads to wherever its procedure may have branched off. */
function targetsOf(profile: JurisdictionProfile, event: LifecycleEvent, state: string): readonly string[] {
  if (event.returns !== true) return [event.to ?? state]
  return branchesOf(profile).flatMap(({ from, within }) => (within.has(state) ? from : []))
}

interface Branch {
  /** Where it branches off. */
  readonly from: readonly string[]
  readonly within: ReadonlySet<string>
}

const branchesOf = view(({ lifecycle }: JurisdictionProfile): readonly Branch[] =>
  Object.values(lifecycle.events)
    .filter(({ branches }) => branches === true)
    .map(({ from, to }) => ({
      from,
      within: new Set(from.flatMap(start => [...withinBranch(lifecycle, to ?? start)])),
    })),
)

/** The states of a procedure that has branched off into a state, until it returns or another branches off. */
function withinBranch({ events }: JurisdictionProfile['lifecycle'], state: string): ReadonlySet<string> {
  const reached = new Set([state])
  for (const one of reached) {
    for (const { from, to, branches, returns } of Object.values(events)) {
      if (to !== undefined && branches !== true && returns !== true && from.includes(one)) reached.add(to)
    }
  }
  return reached
}

function statesThatReturn(profile: JurisdictionProfile): ReadonlySet<string> {
  const returning = Object.values(profile.lifecycle.events).filter(({ returns }) => returns === true)
  return statesLeadingTo(
    profile,
    returning.flatMap(({ from }) => from),
    ({ branches, returns }) => branches !== true && returns !== true,
  )
}

/** Whether a procedure in a state can still come back to where it branched off: it may be refused, withdrawn or done. */
export function canReturn(profile: JurisdictionProfile, state: string): boolean {
  return analysisOf(profile).returning.has(state)
}

/** Whether a grant still stands in a state: after the end, only a new grant brings resources back. */
export function isKept(profile: JurisdictionProfile, state: string): boolean {
  return analysisOf(profile).kept.has(state)
}

/** Whether the procedure that has branched off into a state ends where no grant stands any more: whoever is in it leaves. */
export function leadsOut(profile: JurisdictionProfile, state: string): boolean {
  return withinBranch(profile.lifecycle, state)
    .values()
    .some(reached => !isKept(profile, reached))
}

/** Whether a system in a state has come to its end: no event can bring it resources any more. */
export function isOver(profile: JurisdictionProfile, state: string): boolean {
  return !analysisOf(profile).alive.has(state)
}

/** Whether a system in a state has nothing in the cloud, and no event moves it any further. */
export function isTerminal(profile: JurisdictionProfile, state: string): boolean {
  const leaves = ({ from, to, returns }: LifecycleEvent) =>
    from.includes(state) && (returns === true || (to !== undefined && to !== state))
  const { states, events } = profile.lifecycle
  return entryOf(states, state)?.resources === 'none' && !Object.values(events).some(leaves)
}

/**
 * Whether a system in a state is on its way to another with resources: what is approved waits to be opened, to be tested,
 * to be used. A request, and a procedure that branches off, may come at any time and finish nothing.
 */
export function leadsOn(profile: JurisdictionProfile, state: string): boolean {
  return Object.values(profile.lifecycle.events).some(event => {
    if (!event.from.includes(state) || event.requests === true || event.branches === true) return false
    return targetsOf(profile, event, state).some(
      target => target !== state && resourcesIn(profile, target) !== 'none',
    )
  })
}

/**
 * Whether an event asks for services: it is a request, and a grant can answer it before another request is made. An exit
 * that a profile marks as a request asks for nothing.
 */
export function requestsServices({ lifecycle }: JurisdictionProfile, id: string): boolean {
  const event = entryOf(lifecycle.events, id)
  if (event?.requests !== true) return false
  return (
    event.grants !== undefined ||
    canBeGranted({ lifecycle }, event.to === undefined ? event.from : [event.to])
  )
}

/** Whether a grant can come in one of some states, or in what follows on them, before anybody asks again. */
export function canBeGranted(
  { lifecycle }: Pick<JurisdictionProfile, 'lifecycle'>,
  states: readonly string[],
): boolean {
  const answers = Object.values(lifecycle.events).filter(({ requests }) => requests !== true)
  const reached = new Set(states)
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
