import type { Belief } from '../../generated/types/platform.ts'
import type { Catalogue, Sourced } from '../model/model.ts'
import { citationOf } from '../term/citation.ts'
import type { HeldBelief } from './judge.ts'

/** Every belief of a catalogue: those of the platform first, which are about all, then those of each jurisdiction. */
export function heldBeliefs(catalogue: Catalogue): readonly HeldBelief[] {
  const { platform, jurisdictions } = catalogue
  return [
    ...beliefsIn(catalogue, platform, undefined),
    ...[...jurisdictions].flatMap(([id, profile]) => beliefsIn(catalogue, profile, id)),
  ]
}

function beliefsIn(
  catalogue: Catalogue,
  { document, value }: Sourced<{ readonly beliefs?: readonly Belief[] }>,
  jurisdiction: string | undefined,
): readonly HeldBelief[] {
  return (value.beliefs ?? []).map((belief, index) => ({
    belief,
    at: document.at(['beliefs', index]),
    jurisdiction,
    citation: belief.article === undefined ? undefined : citationOf(catalogue, belief.article),
  }))
}
