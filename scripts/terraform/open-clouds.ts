import { codes, definitionOf } from '../../lib/deliver/codes.ts'
import type { Failure } from '../../lib/deliver/run.ts'
import { type AnyFinding, type CloudPlace, finding } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type CloudEntry, type CloudsPlace, checkCloud, readCloud } from '../openstack/index.ts'

const patienceMs = 20_000

/** Why the cloud of a zone cannot be used, by zone. */
export type BrokenZones = ReadonlyMap<string, Failure<CloudPlace>>

export interface OpenedClouds {
  readonly clouds: ReadonlyMap<string, CloudEntry>
  readonly broken: BrokenZones
}

/** Tries the clouds of these zones, all at once: one that cannot be used says nothing of another. */
export async function openClouds(
  place: CloudsPlace,
  cloudNames: ReadonlyMap<string, string>,
  zones: ReadonlySet<string>,
): Promise<OpenedClouds> {
  const clouds = new Map<string, CloudEntry>()
  const broken = new Map<string, Failure<CloudPlace>>()
  const open = async (zone: string) => {
    const name = cloudNames.get(zone)
    const problem = name === undefined ? zoneGone(zone) : await checkCloud(name, place, patienceMs)
    if (problem !== undefined) broken.set(zone, zoneFailure(zone, name ?? zone, problem))
    else if (name !== undefined) clouds.set(zone, readCloud(name, place))
  }
  await Promise.all([...zones].map(open))
  // In the order of the zones, whichever answered first.
  return { clouds, broken: new Map([...zones].flatMap(zone => entryOf(broken, zone))) }
}

function entryOf<V>(map: ReadonlyMap<string, V>, key: string): readonly (readonly [string, V])[] {
  const value = map.get(key)
  return value === undefined ? [] : [[key, value]]
}

/** Throws a `Refusal` that names every zone which cannot be used. */
export function requireZones(broken: BrokenZones): void {
  const [first, ...others] = broken.values()
  if (first === undefined) return
  const all = [first, ...others].map(({ message }) => message)
  const message = { zh: all.map(({ zh }) => zh).join('；'), en: all.map(({ en }) => en).join('; ') }
  throw new Refusal({ ...first, message }, 'environment')
}

/** What keeps a zone from being worked on, with the zone's name in front. */
export function zoneFailure(zone: string, cloud: string, problem: AnyFinding): Failure<CloudPlace> {
  const definition = definitionOf(problem)
  const { zh, en } = problem.message
  const message = { zh: `分区 ${zone}：${zh}`, en: `zone ${zone}: ${en}` }
  const fix = problem.fix ?? { message: definition.why }
  return { ...finding(definition, { cloud }, { message, fix }), fix, diagnostics: [] }
}

function zoneGone(zone: string): AnyFinding {
  const message = {
    zh: `catalogue/platform.yaml 中已没有分区 ${zone}，无从得知它的云`,
    en: `catalogue/platform.yaml no longer has the zone ${zone}, so its cloud is not known`,
  }
  return finding(codes.cloudUnknown, { machine: zone }, { message })
}
