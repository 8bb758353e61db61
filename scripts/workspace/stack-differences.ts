// Which stacks come out otherwise. What a stack is made from is compared first, for to make one takes far longer.
import { isDeepStrictEqual } from 'node:util'
import { canonicalJson, outlineOf } from '../../lib/desired-state/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import { isRecord } from '../../lib/model/record.ts'
import type { SourceFile } from '../../lib/read/index.ts'
import { jobsOf, type StackJob } from '../../stacks/job.ts'
import { synthesiseEach } from '../../stacks/synthesise.ts'
import type { SynthesisedStack } from '../../stacks/synthesise-stack.ts'
import type { CachePlace } from '../store/directory.ts'
import { openSynthesisCache } from '../store/synthesis-cache.ts'
import type { Compared } from './compared-models.ts'

export interface StackDifference {
  readonly name: string
  readonly zone: string
  /** Of the system or unit; the platform has none. */
  readonly address: string | undefined
  readonly kind: 'made' | 'changed' | 'removed'
  /** Addresses of resources; of a stack that is made or removed, all of its own. */
  readonly resources: Readonly<Record<'made' | 'changed' | 'removed', readonly string[]>>
}

export interface StackDifferences {
  readonly stacks: readonly StackDifference[]
  /** Why a stack must not be made. */
  readonly findings: readonly Finding[]
}

/** The stacks that one side has, or makes, otherwise than the other, in order of their names. */
export async function stackDifferences(place: CachePlace, compared: Compared): Promise<StackDifferences> {
  const isTouched = touchedIn(compared)
  const [had, has] = [jobsByName(compared.before), jobsByName(compared.after)]
  const names = [...new Set([...had.keys(), ...has.keys()])].sort()
  const differing = names.filter(name => {
    const [before, after] = [had.get(name), has.get(name)]
    if (before === undefined || after === undefined) return true
    return isTouched(after) && inputOf(before) !== inputOf(after)
  })
  const made = [had, has].map(jobs =>
    synthesiseEach(of(jobs, differing), { cache: openSynthesisCache(place) }),
  )
  try {
    return await comparedStacks(differing, [had, has], made)
  } finally {
    // Threads wait for more until they are told that nobody asks.
    for (const stacks of made) await stacks.return(undefined)
  }
}

type Jobs = ReadonlyMap<string, StackJob>

async function comparedStacks(
  names: readonly string[],
  [had, has]: readonly [Jobs, Jobs],
  [madeBefore, madeAfter]: readonly AsyncGenerator<SynthesisedStack>[],
): Promise<StackDifferences> {
  const findings: Finding[] = []
  const stacks: StackDifference[] = []
  for (const name of names) {
    const was = had.has(name) ? await next(madeBefore) : undefined
    const is = has.has(name) ? await next(madeAfter) : undefined
    findings.push(...(is?.findings ?? []))
    const job = has.get(name) ?? had.get(name)
    if (job === undefined || (was !== undefined && is !== undefined && was.bytes.equals(is.bytes))) continue
    stacks.push({
      name,
      zone: job.zone.id,
      address: job.address,
      kind: was === undefined ? 'made' : is === undefined ? 'removed' : 'changed',
      resources: resourceDifferences(was?.bytes, is?.bytes),
    })
  }
  return { stacks, findings }
}

function jobsByName(model: Compared['before']): Jobs {
  return new Map(jobsOf(outlineOf(model)).map(job => [job.name, job]))
}

function of(jobs: Jobs, names: readonly string[]): readonly StackJob[] {
  return names.flatMap(name => jobs.get(name) ?? [])
}

async function next(stacks: AsyncGenerator<SynthesisedStack> | undefined) {
  const given = await stacks?.next()
  if (given === undefined || given.done === true) return undefined
  return { findings: given.value.findings, bytes: Buffer.from(given.value.bytes) }
}

/** All that a stack is made from, as text. */
function inputOf({ kind, zone, record }: StackJob): string {
  return canonicalJson({ kind, zone, record })
}

/**
 * Whether a stack can have become another. Where the catalogue, the units and the day are the same, that takes a system
 * whose manifest is another, or one that names such a system, as long as it is written without an escape.
 */
function touchedIn({ before, after, files }: Compared): (job: StackJob) => boolean {
  const changed = [...changedFiles(files.before, files.after), ...changedFiles(files.after, files.before)]
  if (before.asOf !== after.asOf || changed.some(({ kind }) => kind !== 'system')) return () => true
  const names = new Set(changed.map(({ file }) => file))
  // A rule names a system of its own jurisdiction, by unit and system.
  const withinJurisdiction = (address: string) => address.slice(address.indexOf('/') + 1)
  const addresses = new Set(
    [...before.systems, ...after.systems].flatMap(({ address, document }) =>
      names.has(document.file) ? [address] : [],
    ),
  )
  const bytesOf = new Map(files.after.map(({ file, bytes }) => [file, Buffer.from(bytes)]))
  return ({ kind, address = '' }) => {
    if (kind !== 'system') return true
    const bytes = bytesOf.get(after.systemByAddress.get(address)?.document.file ?? '')
    if (bytes === undefined || addresses.has(address) || bytes.includes('\\')) return true
    return [...addresses].some(named => bytes.includes(withinJurisdiction(named)))
  }
}

/** Those of one side that the other has not, or not so. */
function changedFiles(some: readonly SourceFile[], others: readonly SourceFile[]): readonly SourceFile[] {
  const known = new Map(others.map(({ file, digest }) => [file, digest]))
  return some.filter(({ file, digest }) => known.get(file) !== digest)
}

function resourceDifferences(
  before: Buffer | undefined,
  after: Buffer | undefined,
): StackDifference['resources'] {
  const [had, has] = [resourcesIn(before), resourcesIn(after)]
  const addresses = [...new Set([...had.keys(), ...has.keys()])].sort()
  const those = (test: (address: string) => boolean) => addresses.filter(test)
  return {
    made: those(address => !had.has(address)),
    changed: those(
      address =>
        had.has(address) && has.has(address) && !isDeepStrictEqual(had.get(address), has.get(address)),
    ),
    removed: those(address => !has.has(address)),
  }
}

function resourcesIn(bytes: Buffer | undefined): ReadonlyMap<string, unknown> {
  const parsed: unknown = bytes === undefined ? {} : JSON.parse(bytes.toString('utf8'))
  const byType = isRecord(parsed) && isRecord(parsed.resource) ? parsed.resource : {}
  return new Map(
    Object.entries(byType).flatMap(([type, byName]) =>
      Object.entries(isRecord(byName) ? byName : {}).map(
        ([name, body]) => [`${type}.${name}`, body] as const,
      ),
    ),
  )
}
