import type { System } from '../../model/model.ts'
import { type TrafficRule, trafficIn } from '../../network/traffic.ts'

/** An ingress or egress rule of a system towards somebody else. */
export interface TrafficExtract {
  readonly zone: string
  readonly tier?: string
  readonly direction: TrafficRule['direction']
  readonly path: TrafficRule['path']
  readonly peerText: string
  readonly protocol: TrafficRule['protocol']
  readonly ports?: readonly (number | string)[]
  readonly icmpTypes?: NonNullable<TrafficRule['icmpTypes']>
}

export function trafficExtractsOf(system: System): readonly TrafficExtract[] {
  return trafficIn(system)
    .filter(({ peer: { kind } }) => kind !== 'self' && kind !== 'tier')
    .map(({ zone, tier, direction, path, peerText, protocol, ports, icmpTypes }) => ({
      zone,
      ...(tier === undefined ? {} : { tier }),
      direction,
      path,
      peerText,
      protocol,
      ...(ports === undefined ? {} : { ports }),
      ...(icmpTypes === undefined ? {} : { icmpTypes }),
    }))
}
