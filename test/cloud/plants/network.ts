import { isRecord, textAt, valueAt } from '../../../lib/deliver/json.ts'
import { changed, made, type Plant, type Victim } from './plant.ts'

export const networkPlants: readonly Plant[] = [
  {
    title: 'a network that is shared with everybody',
    by: 'administrator',
    code: 'TY5202',
    plant: async ({ admin, network }) => ({
      id: network,
      remove: await changed(admin, `/networks/${network}`, 'network', { shared: true }, { shared: false }),
    }),
  },
  {
    title: 'a network that another project may use',
    by: 'administrator',
    code: 'TY5202',
    plant: ({ admin, network, stranger }) =>
      made(admin, 'network', '/rbac-policies', 'rbac_policy', {
        object_type: 'network',
        object_id: network,
        action: 'access_as_shared',
        target_tenant: stranger,
      }),
  },
  {
    title: 'a rule for everybody that nobody was granted',
    by: 'member',
    code: 'TY5212',
    plant: ({ member, group }) => rule(member, group, '0.0.0.0/0', 2375),
  },
  {
    title: 'a rule of IPv6 beside what is granted',
    by: 'member',
    code: 'TY5212',
    plant: ({ member, group }) => rule(member, group, '::/0', 2376),
  },
  {
    title: 'an uplink whose bandwidth nothing limits',
    by: 'administrator',
    code: 'TY5213',
    plant: async ({ admin, router }) => {
      const { body } = await admin.request('network', 'GET', `/routers/${router}`)
      const gateway = valueAt(body, 'router', 'external_gateway_info')
      if (!isRecord(gateway)) throw new Error('the router has no uplink')
      const { network_id, qos_policy_id } = gateway
      const remove = await changed(
        admin,
        `/routers/${router}`,
        'router',
        { external_gateway_info: { network_id, qos_policy_id: null } },
        { external_gateway_info: { network_id, qos_policy_id } },
      )
      return { id: router, remove }
    },
  },
  {
    title: 'a static route',
    by: 'member',
    code: 'TY5215',
    plant: async ({ member, router, subnet }) => {
      const { body } = await member.request('network', 'GET', `/subnets/${subnet}`)
      const first = textAt(body, 'subnet', 'gateway_ip')?.replace(/\d+$/, last => String(Number(last) + 5))
      const routes = [{ destination: '10.250.0.0/24', nexthop: first }]
      const remove = await changed(member, `/routers/${router}`, 'router', { routes }, { routes: [] })
      return { id: router, remove }
    },
  },
  {
    title: 'a port without port security',
    by: 'member',
    code: 'TY5214',
    plant: ({ member, network }) => port(member, network, { port_security_enabled: false }),
  },
  {
    title: 'a port that may send from any address',
    by: 'member',
    code: 'TY5214',
    plant: ({ member, network }) =>
      port(member, network, { allowed_address_pairs: [{ ip_address: '0.0.0.0/1' }] }),
  },
  {
    title: 'a subnet beside those that were granted',
    by: 'administrator',
    code: 'TY5216',
    plant: async ({ admin, project }) => {
      // Subnets of one network come from one pool, and so this one needs a network of its own.
      const network = await made(admin, 'network', '/networks', 'network', {
        name: 'theirs',
        project_id: project,
      })
      const subnet = await made(admin, 'network', '/subnets', 'subnet', {
        name: 'theirs',
        network_id: network.id,
        project_id: project,
        ip_version: 4,
        cidr: '192.168.77.0/24',
      })
      const remove = async () => {
        await subnet.remove()
        await network.remove()
      }
      return { id: subnet.id, remove }
    },
  },
  // Behind the others: ports that are made in it are without from then on.
  {
    title: 'a network without port security',
    by: 'member',
    code: 'TY5214',
    plant: async ({ member, network }) => ({
      id: network,
      remove: await changed(
        member,
        `/networks/${network}`,
        'network',
        { port_security_enabled: false },
        { port_security_enabled: true },
      ),
    }),
  },
]

function rule(member: Victim['member'], group: string, remote: string, at: number) {
  return made(member, 'network', '/security-group-rules', 'security_group_rule', {
    security_group_id: group,
    direction: 'ingress',
    ethertype: remote.includes(':') ? 'IPv6' : 'IPv4',
    protocol: 'tcp',
    port_range_min: at,
    port_range_max: at,
    remote_ip_prefix: remote,
  })
}

function port(member: Victim['member'], network: string, values: object) {
  const groups = 'port_security_enabled' in values ? { security_groups: [] } : {}
  return made(member, 'network', '/ports', 'port', {
    name: 'theirs',
    network_id: network,
    ...groups,
    ...values,
  })
}
