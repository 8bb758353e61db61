import type { DesiredPart, DesiredSystem } from './desired-state.ts'

/** A part of a system that has networks; without a tier it is what lies in none. */
export interface PlacedPart extends DesiredPart {
  readonly tier: string | undefined
}

/** The parts of a system that have networks: what is in no tier, then the tiers. */
export function partsWithNetworks({
  networks,
  rules,
  tiers = [],
}: Pick<DesiredSystem, 'networks' | 'rules' | 'tiers'>): readonly PlacedPart[] {
  return [{ tier: undefined, networks, rules }, ...tiers].filter(part => part.networks.length > 0)
}
