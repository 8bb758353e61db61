import { describe, expect, it } from 'vitest'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { unmanagedTypes } from '../../../lib/resource-types/index.ts'
import { objectsOf } from '../../../scripts/openstack/unmanaged/objects.ts'
import { scopesInCloud, scopesOfStack } from '../../../scripts/openstack/unmanaged/owner-scopes.ts'
import { recordingCloud } from './recording-cloud.ts'

describe('what a cloud holds', () => {
  it('is asked for once a list, and no more for kinds that are told with others', async () => {
    const cloud = recordingCloud()
    expect(await objectsOf(cloud)).toEqual([])
    expect(cloud.requests.toSorted()).toEqual([
      'GET block-storage /types?is_public=None volume_types',
      'GET compute /flavors/detail?is_public=None flavors',
      'GET identity /domains domains',
      'GET identity /projects projects',
      'GET network /address-scopes address_scopes',
      'GET network /networks networks',
      'GET network /qos/policies policies',
      'GET network /rbac-policies rbac_policies',
      'GET network /routers routers',
      'GET network /security-groups security_groups',
      'GET network /subnetpools subnetpools',
      'GET network /subnets subnets',
    ])
  })

  it.each([
    ['domain', 'identity /domains', { id: 'x', name: 'n', domain_id: null }, undefined],
    ['project', 'identity /projects', { id: 'x', name: 'n', domain_id: 'd' }, 'd'],
    ['network', 'network /networks', { id: 'x', name: 'n', project_id: 'p' }, 'p'],
    ['subnet', 'network /subnets', { id: 'x', name: 'n', project_id: 'p' }, 'p'],
    ['router', 'network /routers', { id: 'x', name: 'n', project_id: 'p' }, 'p'],
    ['subnet-pool', 'network /subnetpools', { id: 'x', name: 'n', project_id: 'p' }, 'p'],
    ['address-scope', 'network /address-scopes', { id: 'x', name: 'n', project_id: 'p' }, 'p'],
    ['qos-policy', 'network /qos/policies', { id: 'x', name: 'n', project_id: 'p' }, 'p'],
    ['security-group', 'network /security-groups', { id: 'x', name: 'n', project_id: 'p' }, 'p'],
  ])('tells of a %s its id, its name and its owner', async (kind, place, item, owner) => {
    const objects = await objectsOf(recordingCloud({ [place]: [item] }))
    expect(objects).toEqual([{ kind, id: 'x', name: 'n', ...(owner === undefined ? {} : { owner }) }])
  })

  it('tells of a policy who it is for, by the old name of the field before the new', async () => {
    const policies = [
      { id: 'a', target_tenant: 'p', target_project: 'q', project_id: 'r' },
      { id: 'b', target_project: 'q', project_id: 'r' },
    ]
    const objects = await objectsOf(recordingCloud({ 'network /rbac-policies': policies }))
    expect(objects.map(({ id, name, owner }) => [id, name, owner])).toEqual([
      ['a', '', 'p'],
      ['b', '', 'q'],
    ])
  })

  it('tells the rules of each group in words, and leaves out the group that Neutron makes', async () => {
    const rule = (id: string, values: object) => ({ id, direction: 'ingress', ethertype: 'IPv4', ...values })
    const groups = [
      {
        id: 'g',
        name: 'shebao',
        project_id: 'p',
        security_group_rules: [
          rule('a', {
            protocol: 'tcp',
            port_range_min: 22,
            port_range_max: 23,
            remote_ip_prefix: '10.0.0.0/8',
          }),
          rule('b', {
            protocol: null,
            port_range_min: null,
            port_range_max: null,
            remote_ip_prefix: null,
            remote_group_id: 'h',
          }),
          rule('c', { protocol: 'icmp', port_range_min: 8, port_range_max: null }),
        ],
      },
      { id: 'd', name: 'default', project_id: 'p', security_group_rules: [rule('e', { protocol: 'udp' })] },
    ]
    expect(await objectsOf(recordingCloud({ 'network /security-groups': groups }))).toEqual([
      { kind: 'security-group', id: 'g', name: 'shebao', owner: 'p' },
      { kind: 'security-group-rule', id: 'a', name: 'ingress tcp 22-23 10.0.0.0/8', owner: 'g' },
      { kind: 'security-group-rule', id: 'b', name: 'ingress IPv4 h', owner: 'g' },
      { kind: 'security-group-rule', id: 'c', name: 'ingress icmp', owner: 'g' },
    ])
  })

  it('takes for parts of an object only what is listed with its kind', async () => {
    const network = { id: 'n', name: 'net', project_id: 'p', security_group_rules: [{ id: 'a' }] }
    const objects = await objectsOf(recordingCloud({ 'network /networks': [network] }))
    expect(objects.map(({ id }) => id)).toEqual(['n'])
  })

  it('tells who was granted a private flavor or volume type, and asks nothing of public ones', async () => {
    const cloud = recordingCloud({
      'compute /flavors/detail': [
        { id: 'ecs/1', name: 'small', 'os-flavor-access:is_public': false },
        { id: 'open', name: 'open', 'os-flavor-access:is_public': true },
      ],
      'compute /flavors/ecs%2F1/os-flavor-access': [{ tenant_id: 'p' }, { tenant_id: 'q' }],
      'block-storage /types': [
        { id: 't', name: 'ssd', is_public: false },
        { id: 'u', name: '__DEFAULT__', is_public: true },
      ],
      'block-storage /types/t/os-volume-type-access': [{ project_id: 'p' }],
    })
    expect(await objectsOf(cloud)).toEqual([
      { kind: 'flavor-access', id: 'ecs/1/p', name: 'small', owner: 'p' },
      { kind: 'flavor-access', id: 'ecs/1/q', name: 'small', owner: 'q' },
      { kind: 'volume-type-access', id: 't/p', name: 'ssd', owner: 'p' },
    ])
    expect(cloud.requests.filter(line => /open|\/u\//.test(line))).toEqual([])
  })
})

const projectType = 'openstack_identity_project_v3'
const resources = [
  { address: 'a', type: projectType, attributes: { id: 'domain', is_domain: true } },
  { address: 'b', type: projectType, attributes: { id: 'project', is_domain: false } },
  { address: 'c', type: 'openstack_networking_secgroup_v2', attributes: { id: 'group' } },
  { address: 'd', type: 'openstack_networking_network_v2', attributes: { id: 'network' } },
]

function stack(kind: DeliveryStack['kind'], address?: string): DeliveryStack {
  return { name: kind, kind, zone: 'z', after: [], ...(address === undefined ? {} : { address }) }
}

/** What would be reported at each place of a stack, under a name of ours and under another. */
function counted(of: DeliveryStack) {
  const scopes = scopesOfStack({ stack: of, resources })
  const under = (owner: string, name: string) =>
    unmanagedTypes
      .map(({ kind }) => kind)
      .filter(kind => scopes.some(s => s.owner === owner && s.kinds.has(kind) && s.isOurs(name)))
      .toSorted()
  return (owner: string) => ({ ours: under(owner, 'shebao'), other: under(owner, 'other') })
}

describe('a place of ours', () => {
  it('is the project of a platform, where nobody else has anything', () => {
    const at = counted(stack('platform'))
    const kinds = [
      'address-scope',
      'network',
      'qos-policy',
      'rbac-policy',
      'router',
      'security-group',
      'subnet',
      'subnet-pool',
    ]
    expect(at('project')).toEqual({ ours: kinds, other: kinds })
    expect(at('domain')).toEqual({ ours: [], other: [] })
    expect(at('group')).toEqual({ ours: [], other: [] })
  })

  it('is the domain of a unit, as far as projects go', () => {
    const at = counted(stack('unit', 'xs/rsj'))
    expect(at('domain')).toEqual({ ours: ['project'], other: ['project'] })
    expect(at('project')).toEqual({ ours: [], other: [] })
  })

  it('is the project of a system under our names, beside what its unit makes, and its group', () => {
    const at = counted(stack('system', 'xs/rsj/shebao'))
    const given = ['flavor-access', 'rbac-policy', 'volume-type-access']
    expect(at('project')).toEqual({
      ours: [...given, 'network', 'qos-policy', 'router', 'security-group', 'subnet'].toSorted(),
      other: given,
    })
    expect(at('group')).toEqual({ ours: ['security-group-rule'], other: ['security-group-rule'] })
    expect(at('domain')).toEqual({ ours: [], other: [] })
    expect(at('network')).toEqual({ ours: [], other: [] })
  })

  it.each(['shebao_ipv4', 'shebao_ipv6'])('is called as ours are: %s', name => {
    const scopes = scopesOfStack({ stack: stack('system', 'xs/rsj/shebao'), resources })
    expect(scopes.some(({ kinds, isOurs }) => kinds.has('subnet') && isOurs(name))).toBe(true)
  })

  it('is the cloud itself for domains of our names, each of its own stack', () => {
    const scopes = scopesInCloud('z', ['xs/rsj'])
    expect(scopes.map(({ stack, owner, kinds }) => [stack, owner, [...kinds]])).toEqual([
      ['platform_z', undefined, ['domain']],
      ['unit_z_xs_rsj', undefined, ['domain']],
    ])
    const ours = (name: string) => scopes.filter(({ isOurs }) => isOurs(name)).map(({ stack }) => stack)
    expect(ours('platform')).toEqual(['platform_z'])
    expect(ours('xs_rsj')).toEqual(['unit_z_xs_rsj'])
    expect(ours('xs_gaj')).toEqual([])
  })
})
