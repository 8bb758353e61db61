import { Refusal } from '../../lib/finding/refusal.ts'
import { type CloudsPlace, checkCloud } from '../openstack/index.ts'
import { cloudsPlaceOf } from '../terraform/runner-limits.ts'
import type { RepositoryPlace } from '../workspace/repository.ts'
import { runnerOf } from '../workspace/runner.ts'
import { type Check, type Outcome, ok, type Remark } from './check.ts'

/** Short enough to wait for. */
const patienceMs = 10_000

/** Each zone's cloud: its entry in clouds.yaml, whether it can be reached, and whether it takes the credentials. */
export const clouds: Check = {
  name: 'clouds',
  run: async place => {
    const zones = await zonesOf(place)
    if (zones === undefined) return [skipped]
    const clouds = cloudsPlaceOf(place, runnerOf(place))
    return await Promise.all(zones.map(([zone, cloud]) => outcomeOf(zone, cloud, clouds)))
  },
}

const skipped: Remark = {
  state: 'skipped',
  what: {
    zh: '未检查各分区的云：此处没有可用的数据仓库（用 --root 指定）',
    en: 'the clouds of the zones were not looked at: there is no sound data repository here (name one with --root)',
  },
}

async function zonesOf(place: RepositoryPlace): Promise<[string, string][] | undefined> {
  const { loadRepository } = await import('../workspace/repository.ts')
  try {
    const { model } = loadRepository(place, { check: false })
    return model && Object.entries(model.catalogue.platform.value.zones).map(([id, { cloud }]) => [id, cloud])
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

async function outcomeOf(zone: string, cloud: string, place: CloudsPlace): Promise<Outcome> {
  const problem = await checkCloud(cloud, place, patienceMs)
  if (problem === undefined)
    return ok(`分区 ${zone}：云 ${cloud} 可用`, `zone ${zone}: the cloud ${cloud} answers`)
  const { zh, en } = problem.message
  return { ...problem, message: { zh: `分区 ${zone}：${zh}`, en: `zone ${zone}: ${en}` } }
}
