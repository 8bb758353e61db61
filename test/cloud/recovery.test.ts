import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { idsOfKind, resourcesOf } from '../../lib/deliver/state.ts'
import { killOne, killTree, type Run, stacksThat, start, tenantry } from './command.ts'
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
    const first = await killed(killOne, count => count('projects') > 2, 'apply', '--yes')
    const second = await killed(killTree, count => count('networks') > 2, 'apply', '--yes')
    const third = await killed(killTree, count => count('routers') > 1, 'apply', '--yes')
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
    const routers = (await counts(zones))('routers')
    const first = await killed(
      killTree,
      count => count('routers') < routers,
      'destroy',
      '*',
      '--confirm',
      '*',
    )
    expect(first.status).toBeNull()
    const last = await tenantry(repository, 'destroy', '*', '--confirm', '*')
    expect(last.status, last.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesBefore(zones))
  })

  /** Kills a run as soon as the clouds are seen to be in its middle. A run that ended before has a status. */
  async function killed(
    kill: (pid: number) => void,
    when: (count: (kind: Kind) => number) => boolean,
    ...args: readonly string[]
  ): Promise<Run> {
    const { pid, ended } = start(repository, ...args)
    let isOver = false
    const over = ended.then(() => {
      isOver = true
    })
    while (!isOver && !when(await counts(zones))) await Promise.race([over, sleep(100)])
    kill(pid)
    return await ended
  }
})

const kinds = {
  projects: ['identity', '/projects'],
  networks: ['network', '/networks'],
  routers: ['network', '/routers'],
} as const

type Kind = keyof typeof kinds

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

/** How many things of a kind both clouds hold, not counting those that they held before. */
async function counts(zones: readonly Zone[]): Promise<(kind: Kind) => number> {
  const found = await Promise.all(
    Object.entries(kinds).map(async ([kind, [service, path]]) => {
      const lists = await Promise.all(zones.map(({ admin }) => admin.list(service, path, kind)))
      const before = zones.reduce((sum, zone) => sum + Object.keys(zone.before[kind] ?? {}).length, 0)
      return [kind, lists.flat().length - before] as const
    }),
  )
  const byKind = new Map<string, number>(found)
  return kind => byKind.get(kind) ?? 0
}
