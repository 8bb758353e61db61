import { type DeliveryStack, interleaved } from '../../lib/deliver/stack.ts'
import { type Finding, sortFindings } from '../../lib/finding/finding.ts'
import { proveNames } from '../../lib/stack-policy/index.ts'
import { synthesiseEach } from '../../stacks/synthesise.ts'
import type { CachePlace } from '../store/directory.ts'
import { openSynthesisCache } from '../store/synthesis-cache.ts'
import { filesOf, isApplied } from '../workspace/delivery-files.ts'
import type { Delivery } from './delivery.ts'
import { layOut } from './lay-out.ts'
import type { Access } from './session.ts'

export interface ConfigureRequest {
  readonly place: CachePlace
  readonly session: Access
  readonly delivery: Delivery
  readonly stacks: readonly DeliveryStack[]
  /** Stacks that are due also when they stand as they were applied last. */
  readonly forced: ReadonlySet<DeliveryStack>
}

export interface Configured {
  /** Not as they were applied last. */
  readonly due: readonly DeliveryStack[]
  readonly unchanged: readonly DeliveryStack[]
  /** Where stacks did not stand their proof. With any of them, nothing may be run. */
  readonly findings: readonly Finding[]
}

/** Makes the stacks and lays those that are due into their directories. No directory holds anything unproven. */
export async function configure({
  place,
  session,
  delivery,
  stacks,
  forced,
}: ConfigureRequest): Promise<Configured> {
  const byName = new Map(stacks.map(stack => [stack.name, stack]))
  const due = new Set<DeliveryStack>()
  const findings = [...proveNames(delivery.stacks.map(stack => stack.name))]
  const jobs = delivery.jobs.filter(job => byName.has(job.name))
  const cache = openSynthesisCache(place)
  for await (const { name, bytes, findings: found } of synthesiseEach(jobs, { cache })) {
    findings.push(...found)
    const stack = byName.get(name)
    if (stack === undefined || findings.length > 0) continue
    const files = filesOf(session.workspace, name)
    const cloudUrl = session.cloudOf(stack.zone).auth.auth_url
    if (!forced.has(stack) && isApplied(filesOf(session.home, name), bytes, cloudUrl)) continue
    await layOut(session, files, bytes)
    due.add(stack)
  }
  if (findings.length > 0) return { due: [], unchanged: [], findings: sortFindings(findings) }
  return { due: interleaved([...due]), unchanged: stacks.filter(stack => !due.has(stack)), findings }
}
