import { listAt, textAt, valueAt } from '../../deliver/json.ts'
import type { Loosened } from '../model.ts'
import { ownerOf } from './owner.ts'
import type { CloudReader } from './reader.ts'

export const readPorts: CloudReader = ({ lists, named }, { interfaces, loosened, unread }) => {
  const routers = new Set(lists.of('routers').map(entry => textAt(entry, 'id')))
  for (const port of lists.of('ports')) {
    const origin = named.origin('port', port)
    const device = textAt(port, 'device_id')
    const owner = textAt(port, 'device_owner') ?? ''
    if (owner.startsWith('network:router') && routers.has(device)) {
      if (owner !== 'network:router_gateway')
        for (const subnet of subnetsOf(port)) {
          if (subnet === undefined) unread.push({ origin, attribute: 'fixed_ips' })
          else interfaces.push({ router: named.object(device), subnet: named.object(subnet), origin })
        }
      continue
    }
    if (isOfNeutron(port, owner)) continue
    const project = named.project(ownerOf(port))
    for (const by of loosenings(port, owner)) loosened.push({ project, by, origin })
  }
}

function subnetsOf(port: unknown): readonly (string | undefined)[] {
  return listAt(port, 'fixed_ips').map(address => textAt(address, 'subnet_id'))
}

/**
 * Ports that Neutron's own agents plug in. Their devices are called after the network (`get_device_id` of its
 * dhcp_rpc_base.py, `ovnmeta` of OVN); whoever takes the owner's name alone passes for one and is none.
 */
function isOfNeutron(port: unknown, owner: string): boolean {
  const device = textAt(port, 'device_id') ?? ''
  const network = textAt(port, 'network_id') ?? ''
  if (owner === 'network:dhcp')
    return device === 'reserved_dhcp_port' || (/^dhcp.*-/.test(device) && device.endsWith(network))
  if (owner === 'network:distributed') return device === `ovnmeta-${network}`
  return owner === 'network:floatingip'
}

function* loosenings(port: unknown, owner: string): Generator<Loosened['by']> {
  if (valueAt(port, 'port_security_enabled') === false) yield 'port-security'
  if (listAt(port, 'allowed_address_pairs').length > 0) yield 'address-pairs'
  if (owner.startsWith('network:')) yield 'trusted-device'
  if ((textAt(port, 'binding:vnic_type') ?? 'normal') !== 'normal') yield 'direct-binding'
}
