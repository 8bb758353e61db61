import { setTimeout as delay } from 'node:timers/promises'
import { codes } from '../../lib/deliver/codes.ts'
import { checkCloud } from '../openstack/index.ts'
import { CommandError, type Context } from '../terminal/command.ts'
import { type Check, missing, type Outcome, ok } from './check.ts'

/** Longer than any cloud that answers at all takes, short enough to wait for. */
const patienceMs = 10_000

/** Each zone's cloud: its entry in clouds.yaml, whether it can be reached, and whether it takes the credentials. */
export const clouds: Check = {
  name: 'clouds',
  run: async context => {
    const zones = await zonesOf(context)
    if (zones === undefined) return [skipped]
    return await Promise.all(zones.map(([zone, cloud]) => outcomeOf(zone, cloud, context)))
  },
}

const skipped: Outcome = {
  state: 'skipped',
  what: {
    zh: '未检查各分区的云：此处没有可用的数据仓库（用 --root 指定）',
    en: 'the clouds of the zones were not looked at: there is no sound data repository here (name one with --root)',
  },
}

async function zonesOf(context: Context): Promise<[string, string][] | undefined> {
  const [{ modelOf }, { loadRepository }] = await Promise.all([
    import('../terminal/require-model.ts'),
    import('../workspace/repository.ts'),
  ])
  try {
    const { platform } = modelOf(loadRepository(context, { check: false })).catalogue
    return Object.entries(platform.value.zones).map(([id, { cloud }]) => [id, cloud])
  } catch (error) {
    if (error instanceof CommandError) return undefined
    throw error
  }
}

async function outcomeOf(zone: string, cloud: string, { environment, cwd }: Context): Promise<Outcome> {
  const checked = await Promise.race([
    checkCloud(cloud, environment, cwd),
    delay(patienceMs, undefined, { ref: false }),
  ])
  const problem = checked === undefined ? tooSlow(cloud) : checked.problem
  if (problem === undefined)
    return ok(`分区 ${zone}：云 ${cloud} 可用`, `zone ${zone}: the cloud ${cloud} answers`)
  const { text, definition } = problem
  return missing({ zh: `分区 ${zone}：${text.zh}`, en: `zone ${zone}: ${text.en}` }, definition.why)
}

function tooSlow(cloud: string) {
  const seconds = patienceMs / 1000
  return {
    definition: codes.endpointUnreachable,
    text: {
      zh: `云 ${cloud} 在 ${seconds} 秒内没有应答`,
      en: `the cloud ${cloud} did not answer within ${seconds} seconds`,
    },
  }
}
