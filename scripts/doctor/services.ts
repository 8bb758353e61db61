import type { PlatformZone } from '../../generated/types/platform.ts'
import { codes } from '../../lib/deliver/codes.ts'
import { causeOf } from '../../lib/deliver/failure.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import type { AnyFinding } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { OpenStack, RequestOptions } from '../openstack/index.ts'
import { ServiceError } from '../openstack/index.ts'
import { zoneFailure } from '../terraform/open-clouds.ts'
import { type Check, type DoctorZone, type Outcome, ok } from './check.ts'
import { askingZone } from './zones.ts'

/** Every service that the catalogue gives a zone, and Keystone itself: whether it answers, and lets the account ask. */
export const services: Check = {
  name: 'services',
  run: async (_place, { zones }) => {
    const looked = zones.map(
      async zone => await askingZone(zone, async cloud => await outcomesOf(zone, cloud)),
    )
    return (await Promise.all(looked)).flatMap(outcomes => outcomes ?? [])
  },
}

type Api = PlatformZone['apis'][number] | 'identity'

interface Question {
  readonly path: string
  readonly query?: RequestOptions['query']
  /** Whether the path may not be there: some clouds write a version into the catalogue, some do not. */
  readonly loose?: true
}

/** What costs a service little and every release answers. */
const questions: Readonly<Record<Api, Question>> = {
  // Which only an administrator may ask: it is what a delivery makes first.
  identity: { path: '/domains', query: { name: 'default' } },
  compute: { path: '/limits' },
  'block-storage': { path: '/limits' },
  network: { path: '/networks', query: { limit: '1', fields: 'id' } },
  'load-balancer': { path: '/v2/lbaas/loadbalancers', query: { limit: '1' }, loose: true },
  dns: { path: '/v2/zones', query: { limit: '1' }, loose: true },
  'object-storage': { path: '', query: { limit: '1' } },
}

async function outcomesOf(zone: DoctorZone, cloud: OpenStack): Promise<readonly Outcome[]> {
  const apis: readonly Api[] = ['identity', ...zone.zone.apis]
  return await Promise.all(apis.map(async api => await outcomeOf(zone.id, api, cloud)))
}

async function outcomeOf(id: string, api: Api, cloud: OpenStack): Promise<Outcome> {
  const problem = await problemOf(api, cloud)
  return problem === undefined
    ? ok(`分区 ${id}：服务 ${api} 可用`, `zone ${id}: the service ${api} answers`)
    : zoneFailure(id, cloud.cloud, problem)
}

async function problemOf(api: Api, cloud: OpenStack): Promise<AnyFinding | undefined> {
  const { path, query = {}, loose = false } = questions[api]
  try {
    await cloud.request(api, 'GET', path, { query })
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.finding
    if (!(error instanceof ServiceError)) throw error
    return loose && error.status === 404 ? undefined : refusal(api, error)
  }
}

function refusal(api: Api, { cloud, status, message }: ServiceError): AnyFinding {
  const definition =
    status === 404 ? codes.serviceMissing : causeOf({ summary: `got ${status}`, detail: '' }).definition
  const said = {
    zh: `服务 ${api} 拒绝应答：${message}`,
    en: `the service ${api} refused: ${message}`,
  }
  return lacking(definition, { cloud }, said).finding
}
