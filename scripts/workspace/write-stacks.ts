import { type Finding, sortFindings } from '../../lib/finding/finding.ts'
import { proveNames } from '../../lib/stack-policy/index.ts'
import type { StackJob } from '../../stacks/job.ts'
import { synthesiseEach } from '../../stacks/synthesise.ts'
import type { CachePlace } from '../store/directory.ts'
import { openSynthesisCache } from '../store/synthesis-cache.ts'
import { openOutput } from './stack-output.ts'

/**
 * Makes stacks, proves them, and puts all of them in the place of a folder; none when anything is found.
 *
 * @param written called with each that was made, in no order that means anything
 * @returns why nothing was written
 */
export async function writeStacks(
  place: CachePlace,
  folder: string,
  jobs: readonly StackJob[],
  written: (job: StackJob, bytes: Uint8Array) => void = () => {},
): Promise<readonly Finding[]> {
  const byName = new Map(jobs.map(job => [job.name, job]))
  const findings = [...proveNames(jobs.map(job => job.name))]
  const output = openOutput(folder)
  const cache = openSynthesisCache(place)
  try {
    for await (const { name, bytes, findings: found } of synthesiseEach(bySystem(jobs), { cache })) {
      const job = byName.get(name)
      findings.push(...found)
      if (job === undefined || findings.length > 0) continue
      output.write(job, bytes)
      written(job, bytes)
    }
    if (findings.length === 0) output.finish()
  } finally {
    output.discard()
  }
  return sortFindings(findings)
}

/** A manifest is then read once for all its zones. */
function bySystem(jobs: readonly StackJob[]): readonly StackJob[] {
  return [...Map.groupBy(jobs, ({ address }) => address).values()].flat()
}
