import { join } from 'node:path'
import { fileDigests } from '../../lib/approved-plan/index.ts'
import type { RunSource } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import {
  type Outline,
  type ShrinkSinceGrant,
  serviceNetworks,
  shrinkSinceGrant,
} from '../../lib/desired-state/index.ts'
import { unbackedBehind, unbackedFindings } from '../../lib/evidence/index.ts'
import type { Finding, RecordPlace } from '../../lib/finding/finding.ts'
import { heldBeliefs } from '../../lib/isolation/held-beliefs.ts'
import type { HeldBelief } from '../../lib/isolation/judge.ts'
import { lazily } from '../../lib/model/lazily.ts'
import { mostRemovals, type StackHistory, stackHistoryOf } from '../../lib/plan-gate/index.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import { openRepository, type SourceFile } from '../../lib/read/index.ts'
import { type EndProof, endProofOf } from '../../lib/retirement/index.ts'
import { jobsOf, type StackJob } from '../../stacks/job.ts'
import { writtenOn } from '../../stacks/written-on.ts'
import type { Checkout } from '../git/call.ts'
import { type DepartedFiles, departedFiles } from '../git/departed-files.ts'
import { storeOf } from '../store/directory.ts'
import { withCommitTree } from '../workspace/commit-tree.ts'
import { jobsAround } from '../workspace/isolation.ts'
import { outlineIn } from '../workspace/outline.ts'
import { loadRepository, type RepositoryPlace, requireRepository } from '../workspace/repository.ts'
import { unbackedIn } from '../workspace/unbacked.ts'
import { type EndedStack, endedStacks } from './ended-stacks.ts'
import { stackOfJob } from './stacks.ts'
import { vanishedStacks } from './vanished-stacks.ts'

/** What the repository wants to stand. */
export interface Delivery {
  readonly outline: Outline
  readonly jobs: readonly StackJob[]
  /** Every stack, of each zone the platform first, then units, then systems. */
  readonly stacks: readonly DeliveryStack[]
  /** Those that have come to their end by the history of their systems, whether or not they still stand; units first. */
  readonly ended: readonly EndedStack[]
  /** Name of a zone's cloud in clouds.yaml. */
  readonly cloudNames: ReadonlyMap<string, string>
  readonly source: RunSource
  /** The lock file of providers that the repository has, as text. */
  readonly providerLock: string | undefined
  /** What the repository proves of the end of a system, whose address is given, in a zone. */
  readonly endOf: (address: string, zone: string) => EndProof
  /** What the catalogue believes of the isolation. */
  readonly beliefs: readonly HeldBelief[]
  /** Those of the jobs that some stacks, which are named, can have to do with. */
  readonly jobsAround: (names: ReadonlySet<string>) => readonly StackJob[]
  /** What of the grant of a system, whose address is given, the catalogue delivers less of than on its day. */
  readonly shrinkOf: (address: string, zone: string) => ShrinkSinceGrant | undefined
  /** What evidence does not back of what some stacks rest on; nothing where evidence does not decide yet. */
  readonly unbackedOf: (stacks: readonly Pick<DeliveryStack, 'address'>[]) => readonly Finding<RecordPlace>[]
  /** Stacks of systems whose manifests are gone, and of which evidence does not back that. */
  readonly vanished: () => readonly DeliveryStack[]
  /** What the repository says of a stack over time. */
  readonly historyOf: (stack: DeliveryStack) => StackHistory
  /** Manifests that commits up to the one delivered had, and that it has no more. Asked of git when it is called. */
  readonly departed: () => DepartedFiles
  /** How many resources that need an event one run may remove or make anew. */
  readonly mostRemovals: number
  /** sha256 of what each file says that some stacks rest on, by path. */
  readonly digestsOf: (stacks: readonly DeliveryStack[]) => Readonly<Record<string, string>>
}

export interface LoadedDelivery {
  /** Undefined when what was found stands in its way. */
  readonly delivery: Delivery | undefined
  readonly findings: readonly Finding[]
  /** Every file that was looked at. */
  readonly files: readonly string[]
  /** Absolute path of the directory that they were read from. */
  readonly readFrom: string
  /** Files of the checkout that are not what is delivered. */
  readonly leftOut: readonly string[]
}

export interface DeliveryOptions {
  /** Whether the checkout is delivered as it lies, and not the commit that it stands on. */
  readonly dirty: boolean
  /**
   * Whether any error in the repository stands in the way, and not only one that leaves nothing to know.
   * @default true
   */
  readonly strict?: boolean
}

/** @throws Refusal outside a data repository, and where there is no commit to deliver. */
export async function withDelivery<T>(
  place: RepositoryPlace & Checkout,
  options: DeliveryOptions,
  work: (loaded: LoadedDelivery) => Promise<T>,
): Promise<T> {
  requireRepository(place)
  const departed = lazily(() => departedFiles(place, 'tenants'))
  if (options.dirty) return await work(loadFrom(place, { dirty: true }, { ...options, departed }))
  return await withCommitTree(place, async ({ commit, directory }) => {
    // Whether the cache can be trusted depends on where the repository lies, not on where its copy does.
    const cacheDirectory = storeOf(place)?.directory
    const tree = { ...place, root: directory, cacheDirectory, evidenceRoot: place.root }
    const loaded = loadFrom(tree, { commit, dirty: false }, { ...options, departed })
    return await work({ ...loaded, leftOut: differences(place.root, loaded.sources) })
  })
}

function loadFrom(
  place: RepositoryPlace,
  source: RunSource,
  { strict = true, departed }: DeliveryOptions & Pick<Delivery, 'departed'>,
) {
  const { model, findings, files, sources, decisions } = loadRepository(place, { byRecords: true })
  const unbacked = lazily(() => unbackedIn(place, decisions, sources))
  const isBroken = strict && findings.some(({ severity }) => severity === 'error')
  const wanted = model === undefined || isBroken ? undefined : deliveryOf(outlineIn(model))
  const delivery =
    model === undefined || wanted === undefined
      ? undefined
      : {
          ...wanted,
          source: decisions.number === 0 ? source : { ...source, evidence: decisions.number },
          providerLock: lockOf(place.root),
          endOf: (address: string, zone: string) => endProofOf(model, findings, address, zone),
          shrinkOf: (address: string, zone: string) => {
            const system = model.systemByAddress.get(address)
            return system === undefined ? undefined : shrinkSinceGrant(model, system, zone)
          },
          unbackedOf: (stacks: readonly Pick<DeliveryStack, 'address'>[]) =>
            unbackedFindings(model, unbackedBehind(model, unbacked(), stacks)),
          vanished: () =>
            vanishedStacks(wanted.outline, unbacked(), new Set(sources.map(({ file }) => file))),
          departed,
          historyOf: (stack: DeliveryStack) => stackHistoryOf(model, stack, writtenOn),
          beliefs: heldBeliefs(model.catalogue),
          jobsAround: (names: ReadonlySet<string>) => jobsAround(model, wanted.jobs, names),
          mostRemovals: mostRemovals(model.catalogue.platform.value),
          digestsOf: (stacks: readonly DeliveryStack[]) => fileDigests(model, stacks),
        }
  return { delivery, findings, files, sources, readFrom: place.root, leftOut: [] }
}

/** What differs between the checkout and what was read: changed, new or gone. */
function differences(root: string, delivered: readonly SourceFile[]): readonly string[] {
  const lies = new Map(openRepository(root).files.map(({ file, digest }) => [file, digest]))
  const committed = new Map(delivered.map(({ file, digest }) => [file, digest]))
  const files = new Set([...lies.keys(), ...committed.keys()])
  return [...files].filter(file => lies.get(file) !== committed.get(file)).sort()
}

const mostLockBytes = 1024 * 1024

function lockOf(root: string): string | undefined {
  const content = readRegularFile(join(root, 'catalogue/terraform.lock.hcl'), mostLockBytes)
  return 'bytes' in content ? new TextDecoder().decode(content.bytes) : undefined
}

function deliveryOf(
  outline: Outline,
): Pick<Delivery, 'outline' | 'jobs' | 'stacks' | 'ended' | 'cloudNames'> {
  const jobs = jobsOf(outline)
  return {
    outline,
    jobs,
    stacks: withInheritance(jobs.map(stackOfJob), outline),
    ended: endedStacks(outline),
    cloudNames: new Map(outline.zones.map(({ zone }) => [zone.id, zone.cloud])),
  }
}

/** Of each system's stack, what to compare its openings with where nobody has granted them. */
function withInheritance(stacks: readonly DeliveryStack[], { zones }: Outline): readonly DeliveryStack[] {
  const known = new Map(
    zones.flatMap(({ zone, platform, systems }) => {
      const networks = [...platform.addressPools.map(({ cidr }) => cidr), ...serviceNetworks(zone)]
      return systems.map(({ address, inherits }) => {
        const inheritance = () => (inherits() ? networks : undefined)
        return [`${zone.id} ${address}`, inheritance] as const
      })
    }),
  )
  return stacks.map(stack => {
    const inherits = stack.kind === 'system' ? known.get(`${stack.zone} ${stack.address}`) : undefined
    return inherits === undefined ? stack : { ...stack, inherits }
  })
}
