// Holds what is due against the catalogue's beliefs of the isolation, before terraform is asked for anything.
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { sharedReader } from '../../lib/isolation/group-rules.ts'
import { breachesByStack } from '../../lib/plan-gate/index.ts'
import type { StackJob } from '../../stacks/job.ts'
import type { CachePlace } from '../store/directory.ts'
import { modelOfJobs } from '../workspace/isolation.ts'
import type { Delivery } from './delivery.ts'
import type { Gate } from './gate.ts'
import type { Ready, RunRequest } from './plan-run.ts'
import type { Surroundings } from './session.ts'

const proving = { zh: '证明隔离要求成立', en: 'proving what is believed of the isolation' }

/** The same run with a gate that refuses every stack that breaks a belief. */
export async function heldToBeliefs(
  surroundings: Surroundings,
  { delivery }: Pick<RunRequest, 'delivery'>,
  ready: Ready,
): Promise<Ready> {
  const { due, session } = ready
  if (due.length === 0) return ready
  const gate = await surroundings.waiting(
    proving,
    async () => await beliefGate(surroundings, delivery, due, session.gate),
  )
  return { ...ready, session: { ...session, gate } }
}

/**
 * What is due is proven as one with all that stands around it, since one stack may open what another relies on to be
 * closed.
 *
 * @param gate what else plans have to stand
 */
export async function beliefGate(
  place: CachePlace,
  delivery: Pick<Delivery, 'beliefs' | 'jobs' | 'jobsAround' | 'stacks'>,
  due: readonly DeliveryStack[],
  gate: Gate,
): Promise<Gate> {
  const names = new Set(due.map(({ name }) => name))
  const jobs = due.some(({ kind }) => kind === 'platform') ? delivery.jobs : around(delivery, names)
  const { model, given } = await modelOfJobs(place, jobs, sharedReader())
  const breaches = breachesByStack(model, given, delivery.beliefs, names)
  return (stack, planned) => gate(stack, { ...planned, breaches: breaches.get(stack.name) ?? [] })
}

/** With a unit goes all that stands on it. */
function around(
  { stacks, jobsAround }: Pick<Delivery, 'jobsAround' | 'stacks'>,
  names: ReadonlySet<string>,
): readonly StackJob[] {
  const standing = stacks.filter(({ after }) => after.some(name => names.has(name)))
  return jobsAround(names.union(new Set(standing.map(({ name }) => name))))
}
