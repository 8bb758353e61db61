import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import type { Holdings } from '../desired-state/outline.ts'
import { profileOf } from '../entitlement/index.ts'
import { canBeGranted, leadsOut, requestsServices, stateOf } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import { withoutNetworks } from '../network/zone-part.ts'

/** A repository as it would be were everything granted that some of its systems ask for. */
export interface Granted {
  readonly model: Model
  /** Those of the systems that wait for an answer. */
  readonly waiting: ReadonlySet<string>
  /** What one of those would hold. */
  readonly holdingsOf: (system: System) => Holdings
}

/** A request has changed nothing yet: whoever decides on it has to see what it would. */
export function asGranted(model: Model, addresses: ReadonlySet<string>): Granted {
  const granted = new Map<string, System>()
  for (const address of addresses) {
    const system = model.systemByAddress.get(address)
    const profile = system && profileOf(model, system)
    const answered = profile && answeredRequest(profile, system, model.asOf)
    if (answered !== undefined) granted.set(address, answered)
  }
  const now = (system: System): System => granted.get(system.address) ?? system
  const planned: Model = {
    ...model,
    systems: model.systems.map(now),
    systemByAddress: new Map([...model.systemByAddress].map(([address, system]) => [address, now(system)])),
  }
  return {
    model: planned,
    waiting: new Set(granted.keys()),
    holdingsOf: holdingsIn,
  }
}

function holdingsIn({ value: { history } }: System): Holdings {
  const zones = Object.keys(history.at(-1)?.grants ?? {})
  return { standings: Object.fromEntries(zones.map(zone => [zone, 'formal' as const])), pastGrants: {} }
}

/** The system with its last request granted, or gone where it is leaving; undefined where nobody waits for an answer. */
function answeredRequest(profile: JurisdictionProfile, system: System, day: string): System | undefined {
  const { history } = system.value
  const last = history.at(-1)
  const { state, below } = stateOf(profile, history, day)
  if (last !== undefined && below.length > 0 && leadsOut(profile, state))
    return answeredBy(system, { event: last.event, on: day, ...nothingLeft })
  // What is withdrawn before it was ever granted has nothing to return to, and waits no more.
  const request = canBeGranted(profile, [state]) ? waitingRequest(profile, system.value, day) : undefined
  return request && answeredBy(system, { event: request.event, on: day, ...askedFor(system.value) })
}

/** Without a word on openings what the manifest asks for would stand on. */
const nothingLeft = { grants: {}, exchange: [] } as const satisfies Partial<HistoryEvent>

function answeredBy(system: System, answer: HistoryEvent): System {
  const { value } = system
  return { ...system, value: { ...value, history: [...value.history, answer] } }
}

function waitingRequest(
  profile: JurisdictionProfile,
  { history }: SystemManifest,
  day: string,
): HistoryEvent | undefined {
  const last = history.findLast(({ event, grants, on }) => {
    const { requests, settles, refuses, returns } = entryOf(profile.lifecycle.events, event) ?? {}
    return on <= day && (grants !== undefined || [requests, settles, refuses, returns].includes(true))
  })
  if (last === undefined || last.grants !== undefined) return undefined
  return requestsServices(profile, last.event) ? last : undefined
}

function askedFor({ zones, exchange }: SystemManifest): Pick<HistoryEvent, 'grants' | 'exchange'> {
  const grants = Object.entries(zones).map(([zone, asked]) => [
    zone,
    // Without a word on openings a grant would be of the time before they were granted.
    { ingress: [], ...withoutNetworks(asked) },
  ])
  return { grants: Object.fromEntries(grants), exchange: exchange ?? [] }
}
