import { describe, expect, it } from 'vitest'
import { goneProjects, requireGone } from '../../../scripts/openstack/gone-projects.ts'
import { contentsOfGone } from '../../../scripts/openstack/leftovers.ts'
import { ServiceError } from '../../../scripts/openstack/service-error.ts'
import { recordingCloud } from './recording-cloud.ts'

const notFound = new ServiceError('cloud', 'GET /', 404, 'not found')
const standing = [{ id: 'runner' }, { id: 'p', domain_id: 'd' }]
const beside = ['load-balancer', 'dns'] as const

/** Of `gone` and of `p`, which stands; `hidden` is not listed, and answers all the same. */
const cloudWith = (more: Parameters<typeof recordingCloud>[0] = {}) =>
  recordingCloud(
    {
      'identity /projects': standing,
      'GET identity /projects/gone': notFound,
      'network /quotas': ['gone', 'p', 'hidden'].map(project_id => ({ project_id })),
      'network /networks': [
        { id: 'n', name: 'web', project_id: 'gone' },
        { id: 'm', name: 'web', project_id: 'p' },
      ],
      'network /security-groups': [
        { id: 'g', name: 'default', project_id: 'gone' },
        { id: 'h', name: 'web', project_id: 'p', security_group_rules: [{ id: 'a rule, in the group h' }] },
      ],
      'network /rbac-policies': [{ id: 'r', target_tenant: '*', project_id: 'runner' }],
      ...more,
    },
    beside,
  )

describe('projects that are gone', () => {
  it('are those that own something and that Keystone does not have, with what they own', async () => {
    expect(await goneProjects(cloudWith())).toEqual([
      {
        id: 'gone',
        kept: [
          { kind: 'security-group', id: 'g', name: 'default', owner: 'gone' },
          { kind: 'network-quota', id: 'gone', name: '', owner: 'gone' },
        ],
        held: [{ kind: 'network', id: 'n', name: 'web', owner: 'gone' }],
      },
    ])
  })

  it('are not told where the account is not shown even its own', async () => {
    const blind = cloudWith({ 'identity /projects': [] })
    await expect(goneProjects(blind)).rejects.toMatchObject({ finding: { code: 'TY6220' } })
    const without = cloudWith({ 'GET identity /projects/runner': notFound })
    await expect(requireGone(without, 'gone')).rejects.toMatchObject({ finding: { code: 'TY6220' } })
  })

  it('are not those that stand, nor any while Keystone gives another answer', async () => {
    await expect(requireGone(cloudWith(), 'gone')).resolves.toBeUndefined()
    await expect(requireGone(cloudWith(), 'p')).rejects.toMatchObject({ finding: { code: 'TY6413' } })
    const forbidden = new ServiceError('cloud', 'GET /', 403, 'forbidden')
    const closed = cloudWith({ 'GET identity /projects/gone': forbidden })
    await expect(requireGone(closed, 'gone')).rejects.toBe(forbidden)
    await expect(goneProjects(closed)).rejects.toBe(forbidden)
  })

  it('are looked into without asking who has a role there, which Keystone does not answer', async () => {
    const cloud = cloudWith({
      'identity /role_assignments': notFound,
      'network /security-groups': [],
      'network /rbac-policies': [],
      'network /networks': ({ project_id }) => [{ id: 'n', name: 'web', project_id }],
    })
    expect(await contentsOfGone(cloud, 'gone')).toEqual([
      { kind: 'network', id: 'n', name: 'web', owner: 'gone' },
    ])
  })
})
