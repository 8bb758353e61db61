import { describe, expect, it } from 'vitest'
import { codes } from '../../../lib/deliver/codes.ts'
import { lacking } from '../../../lib/deliver/lacking.ts'
import { leftoversOf, ownersOf } from '../../../scripts/openstack/leftovers.ts'
import { ServiceError } from '../../../scripts/openstack/service-error.ts'
import { recordingCloud } from './recording-cloud.ts'

const projectType = 'openstack_identity_project_v3'
const project = { address: 'a', type: projectType, attributes: { id: 'p', is_domain: false } }
const domain = { address: 'b', type: projectType, attributes: { id: 'd', is_domain: true } }
const network = { address: 'c', type: 'openstack_networking_network_v2', attributes: { id: 'n' } }
const none: ReadonlySet<string> = new Set()

/** One object of every list, whatever is asked of it. */
const one = (id: string) => [{ id, name: `the ${id}` }]

describe('the projects and domains of a stack', () => {
  it('are those of its state, told apart', () => {
    expect(ownersOf([project, domain, network])).toEqual({ projects: ['p'], domains: ['d'] })
  })
})

describe('what stands in the way of a destroy', () => {
  it('is asked for by project', async () => {
    const cloud = recordingCloud()
    expect(await leftoversOf(cloud, [project, network], none)).toEqual([])
    expect(cloud.requests.toSorted()).toEqual(
      [
        'GET compute /servers?all_tenants=1&project_id=p servers',
        'GET compute /os-server-groups?all_projects=True&offset=0 server_groups',
        'GET block-storage /volumes?all_tenants=1&project_id=p volumes',
        'GET block-storage /snapshots?all_tenants=1&project_id=p snapshots',
        'GET block-storage /backups?all_tenants=1&project_id=p backups',
        'GET block-storage /groups/detail?all_tenants=1 groups',
        'GET block-storage /volume-transfers/detail?all_tenants=1 transfers',
        'GET image /v2/images?owner=p&visibility=all images',
        'GET image /v2/images?owner=p&visibility=all&os_hidden=true images',
        'GET network /ports?project_id=p ports',
        'GET network /floatingips?project_id=p floatingips',
        'GET network /networks?project_id=p networks',
        'GET network /routers?project_id=p routers',
        'GET network /security-groups?project_id=p security_groups',
        'GET network /address-groups?project_id=p address_groups',
        'GET network /rbac-policies?project_id=p rbac_policies',
        'GET network /qos/policies?project_id=p policies',
        'GET network /subnetpools?project_id=p subnetpools',
        'GET network /address-scopes?project_id=p address_scopes',
        'GET load-balancer /v2/lbaas/loadbalancers?project_id=p loadbalancers',
        'GET dns /v2/zones zones',
        'GET shared-file-system /shares?all_tenants=1&project_id=p shares',
        'GET shared-file-system /snapshots?all_tenants=1&project_id=p snapshots',
        'GET shared-file-system /share-networks?all_tenants=1&project_id=p share_networks',
        'GET identity /role_assignments?scope.project.id=p&effective=1 role_assignments',
        'GET identity /OS-TRUST/trusts trusts',
        'as p',
        'GET object-storage ?format=json ',
        'as p',
        'GET key-manager /v1/secrets secrets',
        'as p',
        'GET key-manager /v1/containers containers',
      ].toSorted(),
    )
  })

  it('is asked for by domain, for Keystone removes all of it with the domain', async () => {
    const cloud = recordingCloud({ 'identity /users': one('u'), 'identity /projects': one('q') })
    expect(await leftoversOf(cloud, [domain], none)).toEqual([
      { kind: 'project', id: 'q', name: 'the q', owner: 'd' },
      { kind: 'user', id: 'u', name: 'the u', owner: 'd' },
    ])
    expect(cloud.requests).toEqual([
      'GET identity /users?domain_id=d users',
      'GET identity /projects?domain_id=d projects',
      'GET identity /groups?domain_id=d groups',
      'GET identity /roles?domain_id=d roles',
      'GET compute /os-keypairs?user_id=u keypairs',
    ])
  })

  it('is neither of the stack, nor of what goes with it, nor made by the cloud itself', async () => {
    const cloud = recordingCloud({
      'network /networks': [...one('n'), ...one('theirs')],
      'network /ports': [
        { id: 'dhcp', device_owner: 'network:dhcp' },
        { id: 'eth0', name: 'eth0', device_owner: 'compute:nova' },
        { id: 'free', name: '', device_owner: '' },
      ],
      'network /security-groups': [
        { id: 'g', name: 'default' },
        { id: 'h', name: 'defaults' },
      ],
      'identity /projects': one('p2'),
    })
    const found = await leftoversOf(cloud, [project, domain, network], new Set(['p2']))
    expect(found.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'port eth0',
      'port free',
      'network theirs',
      'security-group h',
    ])
  })

  it('is nothing of a service that the cloud does not have, and nobody asks to be let in for it', async () => {
    const cloud = recordingCloud({ 'compute /servers': one('s') }, [
      'image',
      'load-balancer',
      'dns',
      'object-storage',
      'key-manager',
      'shared-file-system',
    ])
    expect((await leftoversOf(cloud, [project], none)).map(({ id }) => id)).toEqual(['s'])
    expect(cloud.requests).not.toContain('as p')
  })

  it('is nothing of an extension that a cloud does not have, and not known where any other part is missing', async () => {
    const notThere = new ServiceError('cloud', 'GET /', 404, 'not found')
    const without = recordingCloud({ 'network /address-groups': notThere, 'compute /servers': one('s') })
    expect((await leftoversOf(without, [project], none)).map(({ id }) => id)).toEqual(['s'])
    const broken = recordingCloud({ 'network /networks': notThere })
    await expect(leftoversOf(broken, [project], none)).rejects.toBe(notThere)
    const forbidden = new ServiceError('cloud', 'GET /', 403, 'forbidden')
    const hidden = recordingCloud({ 'network /address-groups': forbidden })
    await expect(leftoversOf(hidden, [project], none)).rejects.toBe(forbidden)
  })

  it('is whatever people of the project hold for it, by their own', async () => {
    const mine = (fields: object) => [
      { ...fields, project_id: 'p', tenant_id: 'p' },
      { ...fields, project_id: 'q', tenant_id: 'q', id: 'elsewhere', access: 'elsewhere' },
    ]
    const cloud = recordingCloud({
      'identity /role_assignments': [
        { user: { id: 'u' }, role: { id: 'member' } },
        { user: { id: 'u' }, role: { id: 'reader' } },
        { user: { id: 'v' }, role: { id: 'reader' } },
      ],
      'identity /users/u/application_credentials': mine({ id: 'c', name: 'ci' }),
      'identity /users/v/credentials/OS-EC2': mine({ access: 'a', secret: 'never told' }),
      'identity /OS-TRUST/trusts': mine({ id: 't', trustor_user_id: 'u', trustee_user_id: 'w' }),
    })
    const found = await leftoversOf(cloud, [project], none)
    expect(found).toEqual([
      { kind: 'application-credential', id: 'c', name: 'ci', owner: 'u' },
      { kind: 'ec2-credential', id: 'a', name: '', owner: 'v' },
      { kind: 'trust', id: 't', name: 'u w', owner: 'p' },
    ])
    expect(cloud.requests.filter(line => line.includes('role_assignments'))).toHaveLength(1)
  })

  it('is a key pair of whoever lives in the domain, which Nova tells of nobody once they are gone', async () => {
    const pairs = ({ user_id = '' }) => (user_id === 'u' ? [{ keypair: { name: 'laptop' } }] : [])
    const cloud = recordingCloud({ 'identity /users': one('u'), 'compute /os-keypairs': pairs })
    expect(await leftoversOf(cloud, [domain], none)).toContainEqual({
      kind: 'keypair',
      id: 'laptop',
      name: '',
      owner: 'u',
    })
  })

  it('is what a service lists for every project at once, of this one alone', async () => {
    const ofBoth = (field: string) => [
      { id: 'theirs', name: 'x', [field]: 'p' },
      { id: 'others', name: 'x', [field]: 'q' },
    ]
    const cloud = recordingCloud({
      'compute /os-server-groups': ({ offset }) => (offset === '0' ? ofBoth('project_id') : []),
      'block-storage /groups/detail': ofBoth('project_id'),
      'block-storage /volume-transfers/detail': ofBoth('source_project_id'),
      'dns /v2/zones': ofBoth('project_id'),
    })
    expect((await leftoversOf(cloud, [project], none)).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'server-group theirs',
      'volume-group theirs',
      'volume-transfer theirs',
      'dns-zone theirs',
    ])
  })

  it('is looked for behind as many answers as the service gives', async () => {
    const all = Array.from({ length: 7 }, (_, index) => ({
      id: `g${index}`,
      project_id: index < 6 ? 'q' : 'p',
    }))
    const cloud = recordingCloud({
      'compute /os-server-groups': ({ offset }) => all.slice(Number(offset), Number(offset) + 3),
    })
    expect((await leftoversOf(cloud, [project], none)).map(({ id }) => id)).toEqual(['g6'])
  })

  it('is looked for as the project itself, where nobody else is shown it', async () => {
    const inside = recordingCloud({
      'p key-manager /v1/secrets': [{ secret_ref: 'https://keys/v1/secrets/1', name: 'tls' }],
      'p object-storage ': [{ name: 'papers', count: 3 }],
    })
    expect((await leftoversOf(inside, [project], none)).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'container papers',
      'secret https://keys/v1/secrets/1',
    ])
    const closed = lacking(codes.projectClosed, { cloud: 'cloud' }, { zh: '无', en: 'none' })
    const outside = recordingCloud({ 'p key-manager': closed })
    await expect(leftoversOf(outside, [project], none)).rejects.toBe(closed)
  })

  it('is a rule that somebody added to a group of the stack, and none that the state or Neutron has', async () => {
    const group = { address: 'd', type: 'openstack_networking_secgroup_v2', attributes: { id: 'g' } }
    const rule = { address: 'e', type: 'openstack_networking_secgroup_rule_v2', attributes: { id: 'ours' } }
    const egress = { direction: 'egress', ethertype: 'IPv4', protocol: null, remote_ip_prefix: null }
    const cloud = recordingCloud({
      'network /security-group-rules': [
        { id: 'ours', direction: 'ingress', protocol: 'tcp' },
        { id: 'begun with', ...egress },
        { id: 'near miss', ...egress, remote_ip_prefix: '0.0.0.0/0' },
        {
          id: 'added',
          direction: 'ingress',
          protocol: 'tcp',
          port_range_min: 22,
          port_range_max: 22,
          remote_ip_prefix: '0.0.0.0/0',
        },
      ],
    })
    expect(await leftoversOf(cloud, [group, rule], none)).toEqual([
      { kind: 'security-group-rule', id: 'near miss', name: 'egress IPv4 0.0.0.0/0', owner: 'g' },
      { kind: 'security-group-rule', id: 'added', name: 'ingress tcp 22-22 0.0.0.0/0', owner: 'g' },
    ])
    expect(cloud.requests).toEqual([
      'GET network /security-group-rules?security_group_id=g security_group_rules',
    ])
  })

  it('is not known while a service does not answer', async () => {
    const silent = lacking(codes.endpointUnreachable, { cloud: 'cloud' }, { zh: '无', en: 'none' })
    const cloud = recordingCloud({ 'image /v2/images': silent })
    await expect(leftoversOf(cloud, [project], none)).rejects.toBe(silent)
  })
})
