// Asks a cloud for all that a model of it is made from.
import { isRecord, textAt, valueAt } from '../../lib/deliver/json.ts'
import type { CloudAnswers } from '../../lib/isolation/cloud/answers.ts'
import { type Listing, type ListingName, listings } from '../../lib/isolation/cloud/listings.ts'
import type { OpenStack } from './client.ts'
import { ServiceError } from './service-error.ts'

/** A question that the cloud does not answer this account. */
export interface ClosedListing {
  readonly service: string
  readonly path: string
  readonly status: number
}

export interface CloudRead {
  readonly answers: CloudAnswers
  readonly closed: readonly ClosedListing[]
  /** What the cloud tells an administrator whole, and has told this account in part. */
  readonly partial: readonly Pick<Listing, 'service' | 'path'>[]
}

/**
 * @param cloud as models name it
 * @throws ServiceError for any failure but a refusal: then nothing is known
 */
export async function readIsolation(openstack: OpenStack, cloud: string): Promise<CloudRead> {
  const byListing = new Map<ListingName, readonly unknown[]>()
  const closed: ClosedListing[] = []
  const isEach = (listing: Listing): boolean => listing.each !== undefined
  for (const some of [listings.filter(listing => !isEach(listing)), listings.filter(isEach)]) {
    const asked = some.map(async listing => {
      const answer = await answerOf(openstack, listing, byListing)
      if ('status' in answer) closed.push(answer)
      return [listing.name, 'status' in answer ? [] : answer.items] as const
    })
    for (const [name, items] of await Promise.all(asked)) byListing.set(name, items)
  }
  const isAdministrator = openstack.roles.includes('admin')
  const partial = isAdministrator ? [] : listings.filter(listing => listing.wholeToAdministrators === true)
  return { answers: { name: openstack.cloud, cloud, byListing }, closed, partial }
}

type Answer = { readonly items: readonly unknown[] } | ClosedListing

async function answerOf(
  openstack: OpenStack,
  listing: Listing,
  known: ReadonlyMap<ListingName, readonly unknown[]>,
): Promise<Answer> {
  const { service, path, optional } = listing
  if (optional === true && !openstack.offers(service)) return { items: [] }
  try {
    return { items: await itemsOf(openstack, listing, known) }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    const { status } = error
    if (status === 404 && optional === true) return { items: [] }
    if (status === 403 || status === 404) return { service, path, status }
    throw error
  }
}

async function itemsOf(
  openstack: OpenStack,
  { service, path, key, query, each }: Listing,
  known: ReadonlyMap<ListingName, readonly unknown[]>,
): Promise<readonly unknown[]> {
  if (each === undefined) return (await openstack.list(service, path, key, query)).map(withoutSecret)
  const { of, where } = each
  const entries = (known.get(of) ?? []).filter(
    entry => where === undefined || valueAt(entry, where.field) === where.is,
  )
  const answers = entries.map(async entry => {
    const id = textAt(entry, 'id') ?? ''
    const items = await listOf(openstack, service, path.replace('{id}', encodeURIComponent(id)), key)
    return items.map(item => (isRecord(item) ? { ...item, of: id } : item))
  })
  return (await Promise.all(answers)).flat()
}

/** What has gone since it was listed has no parts. */
async function listOf(openstack: OpenStack, service: Listing['service'], path: string, key: string) {
  try {
    return await openstack.list(service, path, key)
  } catch (error) {
    if (error instanceof ServiceError && error.status === 404) return []
    throw error
  }
}

/** What a key is made of goes no further than this. */
function withoutSecret(item: unknown): unknown {
  if (!isRecord(item) || !Object.hasOwn(item, 'blob')) return item
  const { blob: _, ...rest } = item
  return rest
}
