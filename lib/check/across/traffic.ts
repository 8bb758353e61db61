import type { System } from '../../model/model.ts'
import { type TrafficRule, trafficIn, trafficRule } from '../traffic.ts'
import { view } from '../view.ts'
import { type FactualModel, factsIn } from './facts.ts'

/** An ingress or egress rule of a system that does not name the system itself. */
export interface TrafficFact {
  readonly zone: string
  readonly direction: TrafficRule['direction']
  readonly index: number
  readonly peerText: string
  readonly protocol: TrafficRule['protocol']
  readonly ports?: readonly (number | string)[]
}

export function trafficFactsOf(system: System): readonly TrafficFact[] {
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
export const outwardRulesOf = view((model: FactualModel): readonly TrafficRule[] =>
  model.systems.flatMap(system =>
    factsIn(model, system).traffic.map(({ zone, direction, index, ...fact }) =>
      trafficRule(system, zone, direction, index, fact),
    ),
  ),
)
