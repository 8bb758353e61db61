import { describe, expect, test } from 'vitest'
import { Mark } from '../../lib/deliver/plan.ts'
import { change, foundIn, history, type Judged, modelWith, platformStack } from './plans.ts'

const model = modelWith(history())
const network = 'openstack_networking_network_v2.network'
const subnet = 'openstack_networking_subnet_v2.subnet_ipv4'
const quota = 'openstack_compute_quotaset_v2.compute'
const volumes = 'openstack_blockstorage_quotaset_v3.volumes'
const pool = 'openstack_networking_subnetpool_v2.v4'
const policy = 'openstack_networking_rbac_policy_v2.egress'
const rule = 'openstack_networking_secgroup_rule_v2.r'
const { unknown, sensitive } = Mark

type Row = readonly [title: string, changes: Judged['changes'], finds: readonly string[]]

function judgedAs(rows: readonly Row[], stack?: string): void {
  test.each(rows)('%s', (_, changes, finds) => {
    expect(foundIn({ model, changes, ...(stack === undefined ? {} : { stack }) })).toEqual(finds)
  })
}

describe('a type', () => {
  judgedAs([
    ['of the allow-list', [change('create', network)], []],
    ['of Terraform’s own notes', [change('update', 'terraform_data.attachment')], []],
    [
      'that no stack writes',
      [
        change('create', 'openstack_compute_instance_v2.x'),
        change('import', 'openstack_lb_loadbalancer_v2.y'),
      ],
      ['TY6501 openstack_compute_instance_v2.x', 'TY6501 openstack_lb_loadbalancer_v2.y'],
    ],
    [
      'that stacks only look up',
      [change('update', 'openstack_identity_role_v3.x')],
      ['TY6501 openstack_identity_role_v3.x'],
    ],
    ['that the plan leaves alone', [change('no-op', 'openstack_compute_instance_v2.x')], []],
  ])
})

describe('what is open to everybody', () => {
  const coming = (values: Record<string, boolean | string>) => ({ after: values })
  judgedAs([
    [
      'a network that is made shared',
      [change('create', network, coming({ shared: true }))],
      [`TY6504 ${network}`],
    ],
    [
      'a network that the cloud has shared and the plan leaves so',
      [change('no-op', network, { before: { shared: true }, after: { shared: true } })],
      [`TY6504 ${network}`],
    ],
    [
      'a network that the plan takes back',
      [change('update', network, { before: { shared: true }, after: { shared: false } })],
      [],
    ],
    ['a network that goes', [change('no-op', network, { before: { shared: true }, after: undefined })], []],
    [
      'a policy for everybody',
      [change('create', policy, coming({ target_tenant: '*' }))],
      [`TY6504 ${policy}`],
    ],
    ['a policy for one', [change('create', policy, coming({ target_tenant: 'p1' }))], []],
    ['a network that is external', [change('no-op', network, coming({ external: true }))], []],
  ])
  judgedAs(
    [
      [
        'a pool that is the default and shared',
        [change('update', pool, coming({ is_default: true, shared: true }))],
        [`TY6504 ${pool}`, `TY6504 ${pool}`],
      ],
    ],
    platformStack,
  )
})

describe('the region', () => {
  const region = (before: string | undefined, now: string | typeof unknown | undefined) => ({
    before: before === undefined ? {} : { region: before },
    after: now === undefined ? {} : { region: now },
  })
  judgedAs([
    ['of the zone', [change('update', network, region('internet', 'internet'))], []],
    ['of another zone', [change('no-op', network, region('extranet', 'extranet'))], [`TY6505 ${network}`]],
    [
      'where something is to be made',
      [change('create', network, { after: { region: 'other' } })],
      [`TY6505 ${network}`],
    ],
    ['that is left', [change('replace', rule, region('other', unknown))], [`TY6505 ${rule}`]],
    ['that nobody tells', [change('create', network, { after: { region: unknown } })], []],
    ['that is empty', [change('update', network, region('', ''))], []],
  ])
})

describe('a value that people agree to', () => {
  judgedAs([
    ['a network’s addresses', [change('create', subnet, { after: { cidr: unknown } })], [`TY6506 ${subnet}`]],
    [
      'addresses that are hidden',
      [change('create', subnet, { after: { cidr: sensitive } })],
      [`TY6506 ${subnet}`],
    ],
    ['addresses that are known', [change('create', subnet, { after: { cidr: '10.64.0.0/26' } })], []],
    [
      'an id, which nobody agrees to',
      [change('create', subnet, { after: { network_id: unknown, id: unknown } })],
      [],
    ],
    [
      'a limit of a quota',
      [change('update', quota, { after: { cores: unknown, ram: 1 } })],
      [`TY6506 ${quota}`],
    ],
    [
      'one limit of many in a map',
      [change('update', volumes, { after: { volume_type_quota: { gigabytes_ssd: unknown } } })],
      [`TY6506 ${volumes}`],
    ],
    ['a quota that is left alone', [change('no-op', quota, { after: { cores: unknown } })], []],
    ['a quota that goes', [change('delete', quota, { before: { cores: unknown }, after: undefined })], []],
  ])
})
