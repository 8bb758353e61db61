import type { ResourceType } from './resource-type.ts'

export const dnsTypes = [
  {
    kind: 'dns-zone',
    name: { zh: 'DNS 区域', en: 'DNS zone' },
    collection: {
      service: 'dns',
      path: '/v2/zones',
      key: 'zones',
      // Without it Designate tells the administrator's own alone.
      headers: { 'X-Auth-All-Projects': 'true' },
    },
    leftover: { in: 'project', query: {}, where: { project_id: '{owner}' } },
  },
  {
    type: 'openstack_dns_quota_v2',
    kind: 'dns-quota',
    name: { zh: 'DNS 配额', en: 'DNS quota' },
    drift: 'quota',
    written: {
      owner: 'project_id',
      attributes: ['project_id'],
      limits: ['api_export_size', 'recordset_records', 'zone_records', 'zone_recordsets', 'zones'],
    },
    identity: { set: 'every project has one' },
    leftover: { not: 'a limit of the project that ends with it' },
    outliving: { release: { service: 'dns', method: 'DELETE', path: '/v2/quotas/{owner}' } },
    protection: {
      needsEvent: false,
      why: {
        zh: '配额只是上限，不承载数据',
        en: 'a limit holds no data; what it becomes is judged by itself',
      },
    },
  },
] as const satisfies readonly ResourceType[]
