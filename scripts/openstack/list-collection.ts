import { valueAt } from '../../lib/deliver/json.ts'
import type { Collection, Query } from '../../lib/resource-types/index.ts'
import { pathIn, queryIn } from './find.ts'
import type { OpenStack } from './index.ts'
import { ServiceError } from './service-error.ts'

/**
 * Every item of a collection of the table. Throws a `RangeError` where a template is about something that nobody knows:
 * a question that leaves it out would be answered with others.
 * @param values what the places of the templates are filled with
 */
export async function listCollection(
  cloud: OpenStack,
  collection: Collection,
  values: Readonly<Record<string, string>>,
  query: Query,
): Promise<readonly unknown[]> {
  const valueFor = (name: string) => values[name]
  const [path, filledQuery] = [pathIn(collection.path, valueFor), queryIn(query, valueFor)]
  if (path === undefined || filledQuery === undefined)
    throw new RangeError(`${collection.path}: a place is not known`)
  const filled = { ...collection, path }
  try {
    const items =
      collection.paged === undefined
        ? await page(cloud, filled, filledQuery)
        : await allPages(cloud, filled, filledQuery)
    const { wrapped } = collection
    return wrapped === undefined ? items : items.map(item => valueAt(item, wrapped))
  } catch (error) {
    if (collection.optional === true && error instanceof ServiceError && error.status === 404) return []
    throw error
  }
}

async function page(cloud: OpenStack, { service, path, key, headers }: Collection, query: Query) {
  return await cloud.list(service, path, key, query, headers)
}

async function allPages(cloud: OpenStack, collection: Collection, query: Query) {
  const items: unknown[] = []
  for (;;) {
    const next = await page(cloud, collection, { ...query, offset: String(items.length) })
    if (next.length === 0) return items
    items.push(...next)
  }
}
