import { BlockstorageQosAssociationV3 } from '@cdktf/provider-openstack/lib/blockstorage-qos-association-v3'
import { BlockstorageQosV3 } from '@cdktf/provider-openstack/lib/blockstorage-qos-v3'
import { BlockstorageVolumeTypeV3 } from '@cdktf/provider-openstack/lib/blockstorage-volume-type-v3'
import { ComputeAggregateV2 } from '@cdktf/provider-openstack/lib/compute-aggregate-v2'
import { Construct } from 'constructs'
import type { DesiredVolumeType } from '../../lib/desired-state/index.ts'
import { addressName, registerName, volumeTypeName } from '../names.ts'
import { idOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'

/** The zone's volume types, all of them private, with the performance that the catalogue promises. */
export class VolumeTypes<Z extends string> extends Construct {
  readonly #qos: Construct
  readonly #associations: Construct

  constructor(stack: ZoneStack<Z>, types: readonly DesiredVolumeType[]) {
    super(stack, 'volume-types')
    this.#qos = new Construct(this, 'qos')
    this.#associations = new Construct(this, 'associations')
    const ids = Object.fromEntries(types.map(type => [volumeTypeName(type.name), this.addType(type)]))
    if (types.length > 0) this.writeDown(ids)
  }

  private addType({ name, extraSpecs, qos }: DesiredVolumeType): string {
    const type = new BlockstorageVolumeTypeV3(this, addressName.only(name), {
      name: volumeTypeName(name),
      isPublic: false,
      ...(Object.keys(extraSpecs).length === 0 ? {} : { extraSpecs: { ...extraSpecs } }),
    })
    if (qos === undefined) return idOf(type)
    const specs = new BlockstorageQosV3(this.#qos, addressName.only(name), {
      name: volumeTypeName(name),
      consumer: qos.consumer,
      specs: { ...qos.specs },
    })
    new BlockstorageQosAssociationV3(this.#associations, addressName.only(name), {
      qosId: idOf(specs),
      volumeTypeId: idOf(type),
    })
    return idOf(type)
  }

  /**
   * Cinder gives a volume type a random id, takes only that id for granting access, and the provider cannot look a type
   * up by name. So its id is written down where other stacks can: in the labels of an aggregate without hosts, which
   * no scheduler ever meets.
   */
  private writeDown(ids: Record<string, string>): void {
    const register = new Construct(this, 'register')
    new ComputeAggregateV2(register, addressName.only('register'), { name: registerName, metadata: ids })
  }
}
