// How long the clouds take to be brought to what a repository says, against one root module with one state that says
// the same. One zone, so that both talk to one cloud.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { tenantry } from '../../cloud/command.ts'
import { generateRepository, openPort } from '../generate.ts'
import { openRawRoot } from './raw-root.ts'

const zone = 'internet'
const selector = `zone:${zone}`
/** Of each kind; an odd number has a middle. */
const changes = 3

export interface Speed {
  readonly systems: number
  readonly converge: Pair
  readonly change: Pair
  /** For which the baseline had to be applied again. */
  readonly refusals: readonly string[]
  /** Of the machine, when it was done: others may have been at work. */
  readonly load: number
}

/** Seconds. */
interface Pair {
  readonly ours: number
  readonly raw: number
}

/** Does everything with ours and with the baseline back to back; every other size begins with the other one. */
export async function speedAt(systems: number, rawFirst: boolean): Promise<Speed> {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-bench-'))
  try {
    const root = join(folder, 'data')
    generateRepository(root, systems)
    const both = { ours: () => measureOurs(root), raw: () => measureRaw(root, join(folder, 'out')) }
    const raw = rawFirst ? await both.raw() : undefined
    const ours = await both.ours()
    const baseline = raw ?? (await both.raw())
    return {
      systems,
      converge: { ours: ours.converge, raw: baseline.converge },
      change: { ours: ours.change, raw: baseline.change },
      refusals: baseline.refusals,
      load: loadavg()[0] ?? 0,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Taken {
  readonly converge: number
  readonly change: number
  /** What the cloud refused for a moment, so that it had to be begun again by hand. */
  readonly refusals: readonly string[]
}

async function measureOurs(root: string): Promise<Taken> {
  const run = async (...args: readonly string[]) => {
    const { status, output } = await tenantry({ root }, ...args)
    if (status !== 0)
      throw new Error(`tenantry ${args.join(' ')} ended with ${status}\n${output.slice(-3000)}`)
  }
  const measure = async () => {
    const converge = await secondsOf(() => run('apply', selector, '--yes'))
    const change = await middleOf(async () => {
      openPort(root, 0)
      return await secondsOf(async () => {
        await run('plan', selector)
        await run('apply', selector, '--yes')
      })
    })
    return { converge, change, refusals: [] }
  }
  return await cleaned(measure, () => run('destroy', selector, '--confirm', selector))
}

async function measureRaw(root: string, out: string): Promise<Taken> {
  const raw = await openRawRoot(zone)
  const write = async () => {
    const { status, output } = await tenantry({ root }, 'synth', selector, '--out', out)
    if (status !== 0) throw new Error(`tenantry synth ended with ${status}\n${output.slice(-3000)}`)
    raw.write(join(out, 'stacks'))
  }
  const plain = ['-input=false', '-no-color'] as const
  await write()
  await raw.run('init', ...plain)
  const measure = async () => {
    const refusals: string[] = []
    const converge = await secondsOf(async () => refusals.push(...(await raw.apply())))
    const change = await middleOf(async () => {
      openPort(root, 0)
      await write()
      return await secondsOf(async () => {
        await raw.run('plan', ...plain, '-out=change.tfplan')
        await raw.run('apply', ...plain, 'change.tfplan')
      })
    })
    return { converge, change, refusals }
  }
  return await cleaned(measure, raw.remove)
}

/** Cleans up behind the work, if need be twice. Of two failures the first counts: the other mostly follows from it. */
async function cleaned<T>(work: () => Promise<T>, cleanUp: () => Promise<void>): Promise<T> {
  try {
    const result = await work()
    await cleanUp()
    return result
  } catch (error) {
    await cleanUp().catch(() => {})
    throw error
  }
}

async function middleOf(take: () => Promise<number>): Promise<number> {
  const taken: number[] = []
  for (let index = 0; index < changes; index += 1) taken.push(await take())
  return taken.toSorted((a, b) => a - b)[Math.floor(changes / 2)] ?? Number.NaN
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}
