import type { JurisdictionProfile, Prohibition } from '../../../generated/types/jurisdiction.ts'
import type { DataPath } from '../../finding/finding.ts'

export interface PlacedProhibition {
  readonly prohibition: Prohibition
  readonly path: DataPath
}

/** The prohibitions of a profile with their places: those of the text, then those of decisions, taken or not. */
export function placedProhibitions({
  prohibitions = [],
  decisions = [],
}: JurisdictionProfile): readonly PlacedProhibition[] {
  return [
    ...prohibitions.map((prohibition, index) => ({ prohibition, path: ['prohibitions', index] })),
    ...decisions.flatMap((decision, at) =>
      (decision.prohibitions ?? []).map((prohibition, index) => ({
        prohibition,
        path: ['decisions', at, 'prohibitions', index],
      })),
    ),
  ]
}
