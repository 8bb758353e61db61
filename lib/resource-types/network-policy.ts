import { ofAgents, ports } from './ports.ts'
import type { ResourceType } from './resource-type.ts'

const rbacPolicies = { service: 'network', path: '/rbac-policies', key: 'rbac_policies' } as const

/** What Neutron keeps about the use of its networks. */
export const networkPolicyTypes = [
  {
    type: 'openstack_networking_rbac_policy_v2',
    kind: 'rbac-policy',
    name: { zh: '网络共享策略', en: 'RBAC policy' },
    drift: 'rbac',
    written: {
      attributes: ['action', 'object_id', 'object_type', 'target_tenant'],
      known: ['action', 'object_type'],
    },
    collection: rbacPolicies,
    identity: {
      query: { object_id: '{object_id}', action: '{action}', target_tenant: '{target_tenant}' },
      importId: '{id}',
    },
    unmanaged: {
      listing: { by: 'collection', owner: ['target_tenant', 'target_project'] },
      // Only who runs the cloud can give a network of the platform's to a project.
      places: { 'platform-project': 'any-name', 'system-project': 'any-name' },
    },
    heldBy: [
      {
        kind: 'floating-ip',
        collection: { service: 'network', path: '/floatingips', key: 'floatingips' },
        query: { floating_network_id: '{object_id}', project_id: '{target_tenant}' },
      },
      {
        kind: 'router',
        collection: { service: 'network', path: '/routers', key: 'routers' },
        query: { project_id: '{target_tenant}' },
        where: { path: ['external_gateway_info', 'network_id'], is: '{object_id}' },
      },
    ],
    // What a tenant has given others of its own. What was given to it ends with it.
    leftover: {
      in: 'project',
      query: { project_id: '{owner}' },
      name: [{ first: ['action'] }, { first: ['object_type'] }, { first: ['target_tenant'] }],
    },
    outliving: {
      listed: {
        collection: rbacPolicies,
        owner: 'target_tenant',
        isAsked: true,
        // What another tenant has given it is that tenant's.
        where: { project_id: '{runner}' },
      },
      release: { service: 'network', method: 'DELETE', path: '/rbac-policies/{id}' },
    },
    protection: {
      needsEvent: true,
      why: {
        zh: '系统凭该策略使用分区出口网络',
        en: 'it is by this that a system may use the egress network of its zone',
      },
    },
  },
  {
    type: 'openstack_networking_qos_policy_v2',
    kind: 'qos-policy',
    name: { zh: '网络 QoS 策略', en: 'network QoS policy' },
    drift: 'qos',
    written: { owner: 'project_id', attributes: ['is_default', 'name', 'project_id', 'shared'] },
    collection: { service: 'network', path: '/qos/policies', key: 'policies' },
    // Neutron lets names repeat; but two with one name in one project, one of them in no state, are ours.
    identity: { query: { name: '{name}', project_id: '{project_id}' }, importId: '{id}' },
    unmanaged: {
      listing: { by: 'collection', owner: ['project_id'] },
      places: { 'platform-project': 'any-name', 'system-project': 'our-names' },
    },
    heldBy: [
      {
        kind: 'port',
        collection: ports,
        // Neutron refuses the policy itself as a filter.
        query: { project_id: '{project_id}' },
        where: { path: ['qos_policy_id'], is: '{id}' },
        except: ofAgents,
      },
    ],
    leftover: { in: 'project', query: { project_id: '{owner}' } },
    protection: {
      needsEvent: false,
      why: {
        zh: '只限制出口带宽，不承载数据和连通，重建即可恢复',
        en: 'it only limits the bandwidth of the uplink: made anew it is as before, and traffic goes on',
      },
    },
  },
  {
    type: 'openstack_networking_qos_bandwidth_limit_rule_v2',
    kind: 'bandwidth-limit-rule',
    name: { zh: '带宽限制规则', en: 'bandwidth limit rule' },
    drift: 'qos',
    written: { attributes: ['direction', 'max_kbps', 'qos_policy_id'], known: ['max_kbps'] },
    collection: {
      service: 'network',
      path: '/qos/policies/{qos_policy_id}/bandwidth_limit_rules',
      key: 'bandwidth_limit_rules',
    },
    identity: { where: { direction: 'direction' }, importId: '{qos_policy_id}/{id}' },
    leftover: { not: 'a part of a QoS policy, which is asked for' },
    protection: {
      needsEvent: false,
      why: {
        zh: '只限制出口带宽，不承载数据和连通，重建即可恢复',
        en: 'it only limits the bandwidth of the uplink: made anew it is as before, and traffic goes on',
      },
    },
  },
  {
    type: 'openstack_networking_quota_v2',
    kind: 'network-quota',
    name: { zh: '网络配额', en: 'network quota' },
    drift: 'quota',
    written: {
      owner: 'project_id',
      attributes: ['project_id'],
      limits: [
        'floatingip',
        'network',
        'port',
        'rbac_policy',
        'router',
        'security_group',
        'security_group_rule',
        'subnet',
        'subnetpool',
      ],
    },
    identity: { set: 'every project has one' },
    usage: {
      service: 'network',
      path: '/quotas/{project_id}/details',
      key: 'quota',
      used: ['used', 'reserved'],
    },
    leftover: { not: 'a limit of the project that ends with it' },
    outliving: {
      listed: {
        collection: { service: 'network', path: '/quotas', key: 'quotas' },
        owner: 'project_id',
        isAsked: false,
      },
      release: { service: 'network', method: 'DELETE', path: '/quotas/{owner}' },
    },
    protection: {
      needsEvent: false,
      why: {
        zh: '配额只是上限，不承载数据',
        en: 'a limit holds no data; what it becomes is judged by itself',
      },
    },
  },
] as const satisfies readonly ResourceType[]
