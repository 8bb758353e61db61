// Before a credential is read: whether the runner lets the repository ask for what it asks for.
import { codes } from '../../lib/deliver/codes.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import { lockAllowed, type NotAllowed, type ZoneRequest, zoneNotAllowed } from '../../lib/deliver/runner.ts'
import type { Refusal } from '../../lib/finding/refusal.ts'
import type { CloudsPlace } from '../openstack/index.ts'
import { type Runner, type RunnerPlace, runnerOf } from '../workspace/runner.ts'
import { isNamed, type StatePlace } from '../workspace/state-home.ts'
import type { Delivery } from './delivery.ts'

/** @throws Refusal for a zone that asks for another cloud or backend than the runner allows. */
export function requireAllowedZone({ settings }: Runner, zone: ZoneRequest): void {
  const problem = zoneNotAllowed(settings, zone)
  if (problem !== undefined) throw asRefusal(problem, zone.cloud)
}

/** The lock file of providers that holds. @throws Refusal for one of the repository that is not the runner's. */
export function allowedLock(runner: Runner, { providerLock }: Delivery): string | undefined {
  const lock = lockAllowed(providerLock, runner.providerLock)
  if (typeof lock === 'object') throw asRefusal(lock, 'terraform')
  return lock
}

/** Where clouds are looked up, with the addresses that the runner allows. */
export function cloudsPlaceOf({ environment, cwd, root }: RunnerPlace, { settings }: Runner): CloudsPlace {
  return { environment, cwd, root, settings }
}

const pipelines = ['CI', 'GITHUB_ACTIONS', 'GITLAB_CI', 'GITEA_ACTIONS'] as const

/** @throws Refusal where a local state would be written that nobody has at the next run. */
export function requireLastingState(
  place: RunnerPlace & StatePlace,
  { outline }: Delivery,
  zones: ReadonlySet<string>,
): void {
  const isLocal = outline.zones.some(({ zone }) => zones.has(zone.id) && zone.backend.type === 'local')
  if (!isLocal || isNamed(place)) return
  const inPipeline = pipelines.some(name => !['', 'false'].includes(place.environment[name] ?? ''))
  const { settings } = runnerOf(place)
  if (!(settings?.ephemeral ?? inPipeline)) return
  throw lacking(codes.stateWouldBeLost, { machine: 'state' }, codes.stateWouldBeLost.title)
}

function asRefusal({ definition, message }: NotAllowed, machine: string): Refusal {
  return lacking(definition, { machine }, message)
}
