// The brief of a change: both sides read, judged, granted as if all were approved, and proven as far as they changed.
import { asksOf } from '../../lib/approval/index.ts'
import {
  asGranted,
  type Brief,
  briefOf,
  changedSystemsOf,
  type Granted,
  type ProjectName,
  partsOf,
  type ReachDifference,
  reachInWords,
} from '../../lib/brief/index.ts'
import { checkChange } from '../../lib/change/index.ts'
import { checkRepository, checkSystem, type ExtractedModel, rulings } from '../../lib/check/index.ts'
import { outlineOf, serviceNetworks } from '../../lib/desired-state/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import { isInFile } from '../../lib/finding/place.ts'
import { sharedReader } from '../../lib/isolation/group-rules.ts'
import { type Way, wayDifferences, waysIn } from '../../lib/isolation/ways.ts'
import type { Model } from '../../lib/model/model.ts'
import { Cidr } from '../../lib/network/cidr.ts'
import { protocols } from '../../lib/network/protocol.ts'
import { jobsOf, type StackJob } from '../../stacks/job.ts'
import { changedPaths } from '../git/merged-tree.ts'
import type { Compared } from './compared-models.ts'
import type { DecidedChange } from './decided-change.ts'
import { jobsAround, modelOfJobs } from './isolation.ts'
import type { CommittedPlace } from './model-at.ts'
import { outlineIn } from './outline.ts'
import { plannedShortages } from './planned-shortages.ts'

/** @param decided what the reviews of the change have come to, where any have been looked at */
export async function briefOfChange(
  place: CommittedPlace,
  compared: Compared,
  decided: Pick<DecidedChange, 'decision' | 'objections'> | undefined,
): Promise<Brief> {
  const { before, after } = compared
  const addresses = new Set(changedSystemsOf(compared))
  const granted = asGranted(after, addresses)
  const proven = await reachOf(place, compared, granted, addresses)
  const parts = partsOf({
    before,
    after,
    granted,
    asks: asksOf(before, after, filesOf(place, compared)),
    verdicts: decided?.decision?.parts,
    // What is in a file, the rules find here too.
    objections: decided?.objections.filter(one => !isInFile(one)) ?? [],
    findings: [...newFindings(compared, addresses), ...proven.findings],
    reach: proven.reach,
    shortages: plannedShortages(after, granted),
  })
  return briefOf(parts.systems, parts.shared, {
    ...compared.commits,
    on: after.asOf,
  })
}

/** Every path that differs; of the working tree those alone that are data. */
function filesOf(place: CommittedPlace, { commits, files }: Compared): readonly string[] {
  if (commits.before !== undefined && commits.after !== undefined)
    return changedPaths(place, commits.before, commits.after)
  const [had, has] = [digests(files.before), digests(files.after)]
  const paths = new Set([...had.keys(), ...has.keys()])
  return [...paths].filter(file => had.get(file) !== has.get(file)).sort()
}

function digests(files: Compared['files']['before']): ReadonlyMap<string, string> {
  return new Map(files.map(({ file, digest }) => [file, digest]))
}

/** What the change may not do, and what the rules find now and did not before. */
function newFindings({ before, after }: Compared, addresses: ReadonlySet<string>): readonly Finding[] {
  const known = new Set(checked(before, addresses).map(keyOf))
  const added = checked(after, addresses).filter(one => !known.has(keyOf(one)))
  const all = [...checkChange(before, after, rulings), ...added]
  return [...new Map(all.map(one => [keyOf(one), one])).values()]
}

function checked(model: Model, addresses: ReadonlySet<string>): readonly Finding[] {
  const own = [...addresses].flatMap(address => model.systemByAddress.get(address) ?? [])
  return [...own.flatMap(system => checkSystem(model, system)), ...checkRepository(extracted(model))]
}

function keyOf({ code, file, path, message }: Finding): string {
  return JSON.stringify([code, file, path, message.en])
}

/** What is known of the systems beforehand stays known. */
function extracted(model: Model): ExtractedModel {
  return { extracts: new Map(), ...model }
}

interface Reach {
  readonly reach: readonly ReachDifference[]
  /** Why a stack must not be made. */
  readonly findings: readonly Finding[]
}

/** What can be reached by what changes, before and once all is granted; the rest of the repository is the same. */
async function reachOf(
  place: CommittedPlace,
  { before, after }: Compared,
  granted: Granted,
  addresses: ReadonlySet<string>,
): Promise<Reach> {
  if (addresses.size === 0) return { reach: [], findings: [] }
  const was = await waysAround(place, extracted(before), jobsOf(outlineIn(extracted(before))), addresses)
  const planned = jobsOf(outlineOf(granted.model, granted.holdingsOf))
  const is = await waysAround(place, extracted(granted.model), planned, addresses)
  const projects = new Map([...was.projects, ...is.projects])
  const named: Model = {
    ...after,
    systemByAddress: new Map([...before.systemByAddress, ...after.systemByAddress]),
  }
  return {
    reach: reachInWords(named, projects, wayDifferences(was.ways, is.ways)),
    findings: is.findings,
  }
}

interface Around {
  readonly ways: readonly Way[]
  readonly projects: ReadonlyMap<string, ProjectName>
  readonly findings: readonly Finding[]
}

async function waysAround(
  place: CommittedPlace,
  model: ExtractedModel,
  jobs: readonly StackJob[],
  addresses: ReadonlySet<string>,
): Promise<Around> {
  const own = jobs.filter(({ kind, address }) => kind === 'system' && addresses.has(address ?? ''))
  const around = jobsAround(model, jobs, new Set(own.map(({ name }) => name)))
  const { model: made, given, findings } = await modelOfJobs(place, around, sharedReader())
  const addressOf = new Map(around.map(({ name, address = '' }) => [name, address]))
  const projects = new Map(
    [...given.projects].map(([project, { stack, zone }]) => [
      project,
      { address: addressOf.get(stack) ?? '', zone },
    ]),
  )
  const looked = new Set(
    [...projects].flatMap(([project, { address }]) => (addresses.has(address) ? [project] : [])),
  )
  const ways = waysIn(made, given, { projects: looked, unnamed: unnamedIn(around) })
  return { ways, projects, findings }
}

/** What every server may ask, and the groups of a network's own. */
function unnamedIn(jobs: readonly StackJob[]): readonly Cidr[] {
  const services = new Set(jobs.flatMap(({ zone }) => serviceNetworks(zone)))
  const groups = Object.values(protocols).flatMap(({ multicast = {} }) => Object.values(multicast))
  return [...services, ...groups].map(text => Cidr.of(text))
}
