import type { Case } from '../edits.ts'

const cores = 'resource/openstack_compute_quotaset_v2/compute/cores'
const volumes = 'resource/openstack_blockstorage_quotaset_v3/block-storage'
const ssd = `${volumes}/volume_type_quota/gigabytes_ssd`

export const quotaNumbers: readonly Case[] = [
  ...[-1, '2', 1.5, 2 ** 53, null, true, [2], undefined].map(value => ({
    title: `a quota of ${JSON.stringify(value) ?? 'nothing'}`,
    edits: { [cores]: value },
    finds: [`TY5011 ${cores}`],
  })),
  ...[0, 1, 2 ** 53 - 1].map(value => ({
    title: `a quota of ${value}`,
    edits: { [cores]: value },
    finds: [],
  })),
  ...[
    ['network', 'resource/openstack_networking_quota_v2/network/rbac_policy'],
    ['load balancer', 'resource/openstack_lb_quota_v2/load-balancer/member'],
    ['name', 'resource/openstack_dns_quota_v2/dns/zones'],
    ['volume', `${volumes}/per_volume_gigabytes`],
  ].map(([title, place = '']) => ({
    title: `a ${title} quota left out`,
    edits: { [place]: undefined },
    finds: [`TY5011 ${place}`],
  })),
  {
    title: 'two numbers without a limit',
    edits: { [cores]: -1, 'resource/openstack_compute_quotaset_v2/compute/ram': -1 },
    finds: [`TY5011 ${cores}`, 'TY5011 resource/openstack_compute_quotaset_v2/compute/ram'],
  },
  {
    title: 'a quota that is only looked up',
    edits: { 'data/openstack_compute_quotaset_v2/a': { cores: -1 } },
    finds: ['TY5003 data/openstack_compute_quotaset_v2/a'],
  },
]

export const volumeTypeQuotas: readonly Case[] = [
  ...['-1', -1, '', '1.5', '5 ', ' 5', 'x5', '5x', 'unlimited', null].map(value => ({
    title: `a quota of ${JSON.stringify(value)} for a volume type`,
    edits: { [ssd]: value },
    finds: [`TY5011 ${ssd}`],
  })),
  ...['0', '7', '1000', 7].map(value => ({
    title: `a quota of ${JSON.stringify(value)} for a volume type`,
    edits: { [ssd]: value },
    finds: [],
  })),
  {
    title: 'a list of quotas for volume types',
    edits: { [`${volumes}/volume_type_quota`]: [{ gigabytes_ssd: -1 }] },
    finds: [`TY5011 ${volumes}/volume_type_quota`],
  },
  { title: 'no quotas for volume types', edits: { [`${volumes}/volume_type_quota`]: undefined }, finds: [] },
  {
    title: 'a quota for a volume type that is only looked up',
    edits: { 'data/null_resource/a': { volume_type_quota: { gigabytes_ssd: '-1' } } },
    finds: ['TY5003 data/null_resource/a'],
  },
  {
    title: 'a volume type quota of what is not known',
    edits: { 'resource/null_resource/a': { volume_type_quota: { gigabytes_ssd: '-1' } } },
    finds: ['TY5002 resource/null_resource/a'],
  },
]
