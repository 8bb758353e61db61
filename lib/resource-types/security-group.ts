import { ofAgents, ports } from './ports.ts'
import type { NamePart, ResourceType } from './resource-type.ts'

const groups = { service: 'network', path: '/security-groups', key: 'security_groups' } as const

/** Such as `ingress tcp 22-22 10.0.0.0/8`. */
const ruleName: readonly NamePart[] = [
  { first: ['direction'] },
  { first: ['protocol', 'ethertype'] },
  { from: 'port_range_min', to: 'port_range_max' },
  { first: ['remote_ip_prefix', 'remote_group_id', 'remote_address_group_id'] },
]

/** Neutron's firewall. */
export const securityGroupTypes = [
  {
    type: 'openstack_networking_secgroup_v2',
    kind: 'security-group',
    name: { zh: '安全组', en: 'security group' },
    drift: 'exposure',
    written: {
      owner: 'tenant_id',
      attributes: ['delete_default_rules', 'description', 'name', 'tenant_id'],
      untold: ['delete_default_rules'],
    },
    collection: groups,
    // Neutron lets names repeat; but two with one name in one project, one of them in no state, are ours.
    identity: { query: { name: '{name}', project_id: '{tenant_id}' }, importId: '{id}' },
    unmanaged: {
      listing: { by: 'collection', owner: ['project_id'] },
      places: { 'platform-project': 'any-name', 'system-project': 'our-names' },
    },
    heldBy: [
      {
        kind: 'port',
        collection: ports,
        query: { security_groups: '{id}' },
        except: ofAgents,
      },
    ],
    // One for every project that Neutron meets.
    madeByCloud: { field: 'name', is: 'default' },
    // Servers are put into it where nobody names a group, and could then send to everybody.
    born: {
      field: 'security_group_rules',
      release: { service: 'network', method: 'DELETE', path: '/security-group-rules/{id}' },
    },
    leftover: { in: 'project', query: { project_id: '{owner}' } },
    outliving: {
      listed: { collection: groups, owner: 'project_id', isAsked: true, where: { name: 'default' } },
      release: { service: 'network', method: 'DELETE', path: '/security-groups/{id}' },
    },
    protection: {
      needsEvent: true,
      why: {
        zh: '云主机的端口受安全组保护，重建后各端口不再属于它',
        en: 'the ports of servers are guarded by it, and are not in it once it is made anew',
      },
    },
  },
  {
    type: 'openstack_networking_secgroup_rule_v2',
    kind: 'security-group-rule',
    name: { zh: '安全组规则', en: 'security group rule' },
    drift: 'exposure',
    written: {
      owner: 'tenant_id',
      attributes: [
        'direction',
        'ethertype',
        'port_range_max',
        'port_range_min',
        'protocol',
        'remote_ip_prefix',
        'security_group_id',
        'tenant_id',
      ],
      known: ['direction', 'protocol', 'remote_ip_prefix'],
    },
    collection: { service: 'network', path: '/security-group-rules', key: 'security_group_rules' },
    identity: {
      query: { security_group_id: '{security_group_id}' },
      where: {
        direction: 'direction',
        ethertype: 'ethertype',
        protocol: 'protocol',
        port_range_min: 'port_range_min',
        port_range_max: 'port_range_max',
        remote_ip_prefix: 'remote_ip_prefix',
      },
      importId: '{id}',
    },
    unmanaged: {
      listing: {
        by: 'whole',
        whole: 'security-group',
        field: 'security_group_rules',
        name: ruleName,
      },
      places: { 'system-group': 'any-name' },
    },
    leftover: {
      in: 'security-group',
      query: { security_group_id: '{owner}' },
      // Neutron begins each group with these.
      except: {
        direction: 'egress',
        protocol: '',
        port_range_min: '',
        port_range_max: '',
        remote_ip_prefix: '',
        remote_group_id: '',
        remote_address_group_id: '',
      },
      name: ruleName,
    },
    protection: {
      needsEvent: false,
      why: {
        zh: '访问规则的增减在申请和评审中逐条列明',
        en: 'what a system opens and closes is asked for and reviewed rule by rule',
      },
    },
    // `_make_canonical_port_range` and `_validate_ethertype_and_protocol` in Neutron's securitygroups_db.py.
    formerly: [
      {
        before: { protocol: ['tcp', 'udp'], port_range_min: [1], port_range_max: [65_535] },
        after: { port_range_min: null, port_range_max: null },
        why: {
          zh: '云把 1-65535 存作不写端口段（含义相同）；改为同样写法，只重建这一次，此后不再有差异',
          en: 'the cloud keeps 1-65535 as no range at all, which means the same; it is written so from now on, made anew this once, and then at rest',
        },
      },
      {
        before: { ethertype: ['IPv6'], protocol: ['icmp', 'icmpv6'] },
        after: { protocol: 'ipv6-icmp' },
        why: {
          zh: 'IPv6 的 ICMP 在云上的名称是 ipv6-icmp（含义相同）；改为同样写法，只重建这一次，此后不再有差异',
          en: 'the cloud calls ICMP over IPv6 ipv6-icmp, which means the same; it is written so from now on, made anew this once, and then at rest',
        },
      },
    ],
  },
  {
    kind: 'address-group',
    name: { zh: '地址组', en: 'address group' },
    collection: {
      service: 'network',
      path: '/address-groups',
      key: 'address_groups',
      optional: true,
    },
    leftover: { in: 'project', query: { project_id: '{owner}' } },
  },
] as const satisfies readonly ResourceType[]
