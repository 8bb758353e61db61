import { DataOpenstackIdentityProjectV3 } from '@cdktf/provider-openstack/lib/data-openstack-identity-project-v3'
import { IdentityProjectV3 } from '@cdktf/provider-openstack/lib/identity-project-v3'
import { Construct } from 'constructs'
import { addressName, platformOwner } from '../names.ts'
import { idOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'

/** The project that owns what belongs to a zone as a whole. */
export interface PlatformOwner<Z extends string> {
  readonly zone: Z
  readonly projectId: string
}

/** Makes the platform's domain and project. */
export class PlatformProject<Z extends string> extends Construct implements PlatformOwner<Z> {
  readonly zone: Z
  readonly projectId: string

  constructor(stack: ZoneStack<Z>) {
    super(stack, 'platform')
    const domain = new IdentityProjectV3(this, addressName.only('domain'), {
      name: platformOwner.domain,
      isDomain: true,
      enabled: true,
    })
    const project = new IdentityProjectV3(this, addressName.only('project'), {
      name: platformOwner.project,
      domainId: idOf(domain),
      enabled: true,
    })
    this.zone = stack.zone.id
    this.projectId = idOf(project)
  }
}

/**
 * Finds the platform's project from another stack. What it owns is looked up by name and owner: a tenant may give its
 * own network any name, but never to another project.
 */
export class PlatformLookup<Z extends string> extends Construct implements PlatformOwner<Z> {
  readonly zone: Z
  readonly projectId: string

  constructor(stack: ZoneStack<Z>) {
    super(stack, 'platform')
    const domain = new DataOpenstackIdentityProjectV3(this, addressName.only('platform-domain'), {
      name: platformOwner.domain,
      isDomain: true,
    })
    const project = new DataOpenstackIdentityProjectV3(this, addressName.only('platform'), {
      name: platformOwner.project,
      domainId: idOf(domain),
    })
    this.zone = stack.zone.id
    this.projectId = idOf(project)
  }
}
