import type { Construct } from 'constructs'
import type { DesiredPlatform, DesiredZone } from '../lib/desired-state/index.ts'
import { AddressSpace } from './constructs/address-space.ts'
import { DedicatedPool } from './constructs/dedicated-pool.ts'
import { EgressNetwork } from './constructs/egress-network.ts'
import { Flavors } from './constructs/flavors.ts'
import { PlatformProject } from './constructs/platform-owner.ts'
import { VolumeTypes } from './constructs/volume-types.ts'
import { stackName } from './names.ts'
import { ZoneStack } from './zone-stack.ts'

/** What a zone has once: its addresses, its way out, and what the catalogue offers in it. */
export class PlatformStack<Z extends string> extends ZoneStack<Z> {
  constructor(scope: Construct, zone: DesiredZone<Z>, record: DesiredPlatform<NoInfer<Z>>) {
    super(scope, stackName.platform(zone.id), zone)
    const { addressPools, egress, flavors, volumeTypes, dedicatedPools } = record
    const owner = new PlatformProject<Z>(this)
    const addressSpace = new AddressSpace<Z>(this, { owner, addressPools })
    new EgressNetwork<Z>(this, { owner, addressSpace, egress })
    new Flavors(this, { flavors, dedicatedPools: new Set(dedicatedPools.map(pool => pool.id)) })
    new VolumeTypes(this, volumeTypes)
    for (const pool of dedicatedPools) new DedicatedPool(this, pool)
  }
}
