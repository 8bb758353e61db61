import { describe, expect, it } from 'vitest'
import { outlivingIn, removeOutliving } from '../../../scripts/openstack/outliving.ts'
import { ServiceError } from '../../../scripts/openstack/service-error.ts'
import { recordingCloud } from './recording-cloud.ts'

const beside = ['load-balancer', 'dns'] as const

/** What this cloud still keeps: of `p`, which is gone, and of `q`. */
const kept = {
  'compute /flavors/detail': [
    { id: 'a.large', 'os-flavor-access:is_public': false },
    { id: 'b.public', 'os-flavor-access:is_public': true },
  ],
  'compute /flavors/a.large/os-flavor-access': [{ tenant_id: 'p' }, { tenant_id: 'q' }],
  'block-storage /types': [
    { id: 't1', is_public: false },
    { id: 't2', is_public: true },
  ],
  'block-storage /types/t1/os-volume-type-access': [{ project_id: 'p' }, { project_id: 'q' }],
  'network /security-groups': [
    { id: 'g', name: 'default', project_id: 'p' },
    { id: 'h', name: 'theirs', project_id: 'p' },
    { id: 'i', name: 'default', project_id: 'q' },
  ],
  'network /rbac-policies': [
    { id: 'r', target_tenant: 'p', project_id: 'runner' },
    { id: 's', target_tenant: 'p', project_id: 'another tenant' },
    { id: 't', target_tenant: '*', project_id: 'runner' },
  ],
  'network /quotas': [{ project_id: 'p' }, { project_id: 'q' }],
}

describe('what a cloud keeps of a project that is gone', () => {
  it('is dropped: accesses, its group, our policies, its quotas, and nothing of anybody else', async () => {
    const cloud = recordingCloud(kept, beside)
    await removeOutliving(cloud, ['p'])
    expect(cloud.requests.filter(line => !line.startsWith('GET'))).toEqual([
      'POST compute /flavors/a.large/action {"removeTenantAccess":{"tenant":"p"}}',
      'DELETE compute /os-quota-sets/p',
      'POST block-storage /types/t1/action {"removeProjectAccess":{"project":"p"}}',
      'DELETE block-storage /os-quota-sets/p',
      'DELETE network /security-groups/g',
      'DELETE network /rbac-policies/r',
      'DELETE network /quotas/p',
    ])
  })

  it('is dropped in services that only some clouds have', async () => {
    const cloud = recordingCloud()
    await removeOutliving(cloud, ['p'])
    expect(cloud.requests.filter(line => line.startsWith('DELETE'))).toEqual([
      'DELETE compute /os-quota-sets/p',
      'DELETE block-storage /os-quota-sets/p',
      'DELETE load-balancer /v2/lbaas/quotas/p',
      'DELETE dns /v2/quotas/p',
    ])
  })

  it('is dropped once more without harm, where a run was broken off in between', async () => {
    const gone = new ServiceError('cloud', 'DELETE /', 404, 'not found')
    const cloud = recordingCloud({ ...kept, 'DELETE network /security-groups/g': gone }, beside)
    await removeOutliving(cloud, ['p'])
    expect(cloud.requests).toContain('DELETE network /quotas/p')
  })

  it('is not said to be dropped where the cloud refuses', async () => {
    const refused = new ServiceError('cloud', 'DELETE /', 403, 'forbidden')
    const cloud = recordingCloud({ 'DELETE compute /os-quota-sets/p': refused }, beside)
    await expect(removeOutliving(cloud, ['p'])).rejects.toBe(refused)
  })

  it('is nothing where no project went', async () => {
    const cloud = recordingCloud(kept)
    await removeOutliving(cloud, [])
    expect(cloud.requests).toEqual([])
  })

  it('is told with the project that each was for', async () => {
    const found = await outlivingIn(recordingCloud(kept, beside))
    expect(found.map(({ kind, id, owner }) => `${kind} ${id} ${owner}`)).toEqual([
      'flavor-access a.large p',
      'flavor-access a.large q',
      'volume-type-access t1 p',
      'volume-type-access t1 q',
      'security-group g p',
      'security-group i q',
      'rbac-policy r p',
      'rbac-policy t *',
      'network-quota p p',
      'network-quota q q',
    ])
  })
})
