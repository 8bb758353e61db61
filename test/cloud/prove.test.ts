// What people do beside all grants, in real clouds, and the proof that finds each of it and names it.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { listAt, textAt, valueAt } from '../../lib/deliver/json.ts'
import type { OpenStack } from '../../scripts/openstack/index.ts'
import { signIn } from './clouds.ts'
import { tenantry, tenantryAsWritten } from './command.ts'
import { type Planted, plants, type Victim } from './plants/index.ts'
import { copyRepository, type Repository } from './repository.ts'
import { addOperator, removeOperators } from './tenant.ts'
import { openZones } from './zones.ts'

const zone = 'zone:extranet'
const xueji = { name: 'xueji-guanli', domain: 'ningwu_jiaoyuju' }

describe.skipIf(inject('cloudsFile') === undefined)('a proof of what exists', () => {
  let repository: Repository
  let admin: OpenStack
  let victim: Victim
  let stranger: string

  beforeAll(async () => {
    repository = copyRepository('ningwu/jiaoyuju')
    const zones = await openZones(repository)
    admin = zones.find(({ id }) => id === 'extranet')?.admin ?? expect.fail('no zone')
    const run = await tenantry(repository, 'apply', zone, '--yes')
    expect(run.status, run.output).toBe(0)
    const { body } = await admin.request('identity', 'POST', '/projects', {
      body: { project: { name: 'stranger' } },
    })
    stranger = textAt(body, 'project', 'id') ?? expect.fail('no project')
    victim = await victimOf(admin, stranger)
  })

  afterAll(async () => {
    await removeOperators(admin)
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    await admin.request('identity', 'DELETE', `/projects/${stranger}`)
    repository.remove()
  })

  it('holds where there is nothing but what the tool has made', async () => {
    expect(await found(repository)).toEqual([])
  })

  it('finds all that an administrator and a member have done, names each, and holds again without', async () => {
    const planted: Planted[] = []
    const limit = await withoutLimits(victim)
    try {
      for (const { plant } of plants) planted.push(await plant(victim))
      const lines = await found(repository)
      const expected = plants.map(({ title, code }, index) => ({ title, code, id: planted[index]?.id ?? '' }))
      const missed = expected.filter(
        ({ code, id }) => !lines.some(line => line.startsWith(`${code} `) && line.includes(id)),
      )
      expect(missed, lines.join('\n')).toEqual([])
    } finally {
      for (const { remove } of planted.toReversed()) await remove()
      await limit()
    }
    expect(await found(repository)).toEqual([])
  })
})

/** Lets a project have more than it was granted of what is planted. @returns what puts its limits back */
async function withoutLimits({ admin, project }: Victim): Promise<() => Promise<unknown>> {
  const path = `/quotas/${project}`
  const { body } = await admin.request('network', 'GET', path)
  const before = valueAt(body, 'quota')
  const set = (quota: unknown) => admin.request('network', 'PUT', path, { body: { quota } })
  const kinds = ['network', 'subnet', 'rbac_policy', 'security_group_rule', 'port']
  await set(Object.fromEntries(kinds.map(kind => [kind, -1])))
  return () => set(Object.fromEntries(kinds.map(kind => [kind, valueAt(before, kind)])))
}

/** Each finding with all that it says of the object. */
async function found(repository: Repository): Promise<readonly string[]> {
  const { answer, output } = await tenantryAsWritten(repository, 'prove', '--live', zone)
  expect(answer, output).toBeDefined()
  const findings = listAt(answer, 'findings')
  return findings.map(finding => `${textAt(finding, 'code')} ${JSON.stringify(finding)}`)
}

async function victimOf(admin: OpenStack, stranger: string): Promise<Victim> {
  const person = await addOperator(admin, xueji.domain)
  const member = await signIn('extranet', person, { name: xueji.name, domain: xueji.domain })
  const project = member.projectId ?? expect.fail('no project')
  const own = async (path: string, key: string, name = xueji.name) => {
    const [one] = await admin.list('network', path, key, { project_id: project, name })
    return textAt(one, 'id') ?? expect.fail(`none of ${key}`)
  }
  const subnets = await admin.list('network', '/subnets', 'subnets', { project_id: project, ip_version: '4' })
  const [domain] = await admin.list('identity', '/domains', 'domains', { name: xueji.domain })
  return {
    admin,
    member,
    project,
    domain: textAt(domain, 'id') ?? expect.fail('no domain'),
    network: await own('/networks', 'networks'),
    subnet: textAt(subnets[0], 'id') ?? expect.fail('no subnet'),
    router: await own('/routers', 'routers'),
    group: await own('/security-groups', 'security_groups'),
    stranger,
  }
}
