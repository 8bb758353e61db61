import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { listAt, textAt, valueAt } from '../../lib/deliver/json.ts'
import type { DesiredSystem, ZonePlan } from '../../lib/desired-state/index.ts'
import type { OpenStack } from '../../scripts/openstack/index.ts'
import { type Person, signIn } from './clouds.ts'
import { stacksThat, tenantry } from './command.ts'
import { domainOf } from './expected/place.ts'
import { copyRepository, type Repository } from './repository.ts'
import {
  addOperator,
  bootServer,
  deleteServer,
  operators,
  removeOperators,
  statusOf,
  uploadImage,
} from './tenant.ts'
import { inventories, inventoriesBefore, inventoriesDue, openZones, type Zone } from './zones.ts'

describe.skipIf(inject('cloudsFile') === undefined)('the example repository on two clouds', () => {
  let repository: Repository
  let zones: readonly Zone[]

  beforeAll(async () => {
    repository = copyRepository()
    zones = await openZones(repository)
  })

  afterAll(async () => {
    for (const { admin } of zones) await removeOperators(admin)
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    repository.remove()
  })

  it('is applied from nothing', async () => {
    const run = await tenantry(repository, 'apply', '--yes')
    expect(run.status, run.output).toBe(0)
    expect(stacksThat(run, 'applied')).toEqual([...run.stacks.keys()].sort())
    expect(run.stacks.size).toBe(
      zones.reduce((sum, { plan }) => sum + 1 + plan.units.length + plan.systems.length, 0),
    )
  })

  it('makes what the desired state says, and nothing else', async () => {
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
  })

  it('shares nothing with everyone', async () => {
    const text = JSON.stringify(await inventories(zones))
    expect(text).not.toMatch(/"(?:shared|isDefault)":true/)
    expect(text).not.toMatch(/ for \*"/)
  })

  it('leaves nothing to plan', async () => {
    const run = await tenantry(repository, 'plan', '--all')
    expect(run.status, run.output).toBe(0)
    expect(stacksThat(run, 'planned')).toEqual([...run.stacks.keys()].sort())
    expect([...run.stacks].filter(([, { changes }]) => changes > 0)).toEqual([])
  })

  describe.each(['internet', 'extranet'])('in %s, an operator', id => {
    let mine: Tenant
    let other: Tenant

    beforeAll(async () => {
      const { plan, admin } = zones.find(zone => zone.id === id) ?? expect.fail(`no zone ${id}`)
      const image = await uploadImage(admin)
      const [first, second] = neighbours(plan)
      mine = await enter(plan, admin, first, image)
      other = await enter(plan, admin, second, image)
    })

    it('boots a server in the network of the own system', async () => {
      const { server, record } = mine
      expect(textAt(server, 'status'), JSON.stringify(valueAt(server, 'fault'))).toBe('ACTIVE')
      expect(listAt(server, 'addresses', record.system)).toHaveLength(record.networks.length)
      const ports = () => mine.api.list('network', '/ports', 'ports', { device_id: idOf(server) })
      await expect.poll(async () => textAt((await ports())[0], 'status'), { timeout: 30_000 }).toBe('ACTIVE')
    })

    it('sees the networks of the own system and the way out, and those of no other', async () => {
      const names = async ({ api }: Tenant) =>
        (await api.list('network', '/networks', 'networks')).map(network => textAt(network, 'name')).sort()
      expect(await names(mine)).toEqual(visibleNetworks(mine.record))
      expect(await names(other)).toEqual(visibleNetworks(other.record))
      expect(await statusOf(mine.api.request('network', 'GET', `/networks/${other.network}`))).toBe(404)
    })

    it('sees no server of another unit', async () => {
      const servers = await mine.api.list('compute', '/servers', 'servers')
      expect(servers.map(idOf)).toEqual([idOf(mine.server)])
      expect(await statusOf(mine.api.request('compute', 'GET', `/servers/${idOf(other.server)}`))).toBe(404)
      const everyone = mine.api.request('compute', 'GET', '/servers', { query: { all_tenants: '1' } })
      expect(await statusOf(everyone)).toBe(403)
    })

    it('gets into no project of another unit', async () => {
      const project = { name: other.record.system, domain: domainOf(other.record) }
      await expect(signIn(id, mine.person, project)).rejects.toMatchObject({ finding: { code: 'TY6009' } })
    })

    it('can neither make another network nor share the own one', async () => {
      const another = mine.api.request('network', 'POST', '/networks', {
        body: { network: { name: 'second' } },
      })
      expect(await statusOf(another)).toBe(409)
      const policy = { object_type: 'network', object_id: mine.network, action: 'access_as_shared' }
      const share = mine.api.request('network', 'POST', '/rbac-policies', {
        body: { rbac_policy: { ...policy, target_tenant: other.api.projectId } },
      })
      expect(await statusOf(share)).toBe(409)
    })

    it('is not robbed of a server by a destroy, which is refused', async () => {
      const { address } = mine.record
      const run = await tenantry(repository, 'destroy', `${address}@${id}`, '--confirm', `${address}@${id}`)
      expect(run.status, run.output).toBe(1)
      expect(run.output).toContain('TY6401')
      expect(run.output).toContain(idOf(mine.server))
      const { body } = await mine.api.request('compute', 'GET', `/servers/${idOf(mine.server)}`)
      expect(textAt(body, 'server', 'status')).toBe('ACTIVE')
    })

    afterAll(async () => {
      for (const { api, server } of [mine, other]) await deleteServer(api, idOf(server))
    })
  })

  it('takes no person along with the domain of a unit: a destroy is refused while anybody is there', async () => {
    const run = await tenantry(repository, 'destroy', '*', '--confirm', '*')
    expect(run.status, run.output).toBe(1)
    expect(run.output).toContain('TY6401')
    for (const { admin } of zones) {
      const people = await operators(admin)
      expect(people.length).toBeGreaterThan(0)
      for (const person of people) expect(run.output).toContain(idOf(person))
      await removeOperators(admin)
    }
  })

  it('is destroyed without a trace', async () => {
    const run = await tenantry(repository, 'destroy', '*', '--confirm', '*')
    expect(run.status, run.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesBefore(zones))
  })
})

/** A person in a project, with a server there. */
interface Tenant {
  readonly record: DesiredSystem
  readonly person: Person
  readonly api: OpenStack
  readonly network: string
  readonly server: unknown
}

/** Two systems of different units that can boot a server. */
function neighbours(plan: ZonePlan): readonly [DesiredSystem, DesiredSystem] {
  const bootable = plan.systems.filter(
    system => system.networks.length > 0 && flavorOf(plan, system) !== undefined,
  )
  const [first] = bootable
  const second = bootable.find(system => first !== undefined && domainOf(system) !== domainOf(first))
  if (first === undefined || second === undefined) throw new Error(`too few systems in ${plan.zone.id}`)
  return [first, second]
}

/** A granted flavor that asks the hypervisor for nothing special. */
function flavorOf({ platform }: ZonePlan, system: DesiredSystem): string | undefined {
  const plain = platform.flavors.find(
    ({ item, pool, edition, extraSpecs }) =>
      pool === 'shared' &&
      Object.keys(extraSpecs).length === 0 &&
      system.flavors.some(key => key.item === item && key.pool === pool && key.edition === edition),
  )
  if (plain === undefined) return undefined
  return `${plain.item}_${plain.pool}${plain.edition === 1 ? '' : `_${plain.edition}`}`
}

async function enter(
  plan: ZonePlan,
  admin: OpenStack,
  record: DesiredSystem,
  image: string,
): Promise<Tenant> {
  const person = await addOperator(admin, domainOf(record))
  const api = await signIn(plan.zone.cloud, person, { name: record.system, domain: domainOf(record) })
  const [network] = await api.list('network', '/networks', 'networks', { name: record.system })
  const request = { name: record.system, flavor: flavorOf(plan, record) ?? '', image, network: idOf(network) }
  const server = await bootServer(api, { ...request, securityGroup: record.system })
  return { record, person, api, network: idOf(network), server }
}

function visibleNetworks({ system, uplink }: DesiredSystem): readonly string[] {
  return uplink === undefined ? [system] : ['egress', system].sort()
}

function idOf(item: unknown): string {
  return textAt(item, 'id') ?? ''
}
