import { identified } from '../../stack-policy/reference.ts'
import { identityOf } from '../identity.ts'
import type { Credential, RoleAssignment } from '../model.ts'
import type { Reader, Readers, Source } from './reader.ts'

export const identityReaders: Readers = {
  openstack_identity_project_v3: ({ part, origin, cloud, identity, self, unread }, { projects }) => {
    if (part.attributes.is_domain === true) return
    const domain = identity('domain_id')
    const name = part.attributes.name
    if (typeof name !== 'string') {
      unread('name')
      return
    }
    if (domain !== undefined && self !== undefined) projects.push({ id: self, origin, domain, name, cloud })
  },
  openstack_identity_role_assignment_v3: assignmentReader(false),
  openstack_identity_inherit_role_assignment_v3: assignmentReader(true),
  openstack_identity_application_credential_v3: credentialReader('application-credential'),
  openstack_identity_ec2_credential_v3: credentialReader('ec2-key'),
}

function assignmentReader(inherited: boolean): Reader {
  return (source, { assignments }) => {
    const { part, stack, origin, unread } = source
    const on = source.identity(part.attributes.project_id === undefined ? 'domain_id' : 'project_id')
    const role = identified(stack, part.attributes.role_id)?.attributes.name
    const holder = holderOf(source)
    if (typeof role !== 'string') unread('role_id')
    else if (holder === undefined) unread('group_id')
    else if (on !== undefined) assignments.push({ on, role, holder, inherited, origin })
  }
}

/** A holder that is named by an id alone stands for itself: it is in no domain that anybody declared. */
function holderOf({ part, stack, cloud }: Source): RoleAssignment['holder'] | undefined {
  const { group_id: group, user_id: user } = part.attributes
  const value = group ?? user
  const kind = group === undefined ? 'user' : 'group'
  const found = identified(stack, value)
  if (found === undefined) return typeof value === 'string' ? { kind, name: value, domain: '' } : undefined
  const name = found.attributes.name
  const domain = identityOf(stack, cloud, found.attributes.domain_id)
  return typeof name === 'string' && domain !== undefined ? { kind, name, domain } : undefined
}

/** Whoever applies the stack is the one that the credential acts for, and its project the one that it acts in. */
function credentialReader(kind: Credential['kind']): Reader {
  return ({ part, stack, cloud, origin }, { credentials }) => {
    const { project_id: project, user_id: user, unrestricted, expires_at: expires } = part.attributes
    credentials.push({
      kind,
      project: identityOf(stack, cloud, project) ?? '',
      person: typeof user === 'string' ? user : '',
      unrestricted: unrestricted === true,
      expires: typeof expires === 'string',
      origin,
    })
  }
}
