import { DataOpenstackIdentityRoleV3 } from '@cdktf/provider-openstack/lib/data-openstack-identity-role-v3'
import { IdentityGroupV3 } from '@cdktf/provider-openstack/lib/identity-group-v3'
import { IdentityProjectV3 } from '@cdktf/provider-openstack/lib/identity-project-v3'
import { IdentityRoleAssignmentV3 } from '@cdktf/provider-openstack/lib/identity-role-assignment-v3'
import { Construct } from 'constructs'
import type { DesiredUnit, DesiredZone } from '../lib/desired-state/index.ts'
import { addressName, domainName, groupName, roleName, stackName } from './names.ts'
import { idOf } from './reference.ts'
import { domainRole } from './roles.ts'
import { ZoneStack } from './zone-stack.ts'

/**
 * A using unit's domain in a zone, with the groups whose members are the unit's own affair. Both groups may read the
 * domain, so that its people find their projects; what they may do is said project by project. The provider's own
 * people get no role at all (XS-31.1: the authority holds the highest rights; XS-31.2: least privilege).
 */
export class UnitStack<Z extends string> extends ZoneStack<Z> {
  constructor(scope: Construct, zone: DesiredZone<Z>, record: DesiredUnit<NoInfer<Z>>) {
    super(scope, stackName.unit(zone.id, record.jurisdiction, record.unit), zone)
    const domain = new IdentityProjectV3(this, addressName.only('domain'), {
      name: domainName(record.jurisdiction, record.unit),
      description: record.name,
      isDomain: true,
      enabled: true,
    })
    const reader = new DataOpenstackIdentityRoleV3(this, addressName.only('reader'), {
      name: roleName[domainRole],
    })
    const assignments = new Construct(this, 'assignments')
    for (const [role, name] of Object.entries(groupName)) {
      const group = new IdentityGroupV3(this, addressName.only(role), { name, domainId: idOf(domain) })
      new IdentityRoleAssignmentV3(assignments, addressName.only(role), {
        domainId: idOf(domain),
        groupId: idOf(group),
        roleId: idOf(reader),
      })
    }
  }
}
