import type { Belief } from '../../generated/types/platform.ts'
import type { Catalogue, Sourced } from '../model/model.ts'
import type { HeldBelief } from './judge.ts'

/** Every belief of a catalogue: those of the platform first, which are about all, then those of each jurisdiction. */
export function heldBeliefs({ platform, jurisdictions }: Catalogue): readonly HeldBelief[] {
  return [
    ...beliefsIn(platform, undefined),
    ...[...jurisdictions].flatMap(([id, profile]) => beliefsIn(profile, id)),
  ]
}

function beliefsIn(
  { document, value }: Sourced<{ readonly beliefs?: readonly Belief[] }>,
  jurisdiction: string | undefined,
): readonly HeldBelief[] {
  return (value.beliefs ?? []).map((belief, index) => ({
    belief,
    at: document.at(['beliefs', index]),
    jurisdiction,
  }))
}
