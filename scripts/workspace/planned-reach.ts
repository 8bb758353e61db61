// What a change makes reachable and what of the isolation it breaks: both sides proven as far as they changed.
import { type Granted, type ProjectName, type ReachDifference, reachInWords } from '../../lib/brief/index.ts'
import { type ExtractedModel, extractIn } from '../../lib/check/index.ts'
import { outlineOf, serviceNetworks } from '../../lib/desired-state/index.ts'
import type { AnyFinding, Finding } from '../../lib/finding/finding.ts'
import { isolationCodes } from '../../lib/isolation/codes.ts'
import { sharedReader } from '../../lib/isolation/group-rules.ts'
import { heldBeliefs } from '../../lib/isolation/held-beliefs.ts'
import { proveIsolation } from '../../lib/isolation/prove.ts'
import { type Way, wayDifferences, waysIn } from '../../lib/isolation/ways.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { Cidr } from '../../lib/network/cidr.ts'
import { protocols } from '../../lib/network/protocol.ts'
import { jobsOf, type StackJob } from '../../stacks/job.ts'
import type { CachePlace } from '../store/directory.ts'
import type { ExtractedSides } from './extracted-sides.ts'
import { jobsAround, modelOfJobs } from './isolation.ts'
import { outlineIn } from './outline.ts'

export interface PlannedReach {
  readonly reach: readonly ReachDifference[]
  /** Why a stack must not be made. */
  readonly findings: readonly Finding[]
  /** What it breaks of what is believed of the isolation, or leaves unproven, and holds before it. */
  readonly breaches: readonly AnyFinding[]
}

/** What can be reached by what changes, before and once all is granted; the rest of the repository is the same. */
export async function plannedReach(
  place: CachePlace,
  { before, after, planned }: ExtractedSides,
  granted: Granted,
  addresses: ReadonlySet<string>,
): Promise<PlannedReach> {
  if (addresses.size === 0) return { reach: [], findings: [], breaches: [] }
  const was = await around(place, before, jobsOf(outlineIn(before)), addresses)
  // Where nothing is asked for, a system holds what is known of it.
  const holdings = (system: System) =>
    granted.waiting.has(system.address) ? granted.holdingsOf(system) : extractIn(planned, system)
  const is = await around(place, planned, jobsOf(outlineOf(planned, holdings)), addresses)
  const known = new Set(was.breaches.map(keyOf))
  const named: Model = {
    ...after,
    systemByAddress: new Map([...before.systemByAddress, ...after.systemByAddress]),
  }
  return {
    reach: reachInWords(named, new Map([...was.projects, ...is.projects]), wayDifferences(was.ways, is.ways)),
    findings: is.findings,
    breaches: is.breaches.filter(one => !known.has(keyOf(one))),
  }
}

interface Around {
  readonly ways: readonly Way[]
  readonly projects: ReadonlyMap<string, ProjectName>
  readonly findings: readonly Finding[]
  readonly breaches: readonly AnyFinding[]
}

async function around(
  place: CachePlace,
  model: ExtractedModel,
  jobs: readonly StackJob[],
  addresses: ReadonlySet<string>,
): Promise<Around> {
  const own = jobs.filter(({ kind, address }) => kind === 'system' && addresses.has(address ?? ''))
  const near = jobsAround(model, jobs, new Set(own.map(({ name }) => name)))
  const { model: made, given, findings } = await modelOfJobs(place, near, sharedReader())
  const addressOf = new Map(near.map(({ name, address = '' }) => [name, address]))
  const projects = new Map(
    [...given.projects].map(([project, { stack, zone }]) => [
      project,
      { address: addressOf.get(stack) ?? '', zone },
    ]),
  )
  const looked = new Set(
    [...projects].flatMap(([project, { address }]) => (addresses.has(address) ? [project] : [])),
  )
  // Of some systems, what is believed of others says nothing, and that is no fault of the belief.
  const { findings: breaches } = proveIsolation(made, given, heldBeliefs(model.catalogue))
  return {
    ways: waysIn(made, given, { projects: looked, unnamed: unnamedIn(near) }),
    projects,
    findings,
    breaches: breaches.filter(({ code }) => code !== isolationCodes.beliefOfNothing.code),
  }
}

function keyOf({ code, message, ...place }: AnyFinding): string {
  return JSON.stringify([code, message.en, { ...place, related: [] }])
}

/** What every server may ask, and the groups of a network's own. */
function unnamedIn(jobs: readonly StackJob[]): readonly Cidr[] {
  const services = new Set(jobs.flatMap(({ zone }) => serviceNetworks(zone)))
  const groups = Object.values(protocols).flatMap(({ multicast = {} }) => Object.values(multicast))
  return [...services, ...groups].map(text => Cidr.of(text))
}
