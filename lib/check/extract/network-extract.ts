import type { DataPath } from '../../finding/finding.ts'
import type { System } from '../../model/model.ts'
import type { PlainCidr } from '../../network/cidr.ts'
import { networkTextsIn } from '../../network/written-networks.ts'

/** A readable network of a system in a zone. */
export interface NetworkExtract extends PlainCidr {
  readonly zone: string
  readonly tier?: string
  readonly path: DataPath
}

/** One under the other version's key is left out, as a rule reports it. */
export function networkExtractsOf(system: System): readonly NetworkExtract[] {
  return networkTextsIn(system).flatMap(({ zone, tier, path, version, reading: { cidr } }) =>
    cidr === undefined || cidr.version !== version
      ? []
      : [{ zone, ...(tier === undefined ? {} : { tier }), path, ...cidr.toPlain() }],
  )
}
