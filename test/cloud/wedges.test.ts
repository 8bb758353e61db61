// What stands between a stack and its cloud, on real clouds: each is named at plan, and a command gets out of it.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { textAt } from '../../lib/deliver/json.ts'
import type { OpenStack } from '../../scripts/openstack/index.ts'
import { type Run, start, tenantry } from './command.ts'
import { copyRepository, homeOf, type Repository } from './repository.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { inventories, inventoriesDue, openZones, type Zone } from './zones.ts'

const zone = 'zone:extranet'
const xueji = {
  name: 'xueji-guanli',
  domain: 'ningwu_jiaoyuju',
  file: 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml',
  stack: 'system_extranet_ningwu_jiaoyuju_xueji-guanli',
  selector: 'ningwu/jiaoyuju/xueji-guanli@extranet',
}
const cloudsFile = inject('cloudsFile')

describe.skipIf(cloudsFile === undefined)('a wedge', () => {
  let repository: Repository
  let zones: readonly Zone[]
  let admin: OpenStack
  let disk: SmallDisk | undefined

  beforeAll(async () => {
    repository = copyRepository('ningwu/jiaoyuju')
    disk = mountSmallDisk(repository.home)
    // One zone is enough: what happens in the other is the same.
    zones = (await openZones(repository)).filter(({ id }) => id === 'extranet')
    admin = zones[0]?.admin ?? expect.fail('no zone extranet')
  })

  afterAll(async () => {
    await run('destroy', zone, '--confirm', zone)
    disk?.unmount()
    repository.remove()
  })

  it('by a disk that fills up in the middle of an apply is gone once there is room again', async () => {
    const { ended } = start(repository, 'apply', zone, '--yes')
    if (disk !== undefined) {
      await until(ended, async () => (await projectsNamed(xueji.name)).length > 0)
      disk.fill()
      const broken = await ended
      expect(broken.status, broken.output).not.toBe(0)
      expect(broken.status, broken.output).not.toBe(70)
      disk.clear()
      const next = await run('apply', zone, '--yes')
      expect(next.status, next.output).toBe(0)
    } else {
      const applied = await ended
      expect(applied.status, applied.output).toBe(0)
    }
    await expectDue()
  })

  it('by a state that lies where older versions kept it is named, and moved by one command', async () => {
    layOutAsBefore(repository)
    const refused = await run('plan', zone, '--all')
    expect(refused.status, refused.output).toBe(3)
    expect(refused.output).toContain('TY6024')
    expect(refused.output).toContain('tenantry state migrate')
    const migrated = await run('state', 'migrate')
    expect(migrated.status, migrated.output).toBe(0)
    expect(existsSync(join(repository.root, '.tenantry/state'))).toBe(false)
    await expectAtRest()
  })

  it('by a repository that was moved is named, and its state goes with it by one command', async () => {
    const moved = { root: `${repository.root}-moved` }
    cpSync(repository.root, moved.root, { recursive: true })
    cpSync(repository.home, homeOf(moved.root), { recursive: true })
    chmodSync(homeOf(moved.root), 0o700)
    const refused = await tenantry(moved, 'plan', zone, '--all')
    expect(refused.status, refused.output).toBe(3)
    expect(refused.output).toContain('TY6023')
    const taken = await tenantry(moved, 'state', 'move', repository.root)
    expect(taken.status, taken.output).toBe(0)
    const planned = await tenantry(moved, 'plan', zone, '--all')
    expect(planned.status, planned.output).toBe(0)
    expect(withChanges(planned)).toEqual([])
    for (const path of [moved.root, homeOf(moved.root)]) rmSync(path, { recursive: true })
  })

  it('by a clone without any state is named, a destroy says nothing of success, and all is taken up', async () => {
    for (const name of readdirSync(repository.home)) rmSync(join(repository.home, name), { recursive: true })
    const planned = await run('plan', zone)
    expect(planned.status, planned.output).toBe(1)
    expect(codesOf(planned), planned.output).toContain('TY6218')
    expect(planned.output).toContain('tenantry apply --adopt')
    const destroyed = await run('destroy', zone, '--confirm', zone)
    expect([...destroyed.stacks.values()].map(({ status }) => status)).not.toContain('destroyed')
    const adopted = await run('apply', zone, '--yes', '--adopt')
    expect(adopted.status, adopted.output).toBe(0)
    await expectAtRest()
  })

  it('by a network that somebody deleted is shown in the plan, and mended by the next apply', async () => {
    await removeNetworks(await projectId())
    const planned = await run('plan', zone, '--all')
    expect(planned.status, planned.output).toBe(0)
    expect(withChanges(planned)).toEqual([xueji.stack])
    const applied = await run('apply', zone, '--yes', '--all')
    expect(applied.status, applied.output).toBe(0)
    await expectDue()
  })

  function run(...argv: readonly string[]): Promise<Run> {
    return tenantry(repository, ...argv)
  }

  async function expectDue(): Promise<void> {
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
  }

  /** As it should be, by the plan and by the clouds. */
  async function expectAtRest(): Promise<void> {
    const planned = await run('plan', zone, '--all')
    expect(planned.status, planned.output).toBe(0)
    expect(withChanges(planned)).toEqual([])
  }

  function projectsNamed(name: string): Promise<readonly unknown[]> {
    return admin.list('identity', '/projects', 'projects', { name })
  }

  async function projectId(): Promise<string> {
    return textAt((await projectsNamed(xueji.name))[0], 'id') ?? expect.fail('the project is not there')
  }

  /** Everything of a project that its network hangs on, and the network. */
  async function removeNetworks(project: string): Promise<void> {
    const query = { project_id: project }
    const routers = await admin.list('network', '/routers', 'routers', query)
    const ports = await admin.list('network', '/ports', 'ports', query)
    const interfaces = ports.filter(port => textAt(port, 'device_owner') === 'network:router_interface')
    for (const port of interfaces)
      await admin.request('network', 'PUT', `/routers/${textAt(port, 'device_id')}/remove_router_interface`, {
        body: { port_id: textAt(port, 'id') },
      })
    for (const network of await admin.list('network', '/networks', 'networks', query))
      await admin.request('network', 'DELETE', `/networks/${textAt(network, 'id')}`)
    expect(routers.length).toBeGreaterThan(0)
  }
})

function withChanges(run: Run): readonly string[] {
  return [...run.stacks].filter(([, { changes }]) => changes > 0).map(([name]) => name)
}

function codesOf({ stacks }: Run): readonly (string | undefined)[] {
  return [...stacks.values()].map(({ code }) => code)
}

/** Waits for something to be so, unless the run has ended before. */
async function until(ended: Promise<unknown>, isSo: () => Promise<boolean>): Promise<void> {
  let isOver = false
  const over = ended.then(() => {
    isOver = true
  })
  while (!isOver && !(await isSo())) await Promise.race([over, sleep(20)])
}

/** As older versions left it: states, records and runs in the data repository, and no state home. */
function layOutAsBefore({ root, home }: Repository): void {
  const old = join(root, '.tenantry')
  mkdirSync(old, { recursive: true })
  for (const [from, to] of [
    ['state', 'state'],
    ['records', 'stacks'],
    ['runs', 'runs'],
  ] as const)
    cpSync(join(home, from), join(old, to), { recursive: true, preserveTimestamps: true })
  for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true })
}
