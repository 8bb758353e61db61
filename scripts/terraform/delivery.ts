import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Outline } from '../../lib/desired-state/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import { jobsOf, type StackJob } from '../../stacks/job.ts'
import { outlineIn } from '../workspace/outline.ts'
import { loadRepository, type RepositoryPlace } from '../workspace/repository.ts'
import { stackOfJob } from './stacks.ts'

/** What the repository wants to stand. */
export interface Delivery {
  readonly outline: Outline
  readonly jobs: readonly StackJob[]
  /** Every stack, of each zone the platform first, then units, then systems. */
  readonly stacks: readonly DeliveryStack[]
  /** Name of a zone's cloud in clouds.yaml. */
  readonly cloudNames: ReadonlyMap<string, string>
}

export interface LoadedDelivery {
  /** Undefined when what was found stands in its way. */
  readonly delivery: Delivery | undefined
  readonly findings: readonly Finding[]
  /** Every file that was looked at. */
  readonly files: readonly string[]
}

export interface DeliveryOptions {
  /**
   * Whether any error in the repository stands in the way, and not only one that leaves nothing to know.
   * @default true
   */
  readonly strict?: boolean
}

export function loadDelivery(
  place: RepositoryPlace,
  { strict = true }: DeliveryOptions = {},
): LoadedDelivery {
  const { model, findings, files } = loadRepository(place)
  const isBroken = strict && findings.some(({ severity }) => severity === 'error')
  const delivery = model === undefined || isBroken ? undefined : deliveryOf(outlineIn(model))
  return { delivery, findings, files }
}

function deliveryOf(outline: Outline): Delivery {
  const jobs = jobsOf(outline)
  return {
    outline,
    jobs,
    stacks: jobs.map(stackOfJob),
    cloudNames: new Map(outline.zones.map(({ zone }) => [zone.id, zone.cloud])),
  }
}
