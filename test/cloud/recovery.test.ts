import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { idsOfKind, resourcesOf } from '../../lib/deliver/state.ts'
import { killOne, killTree, type Run, stacksThat, tenantry } from './command.ts'
import { type Done, startUntil } from './engine-log.ts'
import { copyRepository, type Repository } from './repository.ts'
import { inventories, inventoriesBefore, inventoriesDue, openZones, type Zone } from './zones.ts'

const system = 'system_extranet_datong_yingjiju_yingji-zhihui'

describe.skipIf(inject('cloudsFile') === undefined)('a run that is killed', () => {
  let repository: Repository
  let zones: readonly Zone[]

  beforeAll(async () => {
    repository = copyRepository('datong/shichangju', 'datong/yingjiju')
    zones = await openZones(repository)
  })

  afterAll(async () => {
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    repository.remove()
  })

  it('is gone on with by the next, and the one after, until all is as it should be', async () => {
    // First the command alone, so that terraform outlives it; then everything at once, as by a power cut.
    const first = await killed(killOne, done => made(done, 'identity_project') > 2, 'apply', '--yes')
    const second = await killed(killTree, done => made(done, 'networking_network') > 0, 'apply', '--yes')
    const third = await killed(killTree, done => made(done, 'networking_') > 4, 'apply', '--yes')
    expect([first.status, second.status, third.status]).toEqual([null, null, null])

    const last = await tenantry(repository, 'apply', '--yes')
    expect(last.status, last.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
  })

  it('leaves nothing to plan once it was gone on with', async () => {
    const run = await tenantry(repository, 'plan', '--all')
    expect(run.status, run.output).toBe(0)
    expect(stacksThat(run, 'planned')).toEqual([...run.stacks.keys()].sort())
    expect([...run.stacks].filter(([, { changes }]) => changes > 0)).toEqual([])
  })

  it('keeps nothing of a project that terraform was told to stop making, and makes anew', async () => {
    const [before] = breakOffProject(repository, system)
    const run = await tenantry(repository, 'apply', '--yes')
    expect(run.status, run.output).toBe(0)
    expect(run.stacks.get(system)?.removed.join()).toContain('openstack_identity_project_v3')
    expect(projectsIn(stateOf(repository, system))).not.toContain(before)
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
  })

  it('leaves nothing in the clouds when it was a destroy, and is gone on with', async () => {
    const isRouterGone = ({ action, address }: Done) =>
      action === 'delete' && address.startsWith('openstack_networking_router_v2.')
    const first = await killed(killTree, done => done.some(isRouterGone), 'destroy', '*', '--confirm', '*')
    expect(first.status).toBeNull()
    const last = await tenantry(repository, 'destroy', '*', '--confirm', '*')
    expect(last.status, last.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesBefore(zones))
  })

  /** Kills a run once terraform has done enough in it. A run that ended before has a status. */
  async function killed(
    kill: (pid: number) => void,
    isEnough: (done: readonly Done[]) => boolean,
    ...args: readonly string[]
  ): Promise<Run> {
    const { pid, ended } = await startUntil(repository, isEnough, ...args)
    kill(pid)
    return await ended
  }
})

/** How many resources were made whose type begins so. */
function made(done: readonly Done[], type: string): number {
  return done.filter(({ action, address }) => action === 'create' && address.startsWith(`openstack_${type}`))
    .length
}

function stateOf({ home }: Repository, stack: string): string {
  return join(home, 'state', `${stack}.tfstate`)
}

function projectsIn(state: string): readonly string[] {
  return idsOfKind(resourcesOf(JSON.parse(readFileSync(state, 'utf8'))), 'project')
}

/** As terraform leaves a project whose making was broken off once the cloud had it. The ids that it had. */
function breakOffProject(repository: Repository, stack: string): readonly string[] {
  const file = stateOf(repository, stack)
  const before = projectsIn(file)
  const marked = readFileSync(file, 'utf8').replace(
    /("mode": "managed",\s*"type": "openstack_identity_project_v3",[\s\S]*?"instances": \[\s*\{)/,
    '$1 "status": "tainted",',
  )
  writeFileSync(file, marked)
  return before
}
