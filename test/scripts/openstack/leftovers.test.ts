import { describe, expect, it } from 'vitest'
import { codes } from '../../../lib/deliver/codes.ts'
import { lacking } from '../../../lib/deliver/lacking.ts'
import { leftoversOf, ownersOf, removeOutliving } from '../../../scripts/openstack/leftovers.ts'
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
  it('is asked for by project, in the order in which it is named', async () => {
    const cloud = recordingCloud()
    expect(await leftoversOf(cloud, [project, network], none)).toEqual([])
    expect(cloud.requests).toEqual([
      'GET compute /servers?all_tenants=1&project_id=p servers',
      'GET block-storage /volumes?all_tenants=1&project_id=p volumes',
      'GET block-storage /snapshots?all_tenants=1&project_id=p snapshots',
      'GET block-storage /backups?all_tenants=1&project_id=p backups',
      'GET image /v2/images?owner=p images',
      'GET network /ports?project_id=p ports',
      'GET network /floatingips?project_id=p floatingips',
      'GET network /networks?project_id=p networks',
      'GET network /routers?project_id=p routers',
      'GET network /security-groups?project_id=p security_groups',
      'GET network /qos/policies?project_id=p policies',
      'GET network /subnetpools?project_id=p subnetpools',
      'GET network /address-scopes?project_id=p address_scopes',
    ])
  })

  it('is asked for by domain, for Keystone removes all of it with the domain', async () => {
    const cloud = recordingCloud({ 'identity /users': one('u'), 'identity /projects': one('q') })
    expect(await leftoversOf(cloud, [domain], none)).toEqual([
      { kind: 'project', id: 'q', name: 'the q', owner: 'd' },
      { kind: 'user', id: 'u', name: 'the u', owner: 'd' },
    ])
    expect(cloud.requests).toEqual([
      'GET identity /projects?domain_id=d projects',
      'GET identity /users?domain_id=d users',
      'GET identity /groups?domain_id=d groups',
      'GET identity /roles?domain_id=d roles',
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

  it('is nothing of a service that the cloud does not have', async () => {
    const missing = lacking(codes.serviceMissing, { cloud: 'cloud' }, { zh: '无', en: 'none' })
    const cloud = recordingCloud({ 'image /v2/images': missing, 'compute /servers': one('s') })
    expect((await leftoversOf(cloud, [project], none)).map(({ id }) => id)).toEqual(['s'])
  })

  it('is not known while a service does not answer', async () => {
    const silent = lacking(codes.endpointUnreachable, { cloud: 'cloud' }, { zh: '无', en: 'none' })
    const cloud = recordingCloud({ 'image /v2/images': silent })
    await expect(leftoversOf(cloud, [project], none)).rejects.toBe(silent)
  })
})

describe('what outlives a project', () => {
  it('is the group that Neutron made for it, and nobody else’s', async () => {
    const groups: Readonly<Record<string, readonly unknown[]>> = {
      p: [
        { id: 'g', name: 'default' },
        { id: 'h', name: 'theirs' },
      ],
      q: [{ id: 'i', name: 'default' }],
    }
    const cloud = recordingCloud({
      'network /security-groups': ({ project_id = '' }) => groups[project_id] ?? [],
    })
    await removeOutliving(cloud, ['p', 'q'])
    expect(cloud.requests).toEqual([
      'GET network /security-groups?project_id=p security_groups',
      'DELETE network /security-groups/g',
      'GET network /security-groups?project_id=q security_groups',
      'DELETE network /security-groups/i',
    ])
  })

  it('is nothing where no project went', async () => {
    const cloud = recordingCloud()
    await removeOutliving(cloud, [])
    expect(cloud.requests).toEqual([])
  })
})
