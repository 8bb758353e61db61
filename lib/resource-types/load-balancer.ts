import type { ResourceType } from './resource-type.ts'

export const loadBalancerTypes = [
  {
    kind: 'load-balancer',
    name: { zh: '负载均衡器', en: 'load balancer' },
    collection: { service: 'load-balancer', path: '/v2/lbaas/loadbalancers', key: 'loadbalancers' },
    leftover: { in: 'project', query: { project_id: '{owner}' } },
  },
  {
    type: 'openstack_lb_quota_v2',
    kind: 'load-balancer-quota',
    name: { zh: '负载均衡配额', en: 'load balancer quota' },
    drift: 'quota',
    written: {
      owner: 'project_id',
      attributes: ['project_id'],
      limits: ['health_monitor', 'l7_policy', 'l7_rule', 'listener', 'loadbalancer', 'member', 'pool'],
    },
    identity: { set: 'every project has one' },
    leftover: { not: 'a limit of the project that ends with it' },
    outliving: {
      release: { service: 'load-balancer', method: 'DELETE', path: '/v2/lbaas/quotas/{owner}' },
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
