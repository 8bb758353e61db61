import { codes } from '../../lib/deliver/codes.ts'
import { selectStacks } from '../../lib/deliver/selector.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { Model } from '../../lib/model/model.ts'
import { stackName } from '../../stacks/names.ts'
import { type CloudsPlace, connect, type OpenStack, readCloud, ServiceError } from '../openstack/index.ts'
import { cloudsPlaceOf } from '../terraform/runner-limits.ts'
import { runnerOf } from '../workspace/runner.ts'
import type { DoctorPlace, DoctorZone, Surveyed } from './check.ts'

/** Short enough to wait for, longer than a service takes that answers at all. */
export const patienceMs = 10_000

/** What all checks go by, so that the repository is read once. @throws Refusal for a selector that names no zone. */
export async function surveyOf(place: DoctorPlace): Promise<Surveyed> {
  const model = await modelAt(place)
  return { model, zones: model === undefined ? [] : zonesOf(place, model) }
}

function zonesOf(place: DoctorPlace, model: Model): readonly DoctorZone[] {
  const all = Object.entries(model.catalogue.platform.value.zones)
  const chosen = chosenZones(
    all.map(([id]) => id),
    place.selectors,
  )
  const clouds = cloudsPlaceOf(place, runnerOf(place))
  const looked = all.map(([id, zone]) => ({ id, zone, ...entryOf(zone.cloud, clouds) }))
  const hasOthers = looked.some(({ entry }) => entry !== undefined)
  return looked
    .filter(({ id }) => chosen.has(id))
    .map(({ absent, ...rest }) => ({ ...rest, foreign: absent && hasOthers && place.selectors.length === 0 }))
}

async function modelAt(place: DoctorPlace): Promise<Model | undefined> {
  const { loadRepository } = await import('../workspace/repository.ts')
  try {
    return loadRepository(place, { check: false }).model
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function chosenZones(zones: readonly string[], selectors: readonly string[]): ReadonlySet<string> {
  const platforms = zones.map(zone => ({
    name: stackName.platform(zone),
    kind: 'platform' as const,
    zone,
    after: [],
  }))
  const { stacks, problems } = selectStacks(platforms, selectors)
  const [problem] = problems
  if (problem !== undefined) throw new Refusal(problem, 'usage')
  return new Set(stacks.map(({ zone }) => zone))
}

function entryOf(cloud: string, place: CloudsPlace) {
  try {
    return { entry: readCloud(cloud, place), absent: false }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { entry: undefined, absent: error.finding.code === codes.cloudUnknown.code }
  }
}

/** Asks the cloud of a zone something; undefined where it cannot be used, which another check says. */
export async function askingZone<T>(
  { entry }: DoctorZone,
  ask: (cloud: OpenStack) => Promise<T>,
): Promise<T | undefined> {
  if (entry === undefined) return undefined
  try {
    return await ask(await connect(entry, patienceMs))
  } catch (error) {
    if (error instanceof Refusal || error instanceof ServiceError) return undefined
    throw error
  }
}
