import type { System } from '../../model/model.ts'
import { view } from '../../model/view.ts'
import { Cidr } from '../../network/cidr.ts'
import type { SystemNetwork } from '../../network/written-networks.ts'
import { type ExtractedModel, extractIn } from './extract.ts'
import type { NetworkExtract } from './network-extract.ts'

/** Every readable network of a system that has not come to its end; see `systemNetworksIn`. */
export const heldNetworksOf = view((model: ExtractedModel): readonly SystemNetwork[] =>
  model.systems.flatMap(system => {
    const { hasEnded, networks } = extractIn(model, system)
    return hasEnded ? [] : networks.map(fact => networkOf(system, fact))
  }),
)

/** The IPv4 networks of a system in a zone, also of one that has come to its end. */
export function networksOf(model: ExtractedModel, system: System, zone: string): readonly Cidr[] {
  return extractIn(model, system).networks.flatMap(fact =>
    fact.zone === zone && fact.version === 4 ? [Cidr.fromPlain(fact)] : [],
  )
}

function networkOf(system: System, fact: NetworkExtract): SystemNetwork {
  const { zone, tier, path } = fact
  return { system, zone, tier, cidr: Cidr.fromPlain(fact), path }
}
