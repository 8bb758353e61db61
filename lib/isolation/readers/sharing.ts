import { textAt } from '../../deliver/json.ts'
import type { Draft } from '../model.ts'
import type { Reader, Readers, Source } from './reader.ts'

/** What a policy of Neutron may open beside networks; the rest of its words is not known to the model. */
const shareable: ReadonlySet<string> = new Set([
  'address_group',
  'address_scope',
  'bgpvpn',
  'qos_policy',
  'security_group',
  'subnetpool',
])

export const sharingReaders: Readers = {
  openstack_networking_rbac_policy_v2: readPolicy,
  openstack_networking_address_group_v2: sharedFlag('address-group'),
  openstack_networking_addressscope_v2: sharedFlag('address-scope'),
  openstack_networking_qos_policy_v2: sharedFlag('qos-policy'),
  openstack_networking_subnetpool_v2: sharedFlag('subnet-pool'),
}

function readPolicy(source: Source, draft: Draft): void {
  const { part, origin, identity, unread } = source
  const { action, object_type: type } = part.attributes
  if (type === 'network') {
    readNetworkPolicy(source, draft)
    return
  }
  if (typeof type !== 'string' || !shareable.has(type)) {
    unread('object_type')
    return
  }
  if (action !== 'access_as_shared') {
    unread('action')
    return
  }
  const [owner, target] = [identity('object_id'), identity('target_tenant')]
  if (owner !== undefined && target !== undefined) draft.objects.push({ kind: type, owner, target, origin })
}

function readNetworkPolicy({ part, origin, identity, unread }: Source, { shares }: Draft): void {
  const { action } = part.attributes
  if (action !== 'access_as_shared' && action !== 'access_as_external') {
    unread('action')
    return
  }
  const [network, target] = [identity('object_id'), identity('target_tenant')]
  if (network !== undefined && target !== undefined) shares.push({ network, target, action, origin })
}

/** An object that is open to every project by a flag of its own. */
function sharedFlag(kind: string): Reader {
  return ({ part, origin, identity, unread }, { objects }) => {
    const { shared } = part.attributes
    if ((shared ?? false) === false) return
    if (shared !== true) unread('shared')
    const owner = textAt(part.attributes, 'project_id') === undefined ? '' : identity('project_id')
    if (owner !== undefined) objects.push({ kind, owner, target: '*', origin })
  }
}
