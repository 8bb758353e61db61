import { type CloudsPlace, checkCloud } from '../openstack/index.ts'
import { zoneFailure } from '../terraform/open-clouds.ts'
import { cloudsPlaceOf } from '../terraform/runner-limits.ts'
import { runnerOf } from '../workspace/runner.ts'
import { type Check, type DoctorZone, type Outcome, ok, type Remark } from './check.ts'
import { patienceMs } from './zones.ts'

/** Each zone's cloud: its entry in clouds.yaml, whether it can be reached, and whether it takes the credentials. */
export const clouds: Check = {
  name: 'clouds',
  run: async (place, { model, zones }) => {
    if (model === undefined) return [skipped]
    const clouds = cloudsPlaceOf(place, runnerOf(place))
    return await Promise.all(zones.map(zone => outcomeOf(zone, clouds)))
  },
}

const skipped: Remark = {
  state: 'skipped',
  what: {
    zh: '未检查各分区的云：此处没有可用的数据仓库（用 --root 指定）',
    en: 'the clouds of the zones were not looked at: there is no sound data repository here (name one with --root)',
  },
}

async function outcomeOf({ id, zone: { cloud }, foreign }: DoctorZone, place: CloudsPlace): Promise<Outcome> {
  if (foreign) return notOurs(id, cloud)
  const problem = await checkCloud(cloud, place, patienceMs)
  return problem === undefined
    ? ok(`分区 ${id}：云 ${cloud} 可用`, `zone ${id}: the cloud ${cloud} answers`)
    : zoneFailure(id, cloud, problem)
}

function notOurs(id: string, cloud: string): Remark {
  return {
    state: 'skipped',
    what: {
      zh: `分区 ${id}：不属本执行机（clouds.yaml 中没有云 ${cloud}）；仍要检查，写明 zone:${id}`,
      en: `zone ${id}: not this runner's, for clouds.yaml has no cloud ${cloud}; name zone:${id} to look all the same`,
    },
  }
}
