import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { textAt } from '../../lib/deliver/json.ts'
import type { OpenStack } from '../../scripts/openstack/index.ts'
import { stacksThat, tenantry } from './command.ts'
import { copyRepository, type Repository } from './repository.ts'
import { inventories, inventoriesBefore, inventoriesDue, openZones, type Zone } from './zones.ts'

const xueji = {
  file: 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml',
  stack: 'system_extranet_ningwu_jiaoyuju_xueji-guanli',
}
const jiankang = {
  file: 'tenants/ningwu/weijianju/jiankang-dangan.yaml',
  stack: 'system_extranet_ningwu_weijianju_jiankang-dangan',
}

describe.skipIf(inject('cloudsFile') === undefined)('a repository that changes', () => {
  let repository: Repository
  let zones: readonly Zone[]

  beforeAll(async () => {
    repository = copyRepository('ningwu/jiaoyuju', 'ningwu/weijianju')
    zones = await openZones(repository)
  })

  afterAll(async () => {
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    repository.remove()
  })

  it('touches nothing while the runner may not make the policies that it takes, and is applied once it may', async () => {
    const { admin } = zone('extranet')
    const quota = `/quotas/${admin.projectId}`
    await admin.request('network', 'PUT', quota, { body: { quota: { rbac_policy: 1 } } })
    try {
      const refused = await tenantry(repository, 'apply', 'zone:extranet', '--yes')
      expect(refused.status, refused.output).toBe(3)
      expect(refused.output).toContain('TY6014')
      expect(await inventories(zones)).toEqual(await inventoriesBefore(zones))
    } finally {
      await admin.request('network', 'DELETE', quota)
    }
    const run = await tenantry(repository, 'apply', '--yes')
    expect(run.status, run.output).toBe(0)
  })

  it('runs nothing without a change, nor for a comment', async () => {
    repository.replace(xueji.file, 'purpose: 内部管理', 'purpose: 内部管理 # 学籍')
    const run = await tenantry(repository, 'apply', '--yes')
    expect(run.status, run.output).toBe(0)
    expect(stacksThat(run, 'unchanged')).toEqual([...run.stacks.keys()].sort())
  })

  it('runs only the stack of the system that changed', async () => {
    repository.replace(xueji.file, '[22, 3306]', '[22, 3306, 6379]')
    const run = await tenantry(repository, 'apply', '--yes')
    expect(run.status, run.output).toBe(0)
    expect(stacksThat(run, 'applied')).toEqual([xueji.stack])
    expect(stacksThat(run, 'unchanged')).toHaveLength(run.stacks.size - 1)
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
  })

  it('shows what was changed in a cloud by hand, and puts it right', async () => {
    const { admin } = zone('extranet')
    const project = await projectIdOf(admin, 'xueji-guanli')
    await admin.request('network', 'PUT', `/quotas/${project}`, { body: { quota: { port: 4096 } } })
    const planned = await tenantry(repository, 'plan', '--all')
    expect([...planned.stacks].filter(([, { changes }]) => changes > 0).map(([name]) => name)).toEqual([
      xueji.stack,
    ])
    const applied = await tenantry(repository, 'apply', '--yes', '--all')
    expect(applied.status, applied.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
  })

  it('does not let standing openings get wider without a grant, told by a cloud that has none of it', async () => {
    const [stands, wider] = ['{ from: 172.20.0.0/16,', '{ from: 172.16.0.0/12,']
    repository.replace(xueji.file, stands, wider)
    for (const command of [['plan'], ['apply', '--yes']]) {
      const refused = await tenantry(repository, ...command)
      expect(refused.stacks.get(xueji.stack)?.code, refused.output).toBe('TY6236')
      expect(stacksThat(refused, 'applied')).toEqual([])
    }
    repository.replace(xueji.file, wider, stands)
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))

    // What stands may be narrowed by anybody, and once it is, the same openings are more than stands.
    const narrower = '{ from: 172.20.0.0/17,'
    repository.replace(xueji.file, stands, narrower)
    const narrowed = await tenantry(repository, 'apply', '--yes')
    expect(narrowed.status, narrowed.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
    repository.replace(xueji.file, narrower, stands)
    expect((await tenantry(repository, 'plan')).stacks.get(xueji.stack)?.code).toBe('TY6236')
    repository.replace(xueji.file, stands, narrower)
  })

  it('fails in the one stack that cannot be applied, and retries only that', async () => {
    repository.replace(xueji.file, '[22, 3306, 6379]', '[22, 3306, 6380]')
    repository.replace(jiankang.file, '[22, 3306]', '[22, 3306, 8080]')
    const rule = await plantRule(zone('extranet').admin, 'jiankang-dangan')

    const failed = await tenantry(repository, 'apply', '--yes')
    expect(failed.status, failed.output).toBe(1)
    expect(stacksThat(failed, 'failed')).toEqual([jiankang.stack])
    // Named before anything is touched: the rule that somebody made by hand is what the stack would make.
    expect(failed.stacks.get(jiankang.stack)?.code).toBe('TY6218')
    expect(stacksThat(failed, 'applied')).toEqual([xueji.stack])

    await zone('extranet').admin.request('network', 'DELETE', `/security-group-rules/${rule}`)
    const retried = await tenantry(repository, 'apply', '--yes', '--retry')
    expect(retried.status, retried.output).toBe(0)
    expect(stacksThat(retried, 'applied')).toEqual([jiankang.stack])
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
  })

  it('is destroyed without a trace', async () => {
    const run = await tenantry(repository, 'destroy', '*', '--confirm', '*')
    expect(run.status, run.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesBefore(zones))
  })

  function zone(id: string): Zone {
    return zones.find(each => each.id === id) ?? expect.fail(`no zone ${id}`)
  }
})

async function projectIdOf(admin: OpenStack, name: string): Promise<string> {
  const [project] = await admin.list('identity', '/projects', 'projects', { name })
  return textAt(project, 'id') ?? expect.fail(`no project ${name}`)
}

/** Makes by hand one of the rules that the changed manifest asks for: Neutron takes no rule twice. */
async function plantRule(admin: OpenStack, system: string): Promise<string> {
  const project = await projectIdOf(admin, system)
  const [group] = await admin.list('network', '/security-groups', 'security_groups', { name: system })
  const [subnet] = await admin.list('network', '/subnets', 'subnets', {
    project_id: project,
    ip_version: '4',
  })
  const { body } = await admin.request('network', 'POST', '/security-group-rules', {
    body: {
      security_group_rule: {
        security_group_id: textAt(group, 'id'),
        project_id: project,
        direction: 'ingress',
        ethertype: 'IPv4',
        protocol: 'tcp',
        port_range_min: 8080,
        port_range_max: 8080,
        remote_ip_prefix: textAt(subnet, 'cidr'),
      },
    },
  })
  return textAt(body, 'security_group_rule', 'id') ?? expect.fail('no rule was made')
}
