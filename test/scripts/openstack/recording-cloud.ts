import { codes } from '../../../lib/deliver/codes.ts'
import { lacking as lackingIn } from '../../../lib/deliver/lacking.ts'
import type { Service } from '../../../lib/resource-types/index.ts'
import type { OpenStack } from '../../../scripts/openstack/index.ts'

export interface RecordingCloud extends OpenStack {
  /** What it was asked, in order: `GET network /ports?device_id=r ports`, and with a body, that. */
  readonly requests: readonly string[]
}

/** A list, an error, or what a query is answered with. */
export type Holding =
  | readonly unknown[]
  | Error
  | ((query: Readonly<Record<string, string>>) => readonly unknown[])

/**
 * A cloud without a network: it holds what `holding` says by service and path, `network /ports`, and nothing else. What a
 * project alone is shown stands behind its id, `p key-manager /v1/secrets`; a `Refusal` there lets nobody in.
 * @param lacking services that it does not have
 */
export function recordingCloud(
  holding: Readonly<Record<string, Holding>> = {},
  lacking: readonly Service[] = [],
  requests: string[] = [],
): RecordingCloud {
  const answer = (place: string, query: Readonly<Record<string, string>>): readonly unknown[] => {
    const held = holding[place] ?? []
    if (held instanceof Error) throw held
    return typeof held === 'function' ? held(query) : held
  }
  return {
    cloud: 'cloud',
    projectId: 'runner',
    userId: 'runner',
    roles: ['admin'],
    credential: undefined,
    requests,
    async request(service, method, path, { body } = {}) {
      if (lacking.includes(service)) throw missing(service)
      requests.push(`${method} ${service} ${path}${body === undefined ? '' : ` ${JSON.stringify(body)}`}`)
      const held = holding[`${method} ${service} ${path}`]
      if (held instanceof Error) throw held
      return { status: 204, body: undefined }
    },
    offers: service => !lacking.includes(service),
    addressOf: service => (lacking.includes(service) ? undefined : `https://cloud/${service}`),
    async inProject(project, service) {
      requests.push(`as ${project}`)
      const door = holding[`${project} ${service}`]
      if (door instanceof Error) throw door
      const inside = Object.entries(holding).flatMap(([place, held]) =>
        place.startsWith(`${project} `) ? [[place.slice(project.length + 1), held] as const] : [],
      )
      return recordingCloud(Object.fromEntries(inside), lacking, requests)
    },
    async list(service, path, key, query = {}) {
      if (lacking.includes(service)) throw missing(service)
      const text = new URLSearchParams(query).toString()
      requests.push(`GET ${service} ${path}${text === '' ? '' : `?${text}`} ${key}`)
      return answer(`${service} ${path}`, query)
    },
  }
}

function missing(service: Service) {
  return lackingIn(codes.serviceMissing, { cloud: 'cloud' }, { zh: `没有 ${service}`, en: `no ${service}` })
}
