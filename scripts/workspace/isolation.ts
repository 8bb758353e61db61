import { heldNetworksOf } from '../../lib/check/extract/networks.ts'
import type { ExtractedModel } from '../../lib/check/index.ts'
import { type DesiredSystem, partsWithNetworks } from '../../lib/desired-state/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import { stackOfPlan } from '../../lib/isolation/from-plan.ts'
import { addStack } from '../../lib/isolation/from-stack.ts'
import type { Given } from '../../lib/isolation/grant.ts'
import type { ReadRule } from '../../lib/isolation/group-rules.ts'
import { emptyDraft, type IsolationModel } from '../../lib/isolation/model.ts'
import { Cidr } from '../../lib/network/cidr.ts'
import { recordOf } from '../../lib/stack-policy/stack-view.ts'
import { addGrant, nothingGiven } from '../../stacks/given.ts'
import type { StackJob } from '../../stacks/job.ts'
import { synthesiseEach } from '../../stacks/synthesise.ts'
import type { CachePlace } from '../store/directory.ts'
import { openSynthesisCache } from '../store/synthesis-cache.ts'

export interface StacksRead {
  readonly model: IsolationModel
  /** What the same jobs give to whom. */
  readonly given: Given
  /** With any of them, a stack must not be written. */
  readonly findings: readonly Finding[]
}

/**
 * The model of what some jobs make: one stack after the other, so that ten thousand need not be in memory together.
 *
 * @param plans what terraform plans of some of the stacks, by their names; of these the plan is read in the stack's place
 * @param onStack called with the JSON of each stack that is read
 */
export async function modelOfJobs(
  place: CachePlace,
  jobs: readonly StackJob[],
  read: ReadRule,
  plans: ReadonlyMap<string, unknown> = new Map(),
  onStack: (name: string, bytes: Uint8Array) => void = () => {},
): Promise<StacksRead> {
  const draft = emptyDraft()
  const found: Finding[] = []
  const decoder = new TextDecoder()
  const given = nothingGiven()
  const each = (job: StackJob): void => addGrant(given, job, read)
  for (const [name, plan] of plans) addStack(draft, stackOfPlan(name, plan), read)
  const [planned = [], others = []] = [true, false].map(is =>
    jobs.filter(({ name }) => plans.has(name) === is),
  )
  planned.forEach(each)
  const cache = openSynthesisCache(place)
  for await (const { name, bytes, findings } of synthesiseEach(others, { cache, each })) {
    found.push(...findings)
    onStack(name, bytes)
    const parsed: unknown = JSON.parse(decoder.decode(bytes))
    addStack(draft, { name, configuration: recordOf(parsed) }, read)
  }
  return { model: draft, given, findings: found }
}

/**
 * Those of some jobs that what is chosen can have to do with: the zones, the chosen stacks and their units, and every
 * system with an address that a rule of theirs names.
 */
export function jobsAround(
  model: ExtractedModel,
  jobs: readonly StackJob[],
  chosen: ReadonlySet<string>,
): readonly StackJob[] {
  const systems = jobs.filter(job => job.kind === 'system' && chosen.has(job.name))
  const remotes = systems.flatMap(job => (job.kind === 'system' ? remotesOf(job.record) : []))
  const named = new Set(
    heldNetworksOf(model)
      .filter(({ cidr }) => remotes.some(remote => remote.overlaps(cidr)))
      .map(({ system }) => system.address),
  )
  const units = new Set(systems.flatMap(({ after }) => after))
  return jobs.filter(
    ({ kind, name, address = '' }) =>
      kind === 'platform' || chosen.has(name) || units.has(name) || (kind === 'system' && named.has(address)),
  )
}

/** What is open to everybody names nobody. */
function remotesOf(record: DesiredSystem): readonly Cidr[] {
  const rules = partsWithNetworks(record).flatMap(part => part.rules)
  return [...new Set(rules.map(({ remote }) => remote))]
    .map(remote => Cidr.of(remote))
    .filter(({ prefixLength }) => prefixLength > 0)
}
