import type { DesiredZone } from '../../lib/desired-state/index.ts'
import { type AnyFinding, type CloudPlace, finding } from '../../lib/finding/finding.ts'
import { isolationCodes } from '../../lib/isolation/codes.ts'
import { addCloud } from '../../lib/isolation/from-cloud.ts'
import type { ReadRule } from '../../lib/isolation/group-rules.ts'
import { emptyDraft, type IsolationModel } from '../../lib/isolation/model.ts'
import { sharedServices, type ZoneServices } from '../../lib/isolation/shared-services.ts'
import { cloudOfZone } from '../../stacks/given.ts'
import { connect } from '../openstack/index.ts'
import { type ClosedListing, type CloudRead, readIsolation } from '../openstack/isolation.ts'
import { servicesOf } from '../openstack/service-addresses.ts'
import { type RunnerPlace, runnerOf } from '../workspace/runner.ts'
import { cloudFailure } from './cloud-failure.ts'
import { openClouds } from './open-clouds.ts'
import { cloudsPlaceOf } from './runner-limits.ts'

export interface LiveModel {
  readonly model: IsolationModel
  /** Zones whose cloud was read. */
  readonly zones: ReadonlySet<string>
  /** Why a zone could not be read. */
  readonly broken: readonly AnyFinding[]
  /** What of a zone that was read nobody was told. */
  readonly closed: readonly AnyFinding[]
  /** Services that two of the zones have in common. */
  readonly shared: readonly AnyFinding[]
}

/** What the clouds of some zones hold, whosever it is. One that cannot be read keeps no other from being read. */
export async function modelOfClouds(
  place: RunnerPlace,
  zones: readonly DesiredZone[],
  readRule: ReadRule,
): Promise<LiveModel> {
  const names = new Map(zones.map(({ id, cloud }) => [id, cloud]))
  const opened = await openClouds(cloudsPlaceOf(place, runnerOf(place)), names, new Set(names.keys()))
  const draft = emptyDraft()
  const read = new Set<string>()
  const broken: AnyFinding[] = [...opened.broken.values()]
  const closed: AnyFinding[] = []
  const services: ZoneServices[] = []
  const looks = zones.map(async zone => {
    const entry = opened.clouds.get(zone.id)
    if (entry === undefined) return
    const look = await orFailure(async () => {
      const openstack = await connect(entry)
      services.push(servicesOf(zone.id, openstack))
      return await readIsolation(openstack, cloudOfZone(zone))
    })
    if ('code' in look) {
      broken.push(look)
      return
    }
    read.add(zone.id)
    closed.push(...look.closed.map(listing => closedListing(zone.cloud, listing)))
    closed.push(...look.partial.map(listing => partialListing(zone.cloud, listing)))
    addCloud(draft, look.answers, readRule)
  })
  await Promise.all(looks)
  const shared = sharedServices(services.toSorted((a, b) => (a.zone < b.zone ? -1 : 1)))
  return { model: draft, zones: read, broken, closed, shared }
}

async function orFailure(look: () => Promise<CloudRead>): Promise<CloudRead | AnyFinding> {
  try {
    return await look()
  } catch (error) {
    const failure = cloudFailure(error)
    if (failure === undefined) throw error
    return failure
  }
}

function closedListing(cloud: string, { service, path, status }: ClosedListing): AnyFinding {
  return finding<CloudPlace>(
    isolationCodes.listingClosed,
    { cloud },
    {
      message: {
        zh: `云 ${cloud} 的 ${service} 服务不向此账户列出 ${path}（${status}）`,
        en: `the service ${service} of the cloud ${cloud} does not list ${path} to this account (${status})`,
      },
    },
  )
}

function partialListing(cloud: string, { service, path }: CloudRead['partial'][number]): AnyFinding {
  const message = {
    zh: `云 ${cloud} 的 ${service} 服务只向此账户列出其本人的 ${path}，别人的没有核验`,
    en: `the service ${service} of the cloud ${cloud} lists to this account its own ${path} alone; those of others were not looked at`,
  }
  return finding<CloudPlace>(isolationCodes.listingPartial, { cloud }, { message })
}
