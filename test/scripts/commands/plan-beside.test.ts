import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { takeSnapshot, watchFor } from '../../../scripts/terraform/snapshot.ts'
import { nobody } from '../../../scripts/terraform/state/list.ts'
import { filesOf, workspaceIn } from '../../../scripts/workspace/delivery-files.ts'
import { takePlanRoom } from '../../../scripts/workspace/plan-room.ts'
import { tryLock } from '../../../scripts/workspace/run-lock.ts'
import { begun, type Site, site } from '../../deliver/delivery.ts'
import { temporaryDirectory } from '../harness.ts'

const stack = 'platform_extranet'
const platform = 'platform:extranet'

/** Everything that lies in the state home, but for the rooms of plans and the records of runs. */
function kept(place: Site): readonly string[] {
  const home = place.kept()
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter(name => !name.startsWith('plans') && !name.startsWith('runs'))
    .map(name => {
      const status = statSync(join(home, name))
      return status.isFile() ? `${name} ${status.mtimeMs} ${status.size}` : name
    })
    .sort()
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20)
}

describe('plans', () => {
  test('go on beside each other, and touch nothing of the state home', async () => {
    const place = await site()
    await place.run(['apply', platform, '--yes'])
    const before = kept(place)
    const plans = await Promise.all(
      Array.from({ length: 2 }, () => place.run(['plan', platform, '--all', '--json'])),
    )
    expect(plans.map(({ status }) => status)).toEqual([0, 0])
    expect(kept(place)).toEqual(before)
    expect(readdirSync(place.kept('plans')).length).toBe(2)
  })

  test('go on beside an apply, and plan what it writes once it has written it', async () => {
    const place = await site()
    const applying = place.run(['apply', platform, '--yes'], { TF_FAKE_DELAY_MS: '150' })
    await until(() => begun(place.trace(), 'apply').length > 0)
    const planned = await place.run(['plan', platform, '--all', '--json'])
    const applied = await applying
    expect(applied.status).toBe(0)
    expect(planned.status).toBe(0)
    const [result] = JSON.parse(planned.stdout).stacks
    expect(result).toMatchObject({ stack, status: 'planned', changes: { create: 0 } })
    const ends = place.trace().filter(({ event, stack: of }) => of === stack && event === 'apply ended')
    const [plan] = place.trace().filter(({ event, stack: of }) => of === stack && event === 'plan')
    expect(plan?.at).toBeGreaterThanOrEqual(ends[0]?.at ?? Number.POSITIVE_INFINITY)
  })

  test('do not keep an apply from beginning', async () => {
    const place = await site()
    await place.run(['apply', platform, '--yes'])
    const planning = place.run(['plan', platform, '--all', '--json'], { TF_FAKE_INIT_MS: '3000' })
    await until(() => existsSync(place.kept('plans', '1', 'run.lock')))
    const applied = await place.run(['apply', platform, '--yes', '--all'])
    expect(applied.status).toBe(0)
    expect((await planning).status).toBe(0)
  })

  test('say which stack is being written, and by whom, where it does not end', async () => {
    const { session, home, platformFiles } = await looking()
    const watch = await watchFor(session, platformStack)
    expect(watch.disturbed()).toBeUndefined()
    const writer = tryLock(home.lock)
    writeFileSync(platformFiles.state, '{"version":4,"serial":2}')
    const failure = watch.disturbed()
    expect(failure?.code).toBe('TY6227')
    expect(failure?.diagnostics[0]?.summary).toContain(`pid ${process.pid}`)
    if ('release' in writer) writer.release()
  })
})

const platformStack = { name: stack, kind: 'platform', zone: 'extranet', after: [] } as const

async function looking() {
  const root = temporaryDirectory({})
  const home = workspaceIn(join(root, 'home'), root)
  const platformFiles = filesOf(home, stack)
  mkdirSync(home.state, { recursive: true, mode: 0o700 })
  writeFileSync(platformFiles.state, '{"version":4,"serial":1}')
  const { room } = takePlanRoom(home)
  const signal = new AbortController().signal
  const session = { home, workspace: room, signal, progress: await nobody([]) }
  return { session, home, room, platformFiles }
}

describe('the copy of a state', () => {
  test('is taken whole while terraform overwrites it in place', async () => {
    const { session, room, platformFiles } = await looking()
    writeFileSync(platformFiles.state, '{"version":4,"ser')
    const writer = tryLock(session.home.lock)
    setTimeout(() => writeFileSync(platformFiles.state, '{"version":4,"serial":3}'), 300)
    await takeSnapshot(session, filesOf(room, stack))
    expect(JSON.parse(readFileSync(filesOf(room, stack).state, 'utf8'))).toMatchObject({ serial: 3 })
    if ('release' in writer) writer.release()
  })

  test('of half a state that nobody writes any more is that of the copy which terraform had made', async () => {
    const { session, room, platformFiles } = await looking()
    writeFileSync(platformFiles.state, '{"version":4,"ser')
    writeFileSync(`${platformFiles.state}.backup`, '{"version":4,"serial":1}')
    await takeSnapshot(session, filesOf(room, stack))
    expect(JSON.parse(readFileSync(filesOf(room, stack).state, 'utf8'))).toMatchObject({ serial: 1 })
    expect(JSON.parse(readFileSync(platformFiles.state, 'utf8'))).toMatchObject({ serial: 1 })
  })

  test('is none of an earlier plan in the same room', async () => {
    const { session, home, room, platformFiles } = await looking()
    await takeSnapshot(session, filesOf(room, stack))
    expect(existsSync(filesOf(room, stack).state)).toBe(true)
    const second = takePlanRoom(home)
    expect(second.room.directory).not.toBe(room.directory)
    expect(existsSync(filesOf(second.room, stack).state)).toBe(false)
    expect(existsSync(platformFiles.state)).toBe(true)
  })
})
