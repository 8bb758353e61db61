import type { System } from '../../model/model.ts'
import { view } from '../../model/view.ts'
import { Cidr, type PlainCidr } from '../../network/cidr.ts'
import { networkTextsIn, type SystemNetwork } from '../../network/written-networks.ts'
import { type ExtractedModel, extractIn } from './extract.ts'

/** A readable network of a system in a zone. */
export interface NetworkExtract extends PlainCidr {
  readonly zone: string
}

/** One under the other version's key is left out, as a rule reports it. */
export function networkExtractsOf(system: System): readonly NetworkExtract[] {
  return networkTextsIn(system).flatMap(({ zone, version, reading: { cidr } }) =>
    cidr === undefined || cidr.version !== version ? [] : [{ zone, ...cidr.toPlain() }],
  )
}

/** Every readable network of a system that has not come to its end; see `systemNetworksOf`. */
export const heldNetworksOf = view((model: ExtractedModel): readonly SystemNetwork[] =>
  model.systems.flatMap(system => {
    const { hasEnded, networks } = extractIn(model, system)
    return hasEnded ? [] : networks.map(fact => networkOf(system, fact))
  }),
)

/** The IPv4 network of a system in a zone, also of one that has come to its end. */
export function networkIn(model: ExtractedModel, system: System, zone: string): Cidr | undefined {
  const fact = extractIn(model, system).networks.find(
    network => network.zone === zone && network.version === 4,
  )
  return fact === undefined ? undefined : Cidr.fromPlain(fact)
}

function networkOf(system: System, fact: NetworkExtract): SystemNetwork {
  const path = ['zones', fact.zone, 'network', `ipv${fact.version}`]
  return { system, zone: fact.zone, cidr: Cidr.fromPlain(fact), path }
}
