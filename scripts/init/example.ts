import { resourcesOf } from '../../lib/lifecycle/index.ts'
import type { Model, System, Unit } from '../../lib/model/model.ts'
import { peerOf } from '../../lib/network/peer.ts'
import { lastDayInForce } from '../../lib/profile/validity.ts'

/** What a new repository starts with: a system, and whatever it cannot be without. */
export interface Example {
  readonly jurisdiction: string
  readonly systems: readonly System[]
  readonly units: readonly Unit[]
}

/**
 * The example of a regulation: a system in formal use if there is one, and of several the one that needs the fewest
 * others. Without a wish, the regulation is the one in force that was issued last.
 */
export function exampleFor(model: Model, jurisdiction: string | undefined): Example {
  const candidates = jurisdiction === undefined ? jurisdictionsInForce(model) : [jurisdiction]
  const found = candidates.flatMap(id => examplesIn(model, id))[0]
  if (found === undefined) throw new Error(`the example tree has no system for ${candidates.join(', ')}`)
  return found
}

function jurisdictionsInForce(model: Model): string[] {
  return [...model.catalogue.jurisdictions]
    .filter(([, { value }]) => (lastDayInForce(value) ?? model.asOf) >= model.asOf)
    .sort(([, a], [, b]) => ((a.value.regulation.issued ?? '') < (b.value.regulation.issued ?? '') ? 1 : -1))
    .map(([id]) => id)
}

const ranks = { formal: 0, trial: 1, none: 2 } as const

function examplesIn(model: Model, jurisdiction: string): Example[] {
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  if (profile === undefined) return []
  return model.systems
    .filter(({ value }) => value.metadata.jurisdiction === jurisdiction)
    .map(system => {
      const systems = withPeers(model, system)
      const rank = ranks[resourcesOf(profile, system.value, model.asOf)]
      return { rank, example: { jurisdiction, systems, units: unitsOf(model, systems) } }
    })
    .sort((a, b) => a.rank - b.rank || a.example.systems.length - b.example.systems.length)
    .map(({ example }) => example)
}

/** The system, those that its rules name, those that theirs name, and so on. */
function withPeers(model: Model, system: System): System[] {
  const found = new Set([system])
  for (const member of found) for (const peer of peersOf(model, member)) found.add(peer)
  return [...found]
}

function peersOf(model: Model, { value }: System): System[] {
  const ends = Object.values(value.zones).flatMap(({ ingress = [], egress = [] }) => [
    ...ingress.map(({ from }) => from),
    ...egress.map(({ to }) => to),
  ])
  return ends.map(peerOf).flatMap(peer => {
    if (peer.kind !== 'system') return []
    const system = model.systemByAddress.get(`${value.metadata.jurisdiction}/${peer.unit}/${peer.system}`)
    return system === undefined ? [] : [system]
  })
}

/** The systems' units, and those that apply on behalf of one that may not apply itself. */
function unitsOf(model: Model, systems: readonly System[]): Unit[] {
  const found = new Set<Unit>()
  const add = (jurisdiction: string, id: string | undefined) => {
    const unit = model.unitByAddress.get(`${jurisdiction}/${id}`)
    if (unit !== undefined) found.add(unit)
  }
  for (const { value } of systems) add(value.metadata.jurisdiction, value.metadata.unit)
  for (const { value } of found) add(value.metadata.jurisdiction, value.applyingUnit)
  return [...found]
}
