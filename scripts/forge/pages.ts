import { forgeCodes as codes } from '../../lib/forge/codes.ts'
import type { ForgeClient } from './client.ts'
import { forgeRefusal } from './refusals.ts'

const perPage = 50
/** A collection that never ends is a defect of the forge. */
const mostPages = 2_000

/**
 * Every member of a collection that answers with a list and says in `X-Total-Count` how long it is. Without `page` the
 * limit is ignored and everything comes at once, so that pages are always named. A page that is lost would be a refusal
 * that nobody sees: the count has to come out.
 *
 * @throws Refusal where it does not
 */
export async function allPages(client: ForgeClient, path: string): Promise<readonly unknown[]> {
  const members: unknown[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const query = { limit: `${perPage}`, page: `${page}` }
    const { body, headers } = await client.request('GET', path, { query })
    // An empty list is written as null by some versions.
    const found: readonly unknown[] | undefined = body === null ? [] : Array.isArray(body) ? body : undefined
    if (found === undefined) throw forgeRefusal(codes.unknownShape, client.address, `${path}: no list`)
    members.push(...found)
    const total = Number(headers.get('x-total-count') ?? Number.NaN)
    if (found.length > 0 && !(members.length >= total)) continue
    if (Number.isNaN(total) || members.length === total) return members
    throw forgeRefusal(codes.unknownShape, client.address, `${path}: ${members.length} of ${total}`)
  }
  throw forgeRefusal(codes.unknownShape, client.address, `${path}: more than ${mostPages} pages`)
}
