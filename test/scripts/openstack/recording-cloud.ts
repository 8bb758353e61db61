import type { OpenStack } from '../../../scripts/openstack/index.ts'

export interface RecordingCloud extends OpenStack {
  /** What it was asked, in order: `GET network /ports?device_id=r`. */
  readonly requests: readonly string[]
}

/** A list, an error, or what a query is answered with. */
export type Holding =
  | readonly unknown[]
  | Error
  | ((query: Readonly<Record<string, string>>) => readonly unknown[])

/** A cloud without a network: it holds what `holding` says by service and path, `network /ports`, and nothing else. */
export function recordingCloud(holding: Readonly<Record<string, Holding>> = {}): RecordingCloud {
  const requests: string[] = []
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
    requests,
    async request(service, method, path) {
      requests.push(`${method} ${service} ${path}`)
      return { status: 204, body: undefined }
    },
    async list(service, path, key, query = {}) {
      const text = new URLSearchParams(query).toString()
      requests.push(`GET ${service} ${path}${text === '' ? '' : `?${text}`} ${key}`)
      return answer(`${service} ${path}`, query)
    },
  }
}
