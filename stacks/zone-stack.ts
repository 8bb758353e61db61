import { OpenstackProvider } from '@cdktf/provider-openstack/lib/provider'
import { TerraformElement, TerraformStack } from 'cdktf'
import type { Construct, Node } from 'constructs'
import type { DesiredZone } from '../lib/desired-state/index.ts'
import { StateBackend } from './state-backend.ts'

/**
 * A stack of one zone: one provider for the zone's one cloud, and one state. Whatever is made in it has the zone's type
 * `Z`, so that a part of another zone cannot be handed to it.
 */
export class ZoneStack<Z extends string> extends TerraformStack {
  readonly zone: DesiredZone<Z>

  constructor(scope: Construct, name: string, zone: DesiredZone<Z>) {
    super(scope, name)
    this.zone = zone
    // The provider's exact version comes from the generated package, which is made from that version's schema.
    new OpenstackProvider(this, 'openstack', { cloud: zone.cloud, region: zone.region })
    new StateBackend(this, zone, name)
  }

  /**
   * The last part of the construct's path is its name in Terraform's addresses, made by `addressName`; the library's
   * own scheme drops characters, so that `a.b` and `ab` would become one resource.
   */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return TerraformElement.isTerraformElement(element) ? element.node.id : element.id
  }
}
