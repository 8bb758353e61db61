import type { System } from '../../model/model.ts'
import { view } from '../../model/view.ts'
import { Cidr, type IpVersion } from '../../network/cidr.ts'
import { networkTextsIn, type SystemNetwork } from '../../network/written-networks.ts'
import { type ExtractedModel, extractIn } from './extract.ts'

/** A readable network of a system in a zone. */
export interface NetworkExtract {
  readonly zone: string
  readonly version: IpVersion
  /** The network address in hexadecimal: reading it takes a fraction of the time that the text takes. */
  readonly first: string
  readonly prefixLength: number
}

/** One under the other version's key is left out, as a rule reports it. */
export function networkExtractsOf(system: System): readonly NetworkExtract[] {
  return networkTextsIn(system).flatMap(({ zone, version, reading: { cidr } }) =>
    cidr === undefined || cidr.version !== version
      ? []
      : [{ zone, version, first: cidr.first.toString(16), prefixLength: cidr.prefixLength }],
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
  return fact === undefined ? undefined : cidrOf(fact)
}

function networkOf(system: System, fact: NetworkExtract): SystemNetwork {
  const path = ['zones', fact.zone, 'network', `ipv${fact.version}`]
  return { system, zone: fact.zone, cidr: cidrOf(fact), path }
}

function cidrOf({ version, first, prefixLength }: NetworkExtract): Cidr {
  return Cidr.at(version, BigInt(`0x${first}`), prefixLength)
}
