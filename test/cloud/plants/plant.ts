// What somebody does to a cloud beside all grants, and how it is taken away again.
import { textAt } from '../../../lib/deliver/json.ts'
import type { OpenStack } from '../../../scripts/openstack/index.ts'

/** A system that stands, the cloud's administrator, and a person of its unit. */
export interface Victim {
  readonly admin: OpenStack
  readonly member: OpenStack
  readonly project: string
  readonly domain: string
  /** Ids of what its stack has made. */
  readonly network: string
  readonly subnet: string
  readonly router: string
  readonly group: string
  /** A project of nobody's unit. */
  readonly stranger: string
}

export interface Planted {
  /** The id by which a proof names it. */
  readonly id: string
  readonly remove: () => Promise<unknown>
}

export interface Plant {
  readonly title: string
  readonly by: 'administrator' | 'member'
  /** The code under which a proof finds it. */
  readonly code: string
  readonly plant: (victim: Victim) => Promise<Planted>
}

type Service = Parameters<OpenStack['request']>[0]

/** Makes an object, and removes it. */
export async function made(
  cloud: OpenStack,
  service: Service,
  path: string,
  key: string,
  values: object,
): Promise<Planted> {
  const { body } = await cloud.request(service, 'POST', path, { body: { [key]: values } })
  const id = textAt(body, key, 'id') ?? textAt(body, 'id')
  if (id === undefined) throw new Error(`no ${key} was made`)
  return { id, remove: () => cloud.request(service, 'DELETE', `${path}/${id}`) }
}

/** Sets something of a network object to another value, and back. */
export async function changed(
  cloud: OpenStack,
  path: string,
  key: string,
  values: object,
  before: object,
): Promise<() => Promise<unknown>> {
  const put = (body: object) => cloud.request('network', 'PUT', path, { body: { [key]: body } })
  await put(values)
  return () => put(before)
}
