import { DataOpenstackIdentityGroupV3 } from '@cdktf/provider-openstack/lib/data-openstack-identity-group-v3'
import { DataOpenstackIdentityProjectV3 } from '@cdktf/provider-openstack/lib/data-openstack-identity-project-v3'
import { DataOpenstackIdentityRoleV3 } from '@cdktf/provider-openstack/lib/data-openstack-identity-role-v3'
import { IdentityProjectV3 } from '@cdktf/provider-openstack/lib/identity-project-v3'
import { IdentityRoleAssignmentV3 } from '@cdktf/provider-openstack/lib/identity-role-assignment-v3'
import { Construct } from 'constructs'
import type { DesiredSystem } from '../../lib/desired-state/index.ts'
import { addressName, domainName, groupName, projectName, roleName } from '../names.ts'
import { idOf } from '../reference.ts'
import { projectRoles } from '../roles.ts'
import type { ZoneStack } from '../zone-stack.ts'

/** A system's project in its unit's domain, open to the unit's operators and, for reading, its auditors. */
export class Project<Z extends string> extends Construct {
  readonly zone: Z
  readonly id: string

  constructor(stack: ZoneStack<Z>, record: DesiredSystem<NoInfer<Z>>) {
    super(stack, 'project')
    this.zone = stack.zone.id
    const lookups = new Construct(this, 'lookups')
    const domain = new DataOpenstackIdentityProjectV3(lookups, addressName.only('domain'), {
      name: domainName(record.jurisdiction, record.unit),
      isDomain: true,
    })
    const project = new IdentityProjectV3(this, addressName.only('project'), {
      name: projectName(record.system),
      description: record.name,
      domainId: idOf(domain),
      enabled: true,
      tags: [record.standing],
    })
    this.id = idOf(project)
    const assignments = new Construct(this, 'assignments')
    for (const [group, role] of projectRoles) {
      const name = groupName[group]
      const found = new DataOpenstackIdentityGroupV3(lookups, addressName.only(group), {
        name,
        domainId: idOf(domain),
      })
      const granted = new DataOpenstackIdentityRoleV3(lookups, addressName.only(role), {
        name: roleName[role],
      })
      new IdentityRoleAssignmentV3(assignments, addressName.only(group), {
        projectId: this.id,
        groupId: idOf(found),
        roleId: idOf(granted),
      })
    }
  }
}
