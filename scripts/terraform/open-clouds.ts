import { codes } from '../../lib/deliver/codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type CloudEntry, type CloudsPlace, checkCloud, readCloud } from '../openstack/index.ts'

const patienceMs = 20_000

/** Makes sure that the clouds of these zones can be used. Throws a `Refusal` for the first that cannot. */
export async function openClouds(
  place: CloudsPlace,
  cloudNames: ReadonlyMap<string, string>,
  zones: ReadonlySet<string>,
): Promise<ReadonlyMap<string, CloudEntry>> {
  const opened = await Promise.all(
    [...zones].map(async zone => {
      const name = cloudNames.get(zone)
      if (name === undefined) throw zoneGone(zone)
      const problem = await checkCloud(name, place, patienceMs)
      if (problem === undefined) return [zone, readCloud(name, place)] as const
      const { zh, en } = problem.message
      const message = { zh: `分区 ${zone}：${zh}`, en: `zone ${zone}: ${en}` }
      throw new Refusal({ ...problem, message }, 'environment')
    }),
  )
  return new Map(opened)
}

function zoneGone(zone: string): Refusal {
  const message = {
    zh: `catalogue/platform.yaml 中已没有分区 ${zone}，无从得知它的云`,
    en: `catalogue/platform.yaml no longer has the zone ${zone}, so its cloud is not known`,
  }
  return new Refusal(finding(codes.cloudUnknown, { machine: zone }, { message }), 'environment')
}
