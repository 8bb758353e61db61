// What an administrator changes in real clouds behind the tool, each class of drift once, and how it is put back.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { listAt, textAt, valueAt } from '../../lib/deliver/json.ts'
import { driftClasses } from '../../lib/drift/kinds/index.ts'
import type { OpenStack } from '../../scripts/openstack/index.ts'
import { tenantry } from './command.ts'
import { copyRepository, type Repository } from './repository.ts'
import { inventories, inventoriesBefore, openZones, type Zone } from './zones.ts'

const stack = 'system_internet_jiuquan_guazhou_zhihui-chengguan'
const forgotten = 'system_internet_jiuquan_guazhou_old'
const system = 'zhihui-chengguan'

describe.skipIf(inject('cloudsFile') === undefined)('drift', () => {
  let repository: Repository
  let zones: readonly Zone[]
  let admin: OpenStack
  let project = ''
  const undo: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    repository = copyRepository('jiuquan/guazhou')
    zones = await openZones(repository)
    const run = await tenantry(repository, 'apply', '--yes')
    expect(run.status, run.output).toBe(0)
    admin = zones.find(({ id }) => id === 'internet')?.admin ?? expect.fail('no zone internet')
    project = await idOf('identity', '/projects', 'projects', { name: system })
  })

  afterAll(async () => {
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    repository.remove()
  })

  it('is none right after an apply', async () => {
    expect(await drifted()).toEqual({ status: 0, found: [] })
  })

  it('is found in each class, openings first', async () => {
    for (const plant of plants) await plant()
    const { status, found } = await drifted()
    expect(status).toBe(2)
    const openings = found.filter(({ opens }) => opens).map(({ class: of }) => of)
    expect(openings).toEqual(found.slice(0, openings.length).map(({ class: of }) => of))
    expect(openings).toEqual(expect.arrayContaining(['exposure', 'rbac', 'role', 'qos']))
    expect(new Set(found.map(({ class: of }) => of))).toEqual(new Set(driftClasses))
  })

  it('is over once it is undone, and the rest is put back by an apply', async () => {
    for (const step of undo.toReversed()) await step()
    const run = await tenantry(repository, 'apply', '--all', '--yes')
    expect(run.status, run.output).toBe(0)
    expect(await drifted()).toEqual({ status: 0, found: [] })
  })

  it('leaves nothing when all is destroyed', async () => {
    const run = await tenantry(repository, 'destroy', '*', '--confirm', '*')
    expect(run.status, run.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesBefore(zones))
  })

  const plants: readonly (() => Promise<void>)[] = [
    async () => {
      await admin.request('compute', 'PUT', `/os-quota-sets/${project}`, {
        body: { quota_set: { cores: 999 } },
      })
    },
    async () => {
      const group = await idOf('network', '/security-groups', 'security_groups', {
        name: system,
        project_id: project,
      })
      const wide = {
        security_group_id: group,
        tenant_id: project,
        direction: 'ingress',
        ethertype: 'IPv4',
        remote_ip_prefix: '0.0.0.0/0',
      }
      await made('/security-group-rules', 'security_group_rule', wide)
    },
    async () => {
      const network = await networkOf()
      const share = {
        object_type: 'network',
        object_id: network,
        action: 'access_as_shared',
        target_tenant: admin.projectId,
      }
      await made('/rbac-policies', 'rbac_policy', share)
    },
    async () => {
      const role = await idOf('identity', '/roles', 'roles', { name: 'admin' })
      const [user] = await admin.list('identity', '/users', 'users', { name: 'admin' })
      const path = `/projects/${project}/users/${textAt(user, 'id')}/roles/${role}`
      await admin.request('identity', 'PUT', path)
      undo.push(async () => await admin.request('identity', 'DELETE', path))
    },
    async () => {
      const [router] = await admin.list('network', '/routers', 'routers', { project_id: project })
      const network = textAt(router, 'external_gateway_info', 'network_id')
      const policy = valueAt(router, 'external_gateway_info', 'qos_policy_id')
      const set = async (qos_policy_id: unknown) =>
        await admin.request('network', 'PUT', `/routers/${textAt(router, 'id')}`, {
          body: { router: { external_gateway_info: { network_id: network, qos_policy_id } } },
        })
      await set(null)
      // The provider does not read it back, and an apply would change nothing.
      undo.push(async () => await set(policy))
    },
    async () => {
      const [subnet] = await admin.list('network', '/subnets', 'subnets', { project_id: project })
      await admin.request('network', 'PUT', `/subnets/${textAt(subnet, 'id')}`, {
        body: { subnet: { name: 'renamed' } },
      })
    },
    async () => {
      const flavors = await admin.list('compute', '/flavors/detail', 'flavors', { is_public: 'None' })
      const ours = flavors.find(flavor => textAt(flavor, 'name')?.includes('_') === true)
      await admin.request('compute', 'POST', `/flavors/${textAt(ours, 'id')}/os-extra_specs`, {
        body: { extra_specs: { 'hw:mem_page_size': 'any' } },
      })
    },
    async () => {
      const [group] = await admin.list('network', '/security-groups', 'security_groups', {
        name: system,
        project_id: project,
      })
      const ours = listAt(group, 'security_group_rules').find(
        rule => valueAt(rule, 'remote_ip_prefix') !== '0.0.0.0/0',
      )
      await admin.request('network', 'DELETE', `/security-group-rules/${textAt(ours, 'id')}`)
    },
    async () => {
      // The quota leaves no room for anything that was not asked for.
      await admin.request('network', 'PUT', `/quotas/${project}`, { body: { quota: { network: 99 } } })
      await made('/networks', 'network', { name: system, tenant_id: project })
    },
    async () => {
      const fileOf = (name: string) => join(repository.home, 'state', `${name}.tfstate`)
      cpSync(fileOf(stack), fileOf(forgotten))
      undo.push(async () => rmSync(fileOf(forgotten)))
    },
  ]

  async function drifted() {
    const { status, output } = await tenantry(repository, 'drift')
    const answer: unknown = JSON.parse(output.slice(output.indexOf('{\n')))
    expect(listAt(answer, 'unlooked'), output).toEqual([])
    const found = listAt(answer, 'drifts').map(drift => ({
      class: textAt(drift, 'class'),
      opens: valueAt(drift, 'opens'),
      code: textAt(drift, 'finding', 'code'),
      message: textAt(drift, 'finding', 'message', 'en'),
    }))
    return { status, found }
  }

  async function idOf(
    service: 'identity' | 'network',
    path: string,
    key: string,
    query: Readonly<Record<string, string>>,
  ): Promise<string> {
    const [found] = await admin.list(service, path, key, query)
    return textAt(found, 'id') ?? expect.fail(`no ${key} ${JSON.stringify(query)}`)
  }

  async function networkOf(): Promise<string> {
    return await idOf('network', '/networks', 'networks', { project_id: project })
  }

  /** Makes something in Neutron, which is removed when drift is undone. */
  async function made(path: string, key: string, value: object): Promise<void> {
    const { body } = await admin.request('network', 'POST', path, { body: { [key]: value } })
    const id = textAt(body, key, 'id') ?? expect.fail(`no ${key} was made`)
    undo.push(async () => await admin.request('network', 'DELETE', `${path}/${id}`))
  }
})
