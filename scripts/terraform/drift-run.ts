// Looks at all three sides, and changes nothing: what the repository wants, what the states have, what is in the clouds.

import { findingOfFailure, hasSucceeded } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Claim } from '../../lib/deliver/stack-status.ts'
import type { DesiredZone } from '../../lib/desired-state/index.ts'
import { unlookedStack } from '../../lib/drift/codes.ts'
import { driftIn } from '../../lib/drift/compare.ts'
import type { Drift } from '../../lib/drift/drift.ts'
import type { Looked, RecordedStack } from '../../lib/drift/looked.ts'
import { type AnyFinding, finding, type StackPlace } from '../../lib/finding/finding.ts'
import type { Given } from '../../lib/isolation/grant.ts'
import { sharedReader } from '../../lib/isolation/group-rules.ts'
import { unreadIn } from '../../lib/isolation/prove.ts'
import { Reachability } from '../../lib/isolation/reachability.ts'
import { nothingSeen } from '../../lib/isolation/seen.ts'
import { givenBy } from '../../stacks/given.ts'
import type { StackJob } from '../../stacks/job.ts'
import { type DriftScope, scopeOf } from './drift-scope.ts'
import { type LiveModel, modelOfClouds } from './live-model.ts'
import { type PlanRun, planRun, type Ready, type RunRequest, withReady } from './plan-run.ts'
import { hasTraces } from './possible-stacks.ts'
import { lookAround, type Remarks, remarksOnRun } from './remarks.ts'
import type { Surroundings } from './session.ts'

/** What a look at some stacks and the whole clouds of their zones has found. */
export interface DriftRun {
  readonly drifts: readonly Drift[]
  /** What was held against each other. */
  readonly looked: Looked
  /** What could not be looked at, and why. */
  readonly unlooked: readonly AnyFinding[]
  /** Whether a cloud could not be read at all. */
  readonly isBroken: boolean
  /** Zones whose clouds were read. */
  readonly zones: readonly string[]
  /** Whether a drift is of the stacks that were asked about. */
  readonly isInScope: DriftScope['isInScope']
  /** ISO 8601, UTC. */
  readonly startedAt: string
}

const reading = { zh: '读取各分区的云', en: 'reading the clouds of the zones' }

/** Throws a `Refusal` where no cloud can be used; one of several is told among what could not be looked at. */
export async function driftRun(surroundings: Surroundings, request: RunRequest): Promise<DriftRun> {
  const look = async (ready: Ready): Promise<DriftRun> => {
    const run = await planRun(surroundings, request, onlyLooking(ready))
    const remarks = await surroundings.waiting(lookAround, async () => await remarksOnRun(request, ready))
    const zones = zonesOf(request)
    const read = sharedReader()
    const live = await surroundings.waiting(
      reading,
      async () => await modelOfClouds(surroundings, zones, read),
    )
    const isRead = ({ zone }: StackJob) => live.zones.has(zone.id)
    const given = givenBy(request.delivery.jobs.filter(isRead), read)
    return compared({ request, ready, run, remarks, live, given })
  }
  return await withReady(surroundings, request, look, 'look')
}

/**
 * Nothing is going to be applied, so that no plan is refused for what it would do; and what stands waits for nothing that
 * it stands on: whatever is with one stack must not hide what is with others.
 */
function onlyLooking(ready: Ready): Ready {
  const { session, due } = ready
  const byItself = (stack: DeliveryStack) =>
    hasTraces(session.home, stack) ? { ...stack, after: [] } : stack
  return { ...ready, session: { ...session, gate: () => undefined }, due: due.map(byItself) }
}

/** All that was read. */
interface Sides {
  readonly request: RunRequest
  readonly ready: Ready
  readonly run: PlanRun
  readonly remarks: Remarks
  readonly live: LiveModel
  readonly given: Given
}

function zonesOf({ delivery, chosen }: RunRequest): readonly DesiredZone[] {
  const asked = new Set(chosen.map(({ zone }) => zone))
  return delivery.outline.zones.map(({ zone }) => zone).filter(({ id }) => asked.has(id))
}

function compared(sides: Sides): DriftRun {
  const { request, ready, run, remarks, live } = sides
  const scope = scopeOf(request)
  const looked = lookedAt(sides, scope)
  return {
    looked,
    drifts: driftIn(looked).filter(({ stacks, finding: place }) => scope.isInScope({ stacks, place })),
    unlooked: [...unplanned(ready, run), ...unseen(remarks), ...unreadLive(sides, looked)],
    isBroken: live.broken.length > 0,
    zones: [...live.zones].toSorted(),
    isInScope: scope.isInScope,
    startedAt: run.record.startedAt,
  }
}

function lookedAt({ request, run, remarks, live, given }: Sides, { cloudOf }: DriftScope): Looked {
  const { model } = live
  return {
    world: { model, given, reachability: new Reachability(model) },
    beliefs: request.delivery.beliefs,
    planned: plannedBy(run),
    plans: run.plans,
    recorded: recordedBy(request, remarks),
    unmanaged: remarks.unmanaged.found,
    cloudOf,
  }
}

function recordedBy({ delivery }: RunRequest, { unmanaged, leaked }: Remarks): readonly RecordedStack[] {
  const claims = new Map<string, Claim>([
    ...delivery.stacks.map(({ name }) => [name, 'wanted'] as const),
    ...delivery.ended.map(({ name }) => [name, 'ended'] as const),
    ...leaked.map(name => [name, 'leaked'] as const),
  ])
  const resources = new Map(unmanaged.known.map(known => [known.stack.name, known.resources]))
  // A leaked state may be known to its backend alone.
  return [...claims].flatMap(([stack, claim]) => {
    const held = resources.get(stack)
    return held === undefined && claim !== 'leaked' ? [] : [{ stack, claim, resources: held ?? [] }]
  })
}

/** A plan that must not be applied says what has changed all the same. */
function plannedBy({ record, plans }: PlanRun): ReadonlySet<string> {
  const succeeded = record.stacks.filter(hasSucceeded).map(({ stack }) => stack)
  return new Set([...succeeded, ...plans.keys()])
}

/** Stacks that terraform could tell nothing of; a zone that cannot be used is told once, by itself. */
function unplanned({ findings, broken }: Ready, run: PlanRun): readonly AnyFinding[] {
  const planned = plannedBy(run)
  const zoneFailures = new Set([...broken.values()].map(({ message }) => message.en))
  const failures = run.record.stacks
    .filter(({ stack }) => !planned.has(stack))
    .map(({ stack, failure }) => (failure === undefined ? notReached(stack) : findingOfFailure(failure)))
    .filter(({ message }) => !zoneFailures.has(message.en))
  return [...findings, ...failures]
}

/** What it stands on could not be looked at, or the look was broken off. */
function notReached(stack: string): AnyFinding {
  const { title, why } = unlookedStack
  const message = { zh: `${stack}：${title.zh}`, en: `${stack}: ${title.en}` }
  return finding<StackPlace>(unlookedStack, { stack }, { message, fix: { message: why } })
}

function unseen({ unmanaged }: Remarks): readonly AnyFinding[] {
  return unmanaged.unseen.map(({ failure }) => findingOfFailure(failure))
}

/** A cloud that shows nothing is no proof where a state says that something stands. */
function unreadLive({ live, given }: Sides, { recorded, cloudOf }: Looked): readonly AnyFinding[] {
  const standing = new Set(
    recorded.filter(({ resources }) => resources.length > 0).map(({ stack }) => cloudOf(stack)),
  )
  const blind = nothingSeen(live.model, given).filter(place => 'cloud' in place && standing.has(place.cloud))
  return [...live.broken, ...live.closed, ...blind, ...unreadIn(live.model)]
}
