import { listAt, textAt } from '../../deliver/json.ts'
import { identified } from '../../stack-policy/reference.ts'
import { identityOf } from '../identity.ts'
import type { Loosened } from '../model.ts'
import type { Readers } from './reader.ts'

/** Ports and routes: no stack of the tool makes any, and none passes for harmless. */
export const portReaders: Readers = {
  openstack_networking_port_v2: ({ part, origin, identity }, { loosened }) => {
    const project = identity('tenant_id')
    if (project === undefined) return
    for (const by of loosenings(part.attributes)) loosened.push({ project, by, origin })
  },
  openstack_networking_router_route_v2: ({ part, stack, cloud, origin, unread }, { routes }) => {
    const router = identified(stack, part.attributes.router_id)
    const project = identityOf(stack, cloud, router?.attributes.tenant_id)
    const destination = textAt(part.attributes, 'destination_cidr')
    const nextHop = textAt(part.attributes, 'next_hop')
    if (project === undefined) unread('router_id')
    else if (destination === undefined) unread('destination_cidr')
    else routes.push({ project, destination, nextHop: nextHop ?? '', origin })
  },
}

function* loosenings(attributes: unknown): Generator<Loosened['by']> {
  const { port_security_enabled: guarded, no_security_groups: groupless } = Object(attributes)
  if (guarded === false || groupless === true) yield 'port-security'
  if (listAt(attributes, 'allowed_address_pairs').length > 0) yield 'address-pairs'
  if (textAt(attributes, 'device_owner')?.startsWith('network:')) yield 'trusted-device'
  const types = listAt(attributes, 'binding').map(binding => textAt(binding, 'vnic_type') ?? 'normal')
  if (types.some(type => type !== 'normal')) yield 'direct-binding'
}
