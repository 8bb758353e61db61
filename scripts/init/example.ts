import { resourcesOf } from '../../lib/lifecycle/index.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { peerOf } from '../../lib/model/peer.ts'

/**
 * The system that a new repository starts with: one that needs no other, best one in formal use. Without a wish, the
 * regulation is the one in force that was issued last.
 */
export function exampleFor(model: Model, jurisdiction: string | undefined): System {
  const candidates = jurisdiction === undefined ? jurisdictionsInForce(model) : [jurisdiction]
  const found = candidates.flatMap(id => examplesIn(model, id))[0]
  if (found === undefined)
    throw new Error(`the example tree has no system for ${candidates.join(', ')} that stands alone`)
  return found
}

function jurisdictionsInForce(model: Model): string[] {
  return [...model.catalogue.jurisdictions]
    .filter(([, { value }]) => (value.regulation.expires ?? model.asOf) >= model.asOf)
    .sort(([, a], [, b]) => ((a.value.regulation.issued ?? '') < (b.value.regulation.issued ?? '') ? 1 : -1))
    .map(([id]) => id)
}

function examplesIn(model: Model, jurisdiction: string): System[] {
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  if (profile === undefined) return []
  const ranks = { formal: 0, trial: 1, none: 2 } as const
  const rank = ({ value }: System) => ranks[resourcesOf(profile, value, model.asOf)]
  return model.systems
    .filter(system => system.value.metadata.jurisdiction === jurisdiction && standsAlone(system))
    .sort((a, b) => rank(a) - rank(b))
}

function standsAlone({ value }: System): boolean {
  const ends = Object.values(value.zones).flatMap(({ ingress = [], egress = [] }) => [
    ...ingress.map(({ from }) => from),
    ...egress.map(({ to }) => to),
  ])
  return ends.every(end => peerOf(end).kind !== 'system')
}
