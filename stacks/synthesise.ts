import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import { Tinypool } from 'tinypool'
import type { Finding } from '../lib/finding/finding.ts'
import { proveNames } from '../lib/stack-policy/index.ts'
import { freeMemory } from './free-memory.ts'
import { fixedJob, type StackJob } from './job.ts'
import { unpacked } from './synthesis-batch.ts'
import type { SynthesisCache } from './synthesis-cache.ts'
import { type SynthesisedStack, synthesiseStack } from './synthesise-stack.ts'

export interface SynthesisOptions {
  /** @default - nothing is kept */
  readonly cache?: SynthesisCache | undefined
  /**
   * How many threads share the work when there is enough of it; 0 for none but this one.
   * @default - one for each core
   */
  readonly workers?: number
  /** Called with each job while its record is at hand, in no certain order. */
  readonly each?: (job: StackJob) => void
}

export interface Synthesis {
  /** By stack name, in the order of the jobs. */
  readonly stacks: ReadonlyMap<string, string>
  /** With any of them, nothing must be written. */
  readonly findings: readonly Finding[]
}

/** Everything in memory. For very many stacks, take them one at a time from `synthesiseEach`. */
export async function synthesise(
  jobs: readonly StackJob[],
  options: SynthesisOptions = {},
): Promise<Synthesis> {
  const stacks = new Map<string, string>()
  const findings = [...proveNames(jobs.map(job => job.name))]
  const decoder = new TextDecoder()
  for await (const stack of synthesiseEach(jobs, options)) {
    stacks.set(stack.name, decoder.decode(stack.bytes))
    findings.push(...stack.findings)
  }
  return { stacks, findings }
}

/** The stacks of some jobs, one after the other in their order. At any time only a few batches are in memory. */
export async function* synthesiseEach(
  jobs: readonly StackJob[],
  { cache, workers = availableParallelism(), each = () => {} }: SynthesisOptions = {},
): AsyncGenerator<SynthesisedStack> {
  const makers = workers > 0 && jobs.length >= fewStacks ? poolOf(workers) : here
  const fixed = (job: StackJob): StackJob => {
    const one = fixedJob(job)
    each(one)
    return one
  }
  try {
    yield* inOrder(jobs, due => batch(due.map(fixed), cache, makers), makers)
  } finally {
    await makers.close()
  }
}

/** Below it, starting threads takes longer than they save. */
const fewStacks = 400
/** Small enough to keep memory flat and all threads busy to the end. */
const batchStacks = 50

/** A stack dies young: more room only delays collecting it, 80 MB worse and no faster over 20,000 stacks. */
const youngMb = 4

/** Something that makes batches of stacks, some of them at the same time. */
interface Makers {
  readonly atOnce: number
  readonly make: (jobs: readonly StackJob[]) => Promise<readonly SynthesisedStack[]>
  readonly close: () => Promise<void>
}

const here: Makers = {
  atOnce: 1,
  make: async jobs => jobs.map(synthesiseStack),
  close: async () => {},
}

function poolOf(workers: number): Makers {
  freeMemory()
  const pool = new Tinypool({
    // The sources run as they are under a TypeScript-aware Node, and compiled elsewhere.
    filename: join(import.meta.dirname, `synthesis-worker${extname(import.meta.filename)}`),
    minThreads: workers,
    maxThreads: workers,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  })
  return {
    atOnce: workers * 2,
    make: async jobs => unpacked(await pool.run(jobs)),
    close: () => pool.destroy(),
  }
}

async function* inOrder(
  jobs: readonly StackJob[],
  made: (due: readonly StackJob[]) => Promise<readonly SynthesisedStack[]>,
  { atOnce }: Makers,
): AsyncGenerator<SynthesisedStack> {
  const running: Promise<readonly SynthesisedStack[]>[] = []
  for (let start = 0; start < jobs.length || running.length > 0; ) {
    while (start < jobs.length && running.length < atOnce) {
      running.push(made(jobs.slice(start, start + batchStacks)))
      start += batchStacks
    }
    yield* (await running.shift()) ?? []
  }
}

async function batch(
  jobs: readonly StackJob[],
  cache: SynthesisCache | undefined,
  makers: Makers,
): Promise<readonly SynthesisedStack[]> {
  const known = new Map<StackJob, SynthesisedStack>()
  for (const job of jobs) {
    const bytes = cache?.get(job)
    if (bytes !== undefined) known.set(job, { name: job.name, bytes, findings: [] })
  }
  const unknown = jobs.filter(job => !known.has(job))
  const made = unknown.length === 0 ? [] : await makers.make(unknown)
  for (const [index, job] of unknown.entries()) {
    const stack = made[index]
    if (stack === undefined) continue
    known.set(job, stack)
    if (stack.findings.length === 0) cache?.put(job, stack.bytes)
  }
  return jobs.flatMap(job => known.get(job) ?? [])
}
