import { isRecord, textAt } from '../../../lib/deliver/json.ts'
import type { Find } from './finder.ts'
import { foundById } from './identity.ts'

/** Neutron lets names repeat; but two of a kind with one name in one project, one of them in no state, are ours. */
function named(path: string, key: string, owner = 'tenant_id'): Find {
  return async (cloud, argument) => {
    const [name, project] = [await argument('name'), await argument(owner)]
    if (name === undefined || project === undefined) return undefined
    return foundById((await cloud.list('network', path, key, { name, project_id: project }))[0])
  }
}

export const network = named('/networks', 'networks')
export const router = named('/routers', 'routers')
export const securityGroup = named('/security-groups', 'security_groups')
export const addressScope = named('/address-scopes', 'address_scopes', 'project_id')
export const subnetPool = named('/subnetpools', 'subnetpools', 'project_id')
export const qosPolicy = named('/qos/policies', 'policies', 'project_id')

export const subnet: Find = async (cloud, argument) => {
  const [name, networkId] = [await argument('name'), await argument('network_id')]
  if (name === undefined || networkId === undefined) return undefined
  return foundById((await cloud.list('network', '/subnets', 'subnets', { name, network_id: networkId }))[0])
}

/** Terraform knows an interface of a router by its port. */
export const routerInterface: Find = async (cloud, argument) => {
  const [routerId, subnetId] = [await argument('router_id'), await argument('subnet_id')]
  if (routerId === undefined || subnetId === undefined) return undefined
  const query = { device_id: routerId, fixed_ips: `subnet_id=${subnetId}` }
  const ports = await cloud.list('network', '/ports', 'ports', query)
  return foundById(ports.find(port => textAt(port, 'device_owner') !== 'network:router_gateway'))
}

export const rbacPolicy: Find = async (cloud, argument) => {
  const [object, action, target] = [
    await argument('object_id'),
    await argument('action'),
    await argument('target_tenant'),
  ]
  if (object === undefined || action === undefined || target === undefined) return undefined
  const query = { object_id: object, action, target_tenant: target }
  return foundById((await cloud.list('network', '/rbac-policies', 'rbac_policies', query))[0])
}

export const securityGroupRule: Find = async (cloud, argument) => {
  const group = await argument('security_group_id')
  if (group === undefined) return undefined
  const wanted = await Promise.all(
    ['direction', 'ethertype', 'protocol', 'port_range_min', 'port_range_max', 'remote_ip_prefix'].map(
      async name => [name, (await argument(name)) ?? ''] as const,
    ),
  )
  const query = { security_group_id: group }
  const rules = await cloud.list('network', '/security-group-rules', 'security_group_rules', query)
  return foundById(
    rules.find(rule => isRecord(rule) && wanted.every(([name, value]) => String(rule[name] ?? '') === value)),
  )
}

export const bandwidthLimit: Find = async (cloud, argument) => {
  const [policy, direction] = [await argument('qos_policy_id'), await argument('direction')]
  if (policy === undefined) return undefined
  const path = `/qos/policies/${policy}/bandwidth_limit_rules`
  const rules = await cloud.list('network', path, 'bandwidth_limit_rules')
  const found = foundById(rules.find(rule => textAt(rule, 'direction') === direction))
  return found && { ...found, importId: `${policy}/${found.importId}` }
}
