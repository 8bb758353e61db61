// What a cloud keeps of a project that is gone: nothing of it can be used, and nobody else would remove it.
import { codes } from '../../lib/deliver/codes.ts'
import { textAt, valueAt } from '../../lib/deliver/json.ts'
import type { CloudThing } from '../../lib/deliver/thing.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import {
  type Outliving,
  type OutlivingList,
  type ResourceType,
  resourceTypes,
} from '../../lib/resource-types/index.ts'
import { fieldOf, isSo } from './entry.ts'
import { queryIn } from './find.ts'
import type { OpenStack } from './index.ts'
import { listCollection } from './list-collection.ts'
import { drop } from './release.ts'

type OutlivingType = ResourceType & { readonly outliving: Outliving }

const outlivingTypes = resourceTypes.filter((entry): entry is OutlivingType => entry.outliving !== undefined)

/** One thing that is kept, and what the places of the request that drops it are filled with. */
interface Kept {
  readonly thing: CloudThing
  readonly values: Readonly<Record<string, string>>
}

/**
 * Removes what a cloud has kept of projects that are gone.
 * @param managed ids of what a state has: terraform removes them
 */
export async function removeOutliving(
  cloud: OpenStack,
  projects: readonly string[],
  managed: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const owner of projects) {
    for (const { kind, outliving } of outlivingTypes) {
      await whereOffered(async () => {
        const { listed, release } = outliving
        const kept: readonly Pick<Kept, 'values'>[] =
          listed === undefined ? [{ values: { owner } }] : await keptOf(cloud, kind, listed, owner)
        for (const { values } of kept) if (!managed.has(values.id ?? '')) await drop(cloud, release, values)
      })
    }
  }
}

/** What a cloud tells that it keeps, whosever it is: each with the project as its owner. */
export async function outlivingIn(cloud: OpenStack): Promise<readonly CloudThing[]> {
  const lists = outlivingTypes.map(async ({ kind, outliving: { listed } }) =>
    listed === undefined ? [] : await whereOffered(async () => await keptOf(cloud, kind, listed)),
  )
  return (await Promise.all(lists)).flatMap(kept => (kept ?? []).map(({ thing }) => thing))
}

/** @param owner the project; without one, of any. */
async function keptOf(
  cloud: OpenStack,
  kind: string,
  { collection, each, owner: ownerField, isAsked, where = {} }: OutlivingList,
  owner?: string,
): Promise<readonly Kept[]> {
  const wanted = queryIn(where, place => (place === 'runner' ? cloud.projectId : undefined))
  // Whose the account's own are is not known then, and so none of them is.
  if (wanted === undefined) return []
  const query = owner === undefined || !isAsked ? {} : { [ownerField]: owner }
  const places = each === undefined ? [{}] : await placesOf(cloud, each)
  const lists = places.map(async place =>
    (await listCollection(cloud, collection, place, query)).flatMap(entry => {
      const whose = fieldOf(entry, ownerField) ?? ''
      if (!isSo(entry, wanted) || whose === '' || (owner !== undefined && whose !== owner)) return []
      const id = fieldOf(entry, 'id')
      const name = fieldOf(entry, 'name') ?? ''
      const thing = { kind, id: id ?? Object.values(place)[0] ?? whose, name, owner: whose }
      return [{ thing, values: { ...place, ...(id === undefined ? {} : { id }), owner: whose } }]
    }),
  )
  return (await Promise.all(lists)).flat()
}

/** What fills the place of each that has a collection of its own. */
async function placesOf(
  cloud: OpenStack,
  { of, query, unless, argument }: NonNullable<OutlivingList['each']>,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const others = await listCollection(cloud, of, {}, query)
  return others
    .filter(other => valueAt(other, unless) === false)
    .map(other => ({ [argument]: textAt(other, 'id') ?? '' }))
}

/** Undefined where the cloud does not have the service: then it keeps nothing of its kind. */
async function whereOffered<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.finding.code === codes.serviceMissing.code) return undefined
    throw error
  }
}
