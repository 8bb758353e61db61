import { BlockstorageVolumeTypeAccessV3 } from '@cdktf/provider-openstack/lib/blockstorage-volume-type-access-v3'
import { ComputeFlavorAccessV2 } from '@cdktf/provider-openstack/lib/compute-flavor-access-v2'
import { DataOpenstackComputeAggregateV2 } from '@cdktf/provider-openstack/lib/data-openstack-compute-aggregate-v2'
import { Construct } from 'constructs'
import type { DesiredSystem } from '../../lib/desired-state/index.ts'
import { addressName, flavorName, registerName, volumeTypeName } from '../names.ts'
import { mapEntryOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'
import type { Project } from './project.ts'

export interface AccessProps<Z extends string> {
  readonly project: Project<NoInfer<Z>>
  readonly record: DesiredSystem<NoInfer<Z>>
}

/** The private flavors and volume types that a project was granted. */
export class Access<Z extends string> extends Construct {
  constructor(stack: ZoneStack<Z>, { project, record }: AccessProps<Z>) {
    super(stack, 'access')
    for (const flavor of record.flavors) {
      new ComputeFlavorAccessV2(this, addressName.flavor(flavor), {
        flavorId: flavorName(flavor),
        tenantId: project.id,
      })
    }
    if (record.volumeTypes.length === 0) return
    const scope = new Construct(this, 'volume-types')
    const register = new DataOpenstackComputeAggregateV2(this, addressName.only('register'), {
      name: registerName,
    })
    for (const type of record.volumeTypes) {
      new BlockstorageVolumeTypeAccessV3(scope, addressName.only(type), {
        volumeTypeId: mapEntryOf(register, 'metadata', volumeTypeName(type)),
        projectId: project.id,
      })
    }
  }
}
