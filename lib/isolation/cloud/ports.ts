import { listAt, textAt, valueAt } from '../../deliver/json.ts'
import type { Draft, Loosened } from '../model.ts'
import { ownerOf } from './owner.ts'
import type { CloudReader, CloudSource } from './reader.ts'

/** Device owners of the ports by which routers stand in subnets (`neutron_lib.constants.ROUTER_INTERFACE_OWNERS`). */
const interfaceOwners: ReadonlySet<string> = new Set([
  'network:router_interface',
  'network:router_interface_distributed',
  'network:ha_router_replicated_interface',
])

/** Those that routers have beside: for their uplink, for each other, and for addresses that they share. */
const otherRouterOwners: ReadonlySet<string> = new Set([
  'network:router_gateway',
  'network:router_ha_interface',
  'network:router_centralized_snat',
])

export const readPorts: CloudReader = (source, draft) => {
  const { lists, named } = source
  for (const port of lists.of('ports')) {
    const owner = textAt(port, 'device_owner') ?? ''
    const isRouters = lists.find('routers', textAt(port, 'device_id')) !== undefined
    if (isRouters && interfaceOwners.has(owner)) readInterface(source, port, draft)
    if (isRouters && (interfaceOwners.has(owner) || otherRouterOwners.has(owner))) continue
    if (isOfNeutron(port, owner)) continue
    const project = named.project(ownerOf(port))
    for (const by of loosenings(port, owner))
      draft.loosened.push({ project, by, origin: named.origin('port', port) })
  }
}

function readInterface({ named }: CloudSource, port: unknown, { interfaces, unread }: Draft): void {
  const origin = named.origin('port', port)
  const router = named.object(textAt(port, 'device_id'))
  for (const subnet of subnetsOf(port)) {
    if (subnet === undefined) unread.push({ origin, attribute: 'fixed_ips' })
    else interfaces.push({ router, subnet: named.object(subnet), origin })
  }
}

function subnetsOf(port: unknown): readonly (string | undefined)[] {
  return listAt(port, 'fixed_ips').map(address => textAt(address, 'subnet_id'))
}

/**
 * Ports that Neutron's own agents plug in. Their devices are called after the network (`get_device_id` of its
 * dhcp_rpc_base.py, `ovnmeta` of OVN), and the port of a floating IP is no project's (`_create_floatingip` of its l3_db.py);
 * whoever takes the owner's name alone passes for one and is none.
 */
function isOfNeutron(port: unknown, owner: string): boolean {
  const device = textAt(port, 'device_id') ?? ''
  const network = textAt(port, 'network_id') ?? ''
  if (owner === 'network:dhcp')
    return device === 'reserved_dhcp_port' || (/^dhcp.*-/.test(device) && device.endsWith(network))
  if (owner === 'network:distributed') return device === `ovnmeta-${network}`
  return owner === 'network:floatingip' && (ownerOf(port) ?? '') === ''
}

function* loosenings(port: unknown, owner: string): Generator<Loosened['by']> {
  if (valueAt(port, 'port_security_enabled') === false) yield 'port-security'
  if (listAt(port, 'allowed_address_pairs').length > 0) yield 'address-pairs'
  if (owner.startsWith('network:')) yield 'trusted-device'
  if ((textAt(port, 'binding:vnic_type') ?? 'normal') !== 'normal') yield 'direct-binding'
}
