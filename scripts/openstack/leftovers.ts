import { codes } from '../../lib/deliver/codes.ts'
import { textAt } from '../../lib/deliver/json.ts'
import { idsOfKind, type StateResource } from '../../lib/deliver/state.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import {
  type Collection,
  type LeftoverSearch,
  type ResourceType,
  resourceTypes,
} from '../../lib/resource-types/index.ts'
import { passes } from './entry.ts'
import { queryIn } from './find.ts'
import type { OpenStack } from './index.ts'

/** What a project or domain that is to go still holds and nobody declared. */
export interface Leftover {
  readonly kind: string
  readonly id: string
  readonly name: string
  /** The id of the project or domain. */
  readonly owner: string
}

/** The projects and domains of a stack, by their ids. */
export interface StackOwners {
  readonly projects: readonly string[]
  readonly domains: readonly string[]
}

export function ownersOf(resources: readonly StateResource[]): StackOwners {
  return { projects: idsOfKind(resources, 'project'), domains: idsOfKind(resources, 'domain') }
}

interface LeftoverType {
  readonly entry: ResourceType
  readonly collection: Collection
  readonly leftover: LeftoverSearch
}

const leftoverTypes: readonly LeftoverType[] = resourceTypes.flatMap(entry => {
  const { collection, leftover } = entry
  return collection === undefined || 'not' in leftover ? [] : [{ entry, collection, leftover }]
})

/** Everything in the stack's projects and domains that is not of the stack. */
export async function leftoversOf(
  cloud: OpenStack,
  resources: readonly StateResource[],
  alsoGoing: ReadonlySet<string>,
): Promise<readonly Leftover[]> {
  const { projects, domains } = ownersOf(resources)
  const own = new Set(resources.flatMap(({ attributes }) => textAt(attributes, 'id') ?? []))
  const remainingIn = (place: LeftoverSearch['in'], owners: readonly string[]) =>
    owners.flatMap(owner =>
      leftoverTypes
        .filter(({ leftover }) => leftover.in === place)
        .map(async type => await remaining(cloud, type, owner)),
    )
  const all = [...remainingIn('project', projects), ...remainingIn('domain', domains)]
  const found = (await Promise.all(all)).flat()
  return found.filter(({ id }) => !own.has(id) && !alsoGoing.has(id))
}

async function remaining(cloud: OpenStack, type: LeftoverType, owner: string): Promise<readonly Leftover[]> {
  const { kind, madeByCloud } = type.entry
  try {
    const entries = await listedOf(cloud, type, owner)
    return entries
      .filter(entry => madeByCloud === undefined || !passes(entry, madeByCloud))
      .map(entry => ({ kind, id: textAt(entry, 'id') ?? '', name: textAt(entry, 'name') ?? '', owner }))
  } catch (error) {
    // A cloud without the service holds nothing of its kind.
    if (error instanceof Refusal && error.finding.code === codes.serviceMissing.code) return []
    throw error
  }
}

async function listedOf(
  cloud: OpenStack,
  { collection, leftover }: LeftoverType,
  owner: string,
): Promise<readonly unknown[]> {
  const { service, path, key } = collection
  return await cloud.list(
    service,
    path,
    key,
    queryIn(leftover.query, () => owner),
  )
}

/** Removes what the cloud made for each project by itself, and kept when the project went. */
export async function removeOutliving(cloud: OpenStack, projects: readonly string[]): Promise<void> {
  for (const project of projects) {
    for (const type of leftoverTypes) {
      const { madeByCloud } = type.entry
      if (madeByCloud?.outlivesProject !== true) continue
      const entries = await listedOf(cloud, type, project)
      for (const entry of entries.filter(entry => passes(entry, madeByCloud))) {
        await cloud.request(
          type.collection.service,
          'DELETE',
          `${type.collection.path}/${textAt(entry, 'id')}`,
        )
      }
    }
  }
}
