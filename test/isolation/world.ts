// Small worlds as plain data, and the stacks that would build them. No import from the product but a type.
import type { SynthesisedStack } from '../../lib/stack-policy/index.ts'

export interface Rule {
  readonly direction: 'ingress' | 'egress'
  /** The number of a system, or everybody. */
  readonly remote: number | 'everybody'
  readonly protocol: 'tcp' | 'udp'
  readonly ports: readonly [number, number]
}

/** The system at index n has the addresses 10.0.0.(2n) and 10.0.0.(2n + 1). */
export interface System {
  readonly uplink: boolean
  readonly portSecurity: boolean
  readonly rules: readonly Rule[]
  /** Systems that may plug into its network. */
  readonly sharedWith: readonly number[]
  /** Systems whose subnet hangs on its router as well. */
  readonly joins: readonly number[]
}

export function cidrOf(system: number | 'everybody'): string {
  return system === 'everybody' ? '0.0.0.0/0' : `10.0.0.${2 * system}/31`
}

export const cloud = { cloud: 'extranet', region: 'one' }

/** The id of the project of a system in the model. */
export function projectId(system: number): string {
  return `extranet/one project extranet/one domain  d${system} s${system}`
}

const owner = '${openstack_identity_project_v3.project.id}'

function stack(name: string, resource: object, data: object = {}): SynthesisedStack {
  return {
    name,
    facesInternet: false,
    configuration: { provider: { openstack: [cloud] }, resource, data },
    parts: 0,
  }
}

function project(domain: string, name: string) {
  return {
    domain: { is_domain: true, name: domain },
    project: { domain_id: '${openstack_identity_project_v3.domain.id}', name },
  }
}

function found(domain: string, name: string) {
  return {
    [`${name}-domain`]: { is_domain: true, name: domain },
    [name]: { domain_id: `\${data.openstack_identity_project_v3.${name}-domain.id}`, name },
  }
}

export const platform = stack('platform', {
  openstack_identity_project_v3: project('platform', 'platform'),
  openstack_networking_network_v2: {
    egress: { name: 'egress', tenant_id: owner, port_security_enabled: true },
  },
})

function ruleResource({ direction, remote, protocol, ports: [from, to] }: Rule) {
  return {
    direction,
    ethertype: 'IPv4',
    protocol,
    port_range_min: from,
    port_range_max: to,
    remote_ip_prefix: cidrOf(remote),
    security_group_id: '${openstack_networking_secgroup_v2.firewall.id}',
    tenant_id: owner,
  }
}

/** The stack of a system, in the form that the tool makes them. */
export function systemStack(index: number, system: System): SynthesisedStack {
  const neighbours = [...new Set([...system.sharedWith, ...system.joins])]
  const network = '${openstack_networking_network_v2.network.id}'
  const resource = {
    openstack_identity_project_v3: project(`d${index}`, `s${index}`),
    openstack_networking_network_v2: {
      network: { name: `s${index}`, tenant_id: owner, port_security_enabled: system.portSecurity },
    },
    openstack_networking_subnet_v2: {
      subnet: {
        name: `s${index}`,
        tenant_id: owner,
        network_id: network,
        cidr: cidrOf(index),
        ip_version: 4,
      },
    },
    openstack_networking_router_v2: {
      router: {
        name: `s${index}`,
        tenant_id: owner,
        ...(system.uplink
          ? { external_network_id: '${data.openstack_networking_network_v2.egress.id}' }
          : {}),
      },
    },
    openstack_networking_router_interface_v2: {
      own: {
        router_id: '${openstack_networking_router_v2.router.id}',
        subnet_id: '${openstack_networking_subnet_v2.subnet.id}',
      },
      ...Object.fromEntries(
        system.joins.map(other => [
          `joins-${other}`,
          {
            router_id: '${openstack_networking_router_v2.router.id}',
            subnet_id: `\${openstack_networking_subnet_v2.of-${other}.id}`,
          },
        ]),
      ),
    },
    openstack_networking_secgroup_v2: {
      firewall: { name: `s${index}`, tenant_id: owner, delete_default_rules: true },
    },
    openstack_networking_secgroup_rule_v2: Object.fromEntries(
      system.rules.map((rule, place) => [`rule-${place}`, ruleResource(rule)]),
    ),
    openstack_networking_rbac_policy_v2: Object.fromEntries(
      system.sharedWith.map(other => [
        `share-${other}`,
        {
          action: 'access_as_shared',
          object_type: 'network',
          object_id: network,
          target_tenant: `\${data.openstack_identity_project_v3.s${other}.id}`,
        },
      ]),
    ),
  }
  // A second subnet in another's network is how a router of one's own comes to stand in it.
  for (const other of system.joins) {
    Object.assign(resource.openstack_networking_subnet_v2, {
      [`of-${other}`]: {
        tenant_id: `\${data.openstack_identity_project_v3.s${other}.id}`,
        network_id: `\${data.openstack_networking_network_v2.s${other}.id}`,
        cidr: cidrOf(other),
        ip_version: 4,
      },
    })
  }
  return stack(`system_${index}`, resource, {
    openstack_identity_project_v3: Object.assign(
      found('platform', 'platform'),
      ...neighbours.map(other => found(`d${other}`, `s${other}`)),
    ),
    openstack_networking_network_v2: {
      egress: { name: 'egress', tenant_id: '${data.openstack_identity_project_v3.platform.id}' },
      ...Object.fromEntries(
        neighbours.map(other => [
          `s${other}`,
          { name: `s${other}`, tenant_id: `\${data.openstack_identity_project_v3.s${other}.id}` },
        ]),
      ),
    },
  })
}
