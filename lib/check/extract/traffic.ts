import type { System } from '../../model/model.ts'
import { view } from '../../model/view.ts'
import { type TrafficRule, trafficIn, trafficRule } from '../../network/traffic.ts'
import { type ExtractedModel, extractIn } from './extract.ts'

/** An ingress or egress rule of a system that does not name the system itself. */
export interface TrafficExtract {
  readonly zone: string
  readonly direction: TrafficRule['direction']
  readonly index: number
  readonly peerText: string
  readonly protocol: TrafficRule['protocol']
  readonly ports?: readonly (number | string)[]
}

export function trafficExtractsOf(system: System): readonly TrafficExtract[] {
  return trafficIn(system)
    .filter(({ peer }) => peer.kind !== 'self')
    .map(({ zone, direction, index, peerText, protocol, ports }) => ({
      zone,
      direction,
      index,
      peerText,
      protocol,
      ...(ports === undefined ? {} : { ports }),
    }))
}

/** Every rule towards somebody else, system by system. */
export const outwardRulesOf = view((model: ExtractedModel): readonly TrafficRule[] =>
  model.systems.flatMap(system =>
    extractIn(model, system).traffic.map(({ zone, direction, index, ...fact }) =>
      trafficRule(system, zone, direction, index, fact),
    ),
  ),
)
