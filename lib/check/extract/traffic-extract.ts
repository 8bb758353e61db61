import type { System } from '../../model/model.ts'
import { type TrafficRule, trafficIn } from '../../network/traffic.ts'

/** An ingress or egress rule of a system that does not name the system itself. */
export interface TrafficExtract {
  readonly zone: string
  readonly direction: TrafficRule['direction']
  readonly index: number
  readonly peerText: string
  readonly protocol: TrafficRule['protocol']
  readonly ports?: readonly (number | string)[]
  readonly icmpTypes?: NonNullable<TrafficRule['icmpTypes']>
}

export function trafficExtractsOf(system: System): readonly TrafficExtract[] {
  return trafficIn(system)
    .filter(({ peer }) => peer.kind !== 'self')
    .map(({ zone, direction, index, peerText, protocol, ports, icmpTypes }) => ({
      zone,
      direction,
      index,
      peerText,
      protocol,
      ...(ports === undefined ? {} : { ports }),
      ...(icmpTypes === undefined ? {} : { icmpTypes }),
    }))
}
