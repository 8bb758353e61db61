import { hash } from 'node:crypto'
import { join } from 'node:path'
import { canonicalJson } from '../../lib/desired-state/index.ts'
import type { StackJob } from '../../stacks/job.ts'
import type { SynthesisCache } from '../../stacks/synthesis-cache.ts'
import { openCacheFolder } from './cache-folder.ts'
import { type CachePlace, storeOf } from './directory.ts'
import { synthesisVersion } from './synthesis-version.ts'

const staleMs = 30 * 24 * 60 * 60 * 1000

/** One file a stack, under the stack's name: it holds the last text alone, so that the cache does not grow with time. */
export function openSynthesisCache(
  place: CachePlace,
  version: () => string = synthesisVersion,
): SynthesisCache | undefined {
  const store = storeOf(place)
  if (store === undefined) return undefined
  const folder = openCacheFolder(join(store.directory, 'synth'), version(), store.key)
  folder.sweep(staleMs)
  return {
    get: job => folder.read(`${job.name}.json`, keyOf(job)),
    put: (job, bytes) => folder.write(`${job.name}.json`, keyOf(job), bytes),
  }
}

const keys = new WeakMap<StackJob, string>()

function keyOf(job: StackJob): string {
  const known = keys.get(job)
  if (known !== undefined) return known
  const key = hash('sha256', canonicalJson(job))
  keys.set(job, key)
  return key
}
