import { setTimeout as sleep } from 'node:timers/promises'
import { codes } from '../../lib/deliver/codes.ts'
import { type DeliveryStack, interleaved } from '../../lib/deliver/stack.ts'
import type { Outline } from '../../lib/desired-state/index.ts'
import { sortFindings } from '../../lib/finding/finding.ts'
import { proveNames } from '../../lib/stack-policy/index.ts'
import { jobsOf, type StackJob } from '../../stacks/job.ts'
import { synthesiseEach } from '../../stacks/synthesise.ts'
import { type CloudEntry, checkCloud, readCloud } from '../openstack/index.ts'
import { CloudProblem } from '../openstack/problem.ts'
import { openSynthesisCache } from '../store/synthesis-cache.ts'
import { CommandError, type Context, exitStatus, statusOf } from '../terminal/command.ts'
import { tellFindings } from '../terminal/report.ts'
import {
  filesOf,
  isApplied,
  makeDirectory,
  type Workspace,
  writeIfChanged,
} from '../workspace/delivery-files.ts'
import { outlineIn } from '../workspace/outline.ts'
import { loadRepository } from '../workspace/repository.ts'
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

/** Undefined when the repository has errors, which are then printed. */
export function loadDelivery(context: Context, strict = true): Delivery | undefined {
  const loaded = loadRepository(context)
  const broken = strict && statusOf(loaded.findings) !== exitStatus.clean
  if (loaded.model === undefined || broken) {
    tellFindings(context, loaded)
    return undefined
  }
  const outline = outlineIn(loaded.model)
  const jobs = jobsOf(outline)
  return {
    outline,
    jobs,
    stacks: jobs.map(stackOfJob),
    cloudNames: new Map(outline.zones.map(({ zone }) => [zone.id, zone.cloud])),
  }
}

/** Longer than any cloud that answers at all takes. */
const patienceMs = 20_000

/** Makes sure that the clouds of these zones can be used. Throws a `CommandError` with status 3 for the first that cannot. */
export async function openClouds(
  context: Context,
  delivery: Delivery,
  zones: ReadonlySet<string>,
): Promise<ReadonlyMap<string, CloudEntry>> {
  const { environment, cwd } = context
  const opened = await Promise.all(
    [...zones].map(async zone => {
      const name = delivery.cloudNames.get(zone)
      if (name === undefined) throw zoneGone(zone)
      const checked = await Promise.race([
        checkCloud(name, environment, cwd),
        sleep(patienceMs, undefined, { ref: false }),
      ])
      const problem = checked === undefined ? silentCloud(name) : checked.problem
      if (problem === undefined) return [zone, readCloud(name, environment, cwd)] as const
      const { zh, en } = problem.text
      const why = problem.definition.why
      throw new CommandError(
        problem.definition.code,
        { zh: `分区 ${zone}：${zh}；${why.zh}`, en: `zone ${zone}: ${en}; ${why.en}` },
        exitStatus.environment,
      )
    }),
  )
  return new Map(opened)
}

function silentCloud(name: string): CloudProblem {
  const seconds = patienceMs / 1000
  return new CloudProblem(codes.endpointUnreachable, {
    zh: `云 ${name} 在 ${seconds} 秒内没有应答`,
    en: `the cloud ${name} did not answer within ${seconds} seconds`,
  })
}

function zoneGone(zone: string): CommandError {
  return new CommandError(
    codes.cloudUnknown.code,
    {
      zh: `catalogue/platform.yaml 中已没有分区 ${zone}，无从得知它的云`,
      en: `catalogue/platform.yaml no longer has the zone ${zone}, so its cloud is not known`,
    },
    exitStatus.environment,
  )
}

export interface Configured {
  /** Not as they were applied last. */
  readonly due: readonly DeliveryStack[]
  readonly unchanged: readonly DeliveryStack[]
}

/**
 * Makes the stacks and lays those that are due into their directories. Undefined when a proof fails, which is then
 * printed; no directory holds anything unproven.
 */
export async function configure(
  context: Context,
  delivery: Delivery,
  workspace: Workspace,
  stacks: readonly DeliveryStack[],
  clouds: ReadonlyMap<string, CloudEntry>,
  isForced: (stack: DeliveryStack) => boolean,
): Promise<Configured | undefined> {
  const byName = new Map(stacks.map(stack => [stack.name, stack]))
  const due: DeliveryStack[] = []
  const findings = [...proveNames(delivery.stacks.map(stack => stack.name))]
  const jobs = delivery.jobs.filter(job => byName.has(job.name))
  const cache = openSynthesisCache(context)
  for await (const { name, bytes, findings: found } of synthesiseEach(jobs, { cache })) {
    findings.push(...found)
    const stack = byName.get(name)
    if (stack === undefined || findings.length > 0) continue
    const files = filesOf(workspace, name)
    const cloudUrl = clouds.get(stack.zone)?.auth.auth_url
    if (!isForced(stack) && isApplied(files, bytes, cloudUrl)) continue
    makeDirectory(files.directory)
    writeIfChanged(files.configuration, bytes)
    due.push(stack)
  }
  if (findings.length > 0) {
    tellFindings(context, { findings: sortFindings(findings), files: [] })
    return undefined
  }
  const isDue = new Set(due)
  return { due: interleaved(due), unchanged: stacks.filter(stack => !isDue.has(stack)) }
}
