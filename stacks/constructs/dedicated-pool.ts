import { ComputeAggregateV2 } from '@cdktf/provider-openstack/lib/compute-aggregate-v2'
import { Construct } from 'constructs'
import type { DesiredDedicatedPool } from '../../lib/desired-state/index.ts'
import { addressName, aggregateName, poolTrait } from '../names.ts'
import type { ZoneStack } from '../zone-stack.ts'

/**
 * The hosts of a dedicated pool: an availability zone of their own, and closed to every flavor that does not require
 * the pool's trait (Nova's isolated aggregates; `enable_isolated_aggregate_filtering` in nova.conf).
 */
export class DedicatedPool<Z extends string> extends Construct {
  constructor(stack: ZoneStack<Z>, { id, availabilityZone, hosts }: DesiredDedicatedPool) {
    super(stack, `pool_${id}`)
    new ComputeAggregateV2(this, addressName.only(`pool-${id}`), {
      name: aggregateName(id),
      zone: availabilityZone,
      hosts: [...hosts],
      metadata: { [`trait:${poolTrait(id)}`]: 'required' },
    })
  }
}
