// Reads objects of a state by their ids: whether the cloud still has them, and lets us see them.
import { listAt, textAt } from '../../lib/deliver/json.ts'
import type { StateResource } from '../../lib/deliver/state.ts'
import { type CreatedType, entryOf, placesIn, type Service } from '../../lib/resource-types/index.ts'
import type { OpenStack } from './index.ts'
import { ServiceError } from './service-error.ts'

/** An object that can be asked for by its id. */
export interface Readable {
  readonly resource: StateResource
  readonly id: string
  readonly type: CreatedType
  readonly service: Service
}

/** Those of a state's resources that have an address of their own in the API, in the order of the state. */
export function readableOf(resources: readonly StateResource[]): readonly Readable[] {
  return resources.flatMap(resource => {
    const type = entryOf(resource.type, resource.attributes)
    const id = textAt(resource.attributes, 'id')
    if (type?.collection === undefined || id === undefined || id === '') return []
    const { collection, identity } = type
    if (placesIn(collection.path).length > 0 || identity.importId !== '{id}') return []
    return [{ resource, id, type, service: collection.service }]
  })
}

/**
 * `seen`: the cloud shows it. `unseen`: it answers as if there were none, or that it is not for us.
 * @throws ServiceError for any other answer: then nothing is known.
 */
export async function readBack(cloud: OpenStack, { id, type }: Readable): Promise<'seen' | 'unseen'> {
  const { service, path } = type.collection
  try {
    await cloud.request(service, 'GET', `${path}/${encodeURIComponent(id)}`)
    return 'seen'
  } catch (error) {
    if (error instanceof ServiceError && (error.status === 404 || error.status === 403)) return 'unseen'
    throw error
  }
}

/** Whether the cloud shows the account any object of a type at all, whosever it is. */
export async function showsAny(cloud: OpenStack, { collection }: CreatedType): Promise<boolean> {
  const { service, path, key } = collection
  try {
    const { body } = await cloud.request(service, 'GET', path, { query: { limit: '1' } })
    return listAt(body, key).length > 0
  } catch (error) {
    if (error instanceof ServiceError && (error.status === 404 || error.status === 403)) return false
    throw error
  }
}

/** Whether Keystone has a project. Throws a `ServiceError` for any answer but 404: then nothing is known. */
export async function readProject(cloud: OpenStack, id: string): Promise<boolean> {
  try {
    await cloud.request('identity', 'GET', `/projects/${encodeURIComponent(id)}`)
    return true
  } catch (error) {
    if (error instanceof ServiceError && error.status === 404) return false
    throw error
  }
}
