// What a run left that was killed between the cloud's answer and the state, when nobody asks for it any more.
import { copyFileSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { textAt } from '../../lib/deliver/json.ts'
import type { OpenStack } from '../../scripts/openstack/index.ts'
import { killTree, stacksThat, tenantry } from './command.ts'
import { type Done, startUntil } from './engine-log.ts'
import { copyRepository, type Repository } from './repository.ts'
import { statusOf } from './tenant.ts'
import { inventories, inventoriesBefore, inventoriesDue, openZones, type Zone } from './zones.ts'

const xueji = {
  name: 'xueji-guanli',
  file: 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml',
  stack: 'system_extranet_ningwu_jiaoyuju_xueji-guanli',
}
const jiankang = {
  name: 'jiankang-dangan',
  file: 'tenants/ningwu/weijianju/jiankang-dangan.yaml',
  stack: 'system_extranet_ningwu_weijianju_jiankang-dangan',
  unit: 'unit_extranet_ningwu_weijianju',
}

describe.skipIf(inject('cloudsFile') === undefined)('what a killed run left and nobody asks for', () => {
  let repository: Repository
  let zones: readonly Zone[]
  let foreign: Foreign
  const path = (file: string) => join(repository.root, file)
  // Beside the repository: whatever is not listed may not lie in it.
  const aside = () => `${repository.root}.aside`

  beforeAll(async () => {
    repository = copyRepository('ningwu/jiaoyuju', 'ningwu/weijianju')
    renameSync(path(jiankang.file), aside())
    const opened = await openZones(repository)
    foreign = await makeForeign(extranet(opened))
    zones = await openZones(repository)
    const run = await tenantry(repository, 'apply', '--yes')
    expect(run.status, run.output).toBe(0)
  })

  afterAll(async () => {
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    await foreign.remove()
    repository.remove()
  })

  it('is removed by the next apply, in sight, where its stack goes on', async () => {
    const admin = extranet(zones)
    const state = keep(join(repository.home, 'state', `${xueji.stack}.tfstate`))
    repository.replace(xueji.file, '[22, 3306]', '[22, 3306, 6379]')
    const run = await killedAfter(
      repository,
      ({ stack, action, address }) =>
        stack === xueji.stack && action === 'create' && address.includes('6379'),
    )
    expect(run.status).toBeNull()
    state.putBack()
    repository.replace(xueji.file, '[22, 3306, 6379]', '[22, 3306]')
    expect(await rulesTo(admin, xueji.name, 6379)).toBeGreaterThan(0)

    const planned = await tenantry(repository, 'plan')
    expect(planned.status, planned.output).toBe(0)
    expect(planned.stacks.get(xueji.stack)?.removed.join()).toContain('6379')
    const applied = await tenantry(repository, 'apply', '--yes')
    expect(applied.status, applied.output).toBe(0)
    expect(stacksThat(applied, 'applied')).toEqual([xueji.stack])
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
  })

  it('is named where its whole system was taken back, and is not removed while a tenant has anything in it', async () => {
    const admin = extranet(zones)
    const projects = () => admin.list('identity', '/projects', 'projects', { name: jiankang.name })
    copyFileSync(aside(), path(jiankang.file))
    const run = await killedAfter(
      repository,
      ({ stack, address }) =>
        stack === jiankang.stack && address.startsWith('openstack_identity_project_v3.'),
    )
    expect(run.status).toBeNull()
    rmSync(join(repository.home, 'state', `${jiankang.stack}.tfstate`), { force: true })
    rmSync(path(jiankang.file))

    const applied = await tenantry(repository, 'apply', '--yes')
    expect(applied.status, applied.output).toBe(0)
    expect(applied.leaked).toEqual([jiankang.stack, jiankang.unit])
    const project = idOf((await projects())[0])

    const theirs = await admin.request('network', 'POST', '/security-groups', {
      body: { security_group: { name: 'theirs', project_id: project } },
    })
    const group = textAt(theirs.body, 'security_group', 'id') ?? ''
    const selector = 'ningwu/weijianju@extranet'
    const refused = await tenantry(repository, 'destroy', selector, '--confirm', selector)
    expect(refused.status, refused.output).toBe(1)
    expect(refused.output).toContain('TY6401')
    expect(refused.output).toContain(group)
    expect((await projects()).map(idOf)).toEqual([project])

    await admin.request('network', 'DELETE', `/security-groups/${group}`)
    const destroyed = await tenantry(repository, 'destroy', selector, '--confirm', selector)
    expect(destroyed.status, destroyed.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
    expect((await tenantry(repository, 'apply', '--yes')).leaked).toEqual([])
  })

  it('is named, and never removed, where no log of this machine tells of it', async () => {
    const admin = extranet(zones)
    const planted = await plant(admin)
    const run = await tenantry(repository, 'apply', '--yes', '--all')
    expect(run.status, run.output).toBe(0)
    expect(run.strays).toEqual([
      `${xueji.stack} qos-policy ${xueji.name}`,
      `${xueji.stack} security-group-rule ingress tcp 8080-8080 10.0.0.0/8`,
      'unit_extranet_ningwu_chuandaju domain ningwu_chuandaju',
      'unit_extranet_ningwu_jiaoyuju project kaoshi-guanli',
    ])
    for (const { service, path } of planted)
      expect(await statusOf(admin.request(service, 'GET', path)), path).toBe(200)
    for (const { remove } of planted) await remove()
    const after = await tenantry(repository, 'plan', '--all')
    expect(after.strays).toEqual([])
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
  })

  it('is looked for in vain among what others have, which outlives everything of ours', async () => {
    const run = await tenantry(repository, 'destroy', '*', '--confirm', '*')
    expect(run.status, run.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesBefore(zones))
  })
})

function extranet(zones: readonly Zone[]): OpenStack {
  return zones.find(({ id }) => id === 'extranet')?.admin ?? expect.fail('no zone extranet')
}

function idOf(item: unknown): string {
  return textAt(item, 'id') ?? expect.fail('nothing there')
}

/** Keeps a file as it is now, to the time of its last change: a run killed a moment earlier would not have written it. */
function keep(file: string): { readonly putBack: () => void } {
  const bytes = readFileSync(file)
  const now = new Date()
  utimesSync(file, now, now)
  return {
    putBack: () => {
      writeFileSync(file, bytes)
      utimesSync(file, now, now)
    },
  }
}

/** Cuts the power of an apply as soon as the cloud has something. A run that ended before has a status. */
async function killedAfter(repository: Repository, isIt: (done: Done) => boolean) {
  const { pid, ended } = await startUntil(repository, done => done.some(isIt), 'apply', '--yes')
  killTree(pid)
  return await ended
}

/** How many rules of the group of a system let something in to a port. */
async function rulesTo(admin: OpenStack, system: string, port: number): Promise<number> {
  const [project] = await admin.list('identity', '/projects', 'projects', {
    name: system,
    domain_id: await domainIdOf(admin, 'ningwu_jiaoyuju'),
  })
  const query = { project_id: idOf(project), port_range_min: String(port), direction: 'ingress' }
  return (await admin.list('network', '/security-group-rules', 'security_group_rules', query)).length
}

async function domainIdOf(admin: OpenStack, name: string): Promise<string> {
  return idOf((await admin.list('identity', '/domains', 'domains', { name }))[0])
}

interface Made {
  readonly service: 'identity' | 'network'
  readonly path: string
  readonly remove: () => Promise<unknown>
}

async function make(
  admin: OpenStack,
  service: Made['service'],
  collection: string,
  key: string,
  values: object,
): Promise<Made & { readonly id: string }> {
  const { body } = await admin.request(service, 'POST', collection, { body: { [key]: values } })
  const id = textAt(body, key, 'id') ?? expect.fail(`no ${key} was made`)
  const path = `${collection}/${id}`
  return { id, service, path, remove: () => admin.request(service, 'DELETE', path) }
}

async function makeDomain(admin: OpenStack, name: string) {
  const made = await make(admin, 'identity', '/domains', 'domain', { name, enabled: true })
  const remove = async () => {
    await admin.request('identity', 'PATCH', made.path, { body: { domain: { enabled: false } } })
    await made.remove()
  }
  return { ...made, remove }
}

/** What runs of another machine might have left, or somebody have made by hand. */
async function plant(admin: OpenStack): Promise<readonly Made[]> {
  const domain = await domainIdOf(admin, 'ningwu_jiaoyuju')
  const [ours] = await admin.list('identity', '/projects', 'projects', {
    name: xueji.name,
    domain_id: domain,
  })
  const project_id = idOf(ours)
  const [group] = await admin.list('network', '/security-groups', 'security_groups', {
    project_id,
    name: xueji.name,
  })
  return [
    await make(admin, 'network', '/qos/policies', 'policy', { name: xueji.name, project_id }),
    // A tenant's own name: nobody's business but the tenant's.
    await make(admin, 'network', '/qos/policies', 'policy', { name: 'theirs', project_id }),
    await make(admin, 'network', '/security-group-rules', 'security_group_rule', {
      security_group_id: idOf(group),
      direction: 'ingress',
      ethertype: 'IPv4',
      protocol: 'tcp',
      port_range_min: 8080,
      port_range_max: 8080,
      remote_ip_prefix: '10.0.0.0/8',
    }),
    await make(admin, 'identity', '/projects', 'project', { name: 'kaoshi-guanli', domain_id: domain }),
    await makeDomain(admin, 'ningwu_chuandaju'),
  ]
}

interface Foreign {
  readonly remove: () => Promise<void>
}

/** Another customer of the same cloud, whose things are called as ours are. */
async function makeForeign(admin: OpenStack): Promise<Foreign> {
  const domain = await makeDomain(admin, 'other')
  const project = await make(admin, 'identity', '/projects', 'project', {
    name: xueji.name,
    domain_id: domain.id,
  })
  const owner = { name: xueji.name, project_id: project.id }
  const network = await make(admin, 'network', '/networks', 'network', owner)
  const router = await make(admin, 'network', '/routers', 'router', owner)
  const group = await make(admin, 'network', '/security-groups', 'security_group', owner)
  const made = [group, router, network, project, domain]
  return {
    remove: async () => {
      for (const { remove } of made) await remove()
      const query = { project_id: project.id }
      for (const left of await admin.list('network', '/security-groups', 'security_groups', query))
        await admin.request('network', 'DELETE', `/security-groups/${idOf(left)}`)
    },
  }
}
