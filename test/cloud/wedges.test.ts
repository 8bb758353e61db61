// What stands between a stack and its cloud, on real clouds: each is named at plan, and a command gets out of it.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { textAt } from '../../lib/deliver/json.ts'
import { resourcesOf } from '../../lib/deliver/state.ts'
import type { OpenStack } from '../../scripts/openstack/index.ts'
import { giveUpUplink } from '../deliver/uplink-given-up.ts'
import { signIn } from './clouds.ts'
import { type Run, tenantry } from './command.ts'
import { type Done, startUntil } from './engine-log.ts'
import { restartNeutronWith } from './lab/control.ts'
import { quotasKept } from './lab/database.ts'
import { copyRepository, homeOf, type Repository } from './repository.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { addOperator, removeOperators } from './tenant.ts'
import { holdOneOfEach } from './tenant-holdings.ts'
import { inventories, inventoriesBefore, inventoriesDue, openZones, type Zone } from './zones.ts'

const zone = 'zone:extranet'
const xueji = {
  name: 'xueji-guanli',
  domain: 'ningwu_jiaoyuju',
  file: 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml',
  stack: 'system_extranet_ningwu_jiaoyuju_xueji-guanli',
  selector: 'ningwu/jiaoyuju/xueji-guanli@extranet',
}
const projectAddress = 'openstack_identity_project_v3.project'
const cloudsFile = inject('cloudsFile')

describe.skipIf(cloudsFile === undefined)('a wedge', () => {
  let repository: Repository
  let zones: readonly Zone[]
  let admin: OpenStack
  let disk: SmallDisk | undefined
  let quotasBefore: readonly string[]

  beforeAll(async () => {
    repository = copyRepository('ningwu/jiaoyuju')
    disk = mountSmallDisk(repository.home)
    // One zone is enough: what happens in the other is the same.
    zones = (await openZones(repository)).filter(({ id }) => id === 'extranet')
    admin = zones[0]?.admin ?? expect.fail('no zone extranet')
    quotasBefore = await quotasKept(cloudsFile ?? '', 'extranet')
  })

  afterAll(async () => {
    await removeOperators(admin)
    await run('destroy', zone, '--confirm', zone)
    disk?.unmount()
    repository.remove()
  })

  it('by a disk that fills up in the middle of an apply is gone once there is room again', async () => {
    const isTheProject = ({ stack, address }: Done) => stack === xueji.stack && address === projectAddress
    const isMidway = (done: readonly Done[]) => disk !== undefined && done.some(isTheProject)
    const { ended } = await startUntil(repository, isMidway, 'apply', zone, '--yes')
    if (disk !== undefined) {
      disk.fill()
      const broken = await ended
      expect(broken.status, broken.output).not.toBe(0)
      expect(broken.status, broken.output).not.toBe(70)
      disk.clear()
      const next = await run('apply', zone, '--yes')
      // Whose log was cut off too has made what nobody wrote down, and is told how to take it up.
      if (next.status !== 0) {
        expect(codesOf(next), next.output).toContain('TY6218')
        const adopted = await run('apply', zone, '--yes', '--adopt')
        expect(adopted.status, adopted.output).toBe(0)
      }
    } else {
      const applied = await ended
      expect(applied.status, applied.output).toBe(0)
    }
    await expectDue()
  })

  it('by a Neutron that hides everything from the account changes nothing, and is gone with the option', async () => {
    const before = statesIn(repository.home)
    await restartNeutronWith(cloudsFile ?? '', 'extranet', { oslo_policy: { enforce_scope: true } })
    try {
      expect(await admin.list('network', '/networks', 'networks')).toEqual([])
      for (const argv of [
        ['plan', zone, '--all'],
        ['apply', zone, '--all', '--yes'],
        ['destroy', zone, '--confirm', zone],
      ]) {
        const refused = await run(...argv)
        expect(refused.status, refused.output).toBe(1)
        expect(codesOf(refused), refused.output).toContain('TY6220')
        expect(refused.output).toContain('enforce_scope')
        expect(statesIn(repository.home)).toEqual(before)
      }
    } finally {
      await restartNeutronWith(cloudsFile ?? '', 'extranet', {})
    }
    await expectAtRest()
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

  it('by a project that somebody deleted is named, with what its networks and limits are left to', async () => {
    const gone = await projectId()
    await admin.request('identity', 'DELETE', `/projects/${gone}`)
    const planned = await run('plan', zone, '--all')
    expect(planned.status, planned.output).toBe(1)
    expect(planned.stacks.get(xueji.stack)?.code).toBe('TY6219')
    expect(planned.output).toContain(`tenantry state forget ${xueji.stack} ${projectAddress}`)
    expect(quotaServices(gone, await quotasKept(cloudsFile ?? '', 'extranet'))).toHaveLength(3)
    const forgotten = await run('state', 'forget', xueji.stack, projectAddress, '--dirty')
    expect(forgotten.status, forgotten.output).toBe(0)
    expect(quotaServices(gone, await quotasKept(cloudsFile ?? '', 'extranet'))).toEqual([])
    const applied = await run('apply', zone, '--yes', '--all')
    expect(applied.status, applied.output).toBe(0)
    await expectDue()
  })

  it('by what a lost state and a deleted project leave is named, swept once it is empty, and made anew', async () => {
    const gone = await projectId()
    await admin.request('identity', 'DELETE', `/projects/${gone}`)
    rmSync(join(repository.home, 'state', `${xueji.stack}.tfstate`))
    const planned = await run('plan', zone, '--all')
    expect(planned.stacks.get(xueji.stack)?.code, planned.output).toBe('TY6221')
    expect(planned.output).toContain(gone)

    const looked = await run('doctor', zone)
    expect(looked.output).toContain(`tenantry state sweep ${zone} ${gone}`)
    const refused = await run('state', 'sweep', zone, gone, '--dirty')
    expect(refused.status, refused.output).toBe(1)
    expect(refused.output).toContain('TY6414')
    expect(quotaServices(gone, await quotasKept(cloudsFile ?? '', 'extranet'))).toHaveLength(3)

    await removeNetworks(gone)
    await removeRest(gone)
    const swept = await run('state', 'sweep', zone, gone, '--dirty')
    expect(swept.status, swept.output).toBe(0)
    expect(quotaServices(gone, await quotasKept(cloudsFile ?? '', 'extranet'))).toEqual([])
    expect((await run('doctor', zone)).output).not.toContain(gone)
    const applied = await run('apply', zone, '--yes')
    expect(applied.status, applied.output).toBe(0)
    await expectDue()
  })

  it('by an uplink that is taken back while a tenant has an address is named at plan, and goes with the address', async () => {
    const person = await addOperator(admin, xueji.domain)
    const tenant = await signIn('extranet', person, { name: xueji.name, domain: xueji.domain })
    const [egress] = await tenant.list('network', '/networks', 'networks', { name: 'egress' })
    const { body } = await tenant.request('network', 'POST', '/floatingips', {
      body: { floatingip: { floating_network_id: textAt(egress, 'id') } },
    })
    const address = textAt(body, 'floatingip', 'id') ?? expect.fail('no address was given')
    const file = join(repository.root, xueji.file)
    const text = readFileSync(file, 'utf8')
    giveUpUplink({ path: (...parts) => join(repository.root, ...parts) })
    for (const argv of [
      ['plan', zone],
      ['apply', zone, '--yes'],
    ]) {
      const refused = await run(...argv)
      expect(refused.stacks.get(xueji.stack)?.code, refused.output).toBe('TY6222')
      expect(refused.output).toContain(address)
    }
    await tenant.request('network', 'DELETE', `/floatingips/${address}`)
    await removeOperators(admin)
    const applied = await run('apply', zone, '--yes')
    expect(applied.status, applied.output).toBe(0)
    await expectDue()
    // A grant that was given up does not come back by itself: the stack is made anew.
    const gone = await run(
      'destroy',
      xueji.selector,
      '--confirm',
      xueji.selector,
      '--without-papers',
      'a test',
    )
    expect(gone.status, gone.output).toBe(0)
    writeFileSync(file, text)
    const again = await run('apply', zone, '--yes')
    expect(again.status, again.output).toBe(0)
  })

  it('by what a tenant has is named line by line before a destroy, and nothing of the project is left after it', async () => {
    const person = await addOperator(admin, xueji.domain)
    const tenant = await signIn('extranet', person, { name: xueji.name, domain: xueji.domain })
    const { held, remove } = await holdOneOfEach(admin, tenant)
    const gone = await projectId()
    const refused = await run('destroy', xueji.selector, '--confirm', xueji.selector)
    expect(refused.status, refused.output).toBe(1)
    expect(refused.stacks.get(xueji.stack)?.code).toBe('TY6401')
    for (const { kind, id } of held) expect(refused.output).toMatch(new RegExp(`"${kind}[^"]*\\(${id}\\)`))
    await expectAtRest()

    await remove()
    const destroyed = await run('destroy', xueji.selector, '--confirm', xueji.selector)
    expect(destroyed.status, destroyed.output).toBe(0)
    expect(quotaServices(gone, await quotasKept(cloudsFile ?? '', 'extranet'))).toEqual([])

    const pair = await keypairOf(tenant)
    const unit = await run('destroy', zone, '--confirm', zone)
    expect(unit.status, unit.output).toBe(1)
    expect(unit.output).toContain(`keypair (${pair}), in ${tenant.userId}`)
    await admin.request('compute', 'DELETE', `/os-keypairs/${pair}`, {
      query: { user_id: tenant.userId ?? '' },
      headers: { 'OpenStack-API-Version': 'compute 2.10' },
    })
    await removeOperators(admin)
    const last = await run('destroy', zone, '--confirm', zone)
    expect(last.status, last.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesBefore(zones))
    expect(await quotasKept(cloudsFile ?? '', 'extranet')).toEqual(quotasBefore)
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

  async function removeRest(project: string): Promise<void> {
    for (const [path, key] of [
      ['/routers', 'routers'],
      ['/security-groups', 'security_groups'],
      ['/qos/policies', 'policies'],
    ] as const)
      for (const item of await admin.list('network', path, key, { project_id: project }))
        if (textAt(item, 'name') !== 'default')
          await admin.request('network', 'DELETE', `${path}/${textAt(item, 'id')}`)
  }
})

function withChanges(run: Run): readonly string[] {
  return [...run.stacks].filter(([, { changes }]) => changes > 0).map(([name]) => name)
}

function codesOf({ stacks }: Run): readonly (string | undefined)[] {
  return [...stacks.values()].map(({ code }) => code)
}

function quotaServices(project: string, kept: readonly string[]): readonly string[] {
  return kept.filter(line => line.endsWith(` ${project}`))
}

/** What each state has, by address and id. A run over what it sees may write when it looked, and that alone. */
function statesIn(home: string): Readonly<Record<string, readonly string[]>> {
  const folder = join(home, 'state')
  const names = readdirSync(folder).filter(name => name.endsWith('.tfstate'))
  return Object.fromEntries(
    names.map(name => {
      const resources = resourcesOf(JSON.parse(readFileSync(join(folder, name), 'utf8')))
      return [
        name,
        resources.map(({ address, attributes }) => `${address} ${textAt(attributes, 'id')}`).sort(),
      ]
    }),
  )
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

async function keypairOf(tenant: OpenStack): Promise<string> {
  const { body } = await tenant.request('compute', 'POST', '/os-keypairs', {
    body: { keypair: { name: 'laptop' } },
  })
  return textAt(body, 'keypair', 'name') ?? expect.fail('no key pair was made')
}
