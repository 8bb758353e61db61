import { ofAgents, ports } from './ports.ts'
import type { Query, ResourceType, Unmanaged } from './resource-type.ts'

const ofProject: Query = { project_id: '{owner}' }

/** Neutron lets names repeat; but two of a kind with one name in one project, one of them in no state, are ours. */
const byName = { query: { name: '{name}', project_id: '{tenant_id}' }, importId: '{id}' } as const

/** A using unit may have networks of its own beside ours. */
const besideTheirs = {
  listing: { by: 'collection', owner: ['project_id'] },
  places: { 'platform-project': 'any-name', 'system-project': 'our-names' },
} as const satisfies Unmanaged

const floatingIps = { service: 'network', path: '/floatingips', key: 'floatingips' } as const

export const networkTypes = [
  {
    kind: 'port',
    name: { zh: '端口', en: 'port' },
    collection: { service: 'network', path: '/ports', key: 'ports' },
    // Those of routers and of DHCP.
    madeByCloud: { field: 'device_owner', startsWith: 'network:' },
    leftover: { in: 'project', query: ofProject },
  },
  {
    kind: 'floating-ip',
    name: { zh: '浮动 IP', en: 'floating IP' },
    collection: { service: 'network', path: '/floatingips', key: 'floatingips' },
    leftover: { in: 'project', query: ofProject },
  },
  {
    type: 'openstack_networking_network_v2',
    kind: 'network',
    name: { zh: '网络', en: 'network' },
    drift: 'network',
    written: {
      owner: 'tenant_id',
      attributes: ['admin_state_up', 'name', 'port_security_enabled', 'segments', 'tenant_id'],
      known: ['name', 'port_security_enabled'],
    },
    lookedUp: { owner: 'tenant_id', attributes: ['name', 'tenant_id'] },
    collection: { service: 'network', path: '/networks', key: 'networks' },
    identity: byName,
    unmanaged: besideTheirs,
    heldBy: [
      { kind: 'port', collection: ports, query: { network_id: '{id}' }, except: ofAgents },
      {
        kind: 'subnet',
        collection: { service: 'network', path: '/subnets', key: 'subnets' },
        query: { network_id: '{id}' },
      },
    ],
    leftover: { in: 'project', query: ofProject },
    protection: {
      needsEvent: true,
      why: {
        zh: '云主机的端口都在网络内，网络消失则系统失联',
        en: 'the ports of servers are in it, and a system without it is cut off',
      },
    },
  },
  {
    type: 'openstack_networking_subnet_v2',
    kind: 'subnet',
    name: { zh: '子网', en: 'subnet' },
    drift: 'network',
    written: {
      owner: 'tenant_id',
      attributes: [
        'allocation_pool',
        'cidr',
        'dns_nameservers',
        'enable_dhcp',
        'gateway_ip',
        'ip_version',
        'ipv6_address_mode',
        'ipv6_ra_mode',
        'name',
        'network_id',
        'subnetpool_id',
        'tenant_id',
      ],
      known: ['cidr', 'name'],
    },
    collection: { service: 'network', path: '/subnets', key: 'subnets' },
    identity: { query: { name: '{name}', network_id: '{network_id}' }, importId: '{id}' },
    unmanaged: besideTheirs,
    heldBy: [{ kind: 'port', collection: ports, query: { fixed_ips: 'subnet_id={id}' }, except: ofAgents }],
    leftover: { not: 'lies in a network, which is asked for' },
    protection: {
      needsEvent: true,
      why: {
        zh: '云主机的地址出自子网，重建后地址不保',
        en: 'the addresses of servers come from it, and made anew it does not give the same ones back',
      },
    },
  },
  {
    type: 'openstack_networking_router_v2',
    kind: 'router',
    name: { zh: '路由器', en: 'router' },
    drift: 'network',
    written: {
      owner: 'tenant_id',
      attributes: [
        'admin_state_up',
        'external_network_id',
        'external_qos_policy_id',
        'lifecycle',
        'name',
        'tenant_id',
      ],
      known: ['name'],
    },
    collection: { service: 'network', path: '/routers', key: 'routers' },
    identity: byName,
    unmanaged: besideTheirs,
    heldBy: [
      { kind: 'floating-ip', collection: floatingIps, query: { router_id: '{id}' } },
      {
        kind: 'port',
        collection: ports,
        query: { device_id: '{id}' },
        except: [...ofAgents, { field: 'device_owner', is: 'network:router_gateway' }],
      },
    ],
    leftover: { in: 'project', query: ofProject },
    protection: {
      needsEvent: true,
      why: {
        zh: '系统进出各子网的流量都经过路由器',
        en: 'all traffic into and out of the subnets of a system passes through it',
      },
    },
  },
  {
    type: 'openstack_networking_router_interface_v2',
    kind: 'router-interface',
    name: { zh: '路由器接口', en: 'router interface' },
    drift: 'network',
    written: { attributes: ['router_id', 'subnet_id'] },
    // Terraform knows an interface of a router by its port.
    collection: { service: 'network', path: '/ports', key: 'ports' },
    identity: {
      query: { device_id: '{router_id}', fixed_ips: 'subnet_id={subnet_id}' },
      except: { field: 'device_owner', is: 'network:router_gateway' },
      importId: '{id}',
    },
    heldBy: [{ kind: 'floating-ip', collection: floatingIps, query: { router_id: '{router_id}' } }],
    leftover: { not: 'a part of a router, which is asked for' },
    protection: {
      needsEvent: true,
      why: { zh: '接口断开则该子网失联', en: 'the subnet is cut off without it' },
    },
  },
] as const satisfies readonly ResourceType[]
