import { forgeCodes as codes } from '../../lib/forge/codes.ts'
import type { ForgeClient } from './client.ts'
import { forgeRefusal } from './refusals.ts'

const perPage = 50
/** A collection that never ends is a defect of the forge. */
const mostPages = 2_000

/**
 * Every member of a collection that is asked for page by page, to the first page that is empty: a forge may give fewer than
 * it is asked for. Without `page` the limit is ignored and everything comes at once, so that pages are always named. A page
 * that is lost would be a refusal that nobody sees: `X-Total-Count` has to come out. Most collections count all of their
 * members in it, Gitea's timeline those of the page alone.
 *
 * @throws Refusal where it does not
 */
export async function allPages(
  client: ForgeClient,
  path: string,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly unknown[]> {
  const members: unknown[] = []
  const counts: { readonly said: number; readonly own: number }[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const query = { ...more, limit: `${perPage}`, page: `${page}` }
    const { body, headers } = await client.request('GET', path, { query })
    // An empty list is written as null by some versions.
    const found: readonly unknown[] | undefined = body === null ? [] : Array.isArray(body) ? body : undefined
    if (found === undefined) throw forgeRefusal(codes.unknownShape, client.address, `${path}: no list`)
    members.push(...found)
    const said = Number(headers.get('x-total-count') ?? Number.NaN)
    if (found.length > 0 || page === 1) counts.push({ said, own: found.length })
    if (found.length > 0) continue
    const lost = counts.find(
      ({ said, own }) => !Number.isNaN(said) && said !== own && said !== members.length,
    )
    if (lost === undefined) return members
    throw forgeRefusal(codes.unknownShape, client.address, `${path}: ${members.length} of ${lost.said}`)
  }
  throw forgeRefusal(codes.unknownShape, client.address, `${path}: more than ${mostPages} pages`)
}

/**
 * Every member of a collection whose pages are linked (`Link: <…>; rel="next"`). Of a link the number or the cursor of the
 * next page is taken: where it leads otherwise is not for an answer to say.
 *
 * @throws Refusal where something else than lists comes
 */
export async function linkedPages(
  client: ForgeClient,
  path: string,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly unknown[]> {
  const members: unknown[] = []
  let next: Readonly<Record<string, string>> | undefined = {}
  for (let page = 1; page <= mostPages && next !== undefined; page += 1) {
    const query = { ...more, per_page: `${perPage}`, ...next }
    const { body, headers } = await client.request('GET', path, { query })
    if (!Array.isArray(body)) throw forgeRefusal(codes.unknownShape, client.address, `${path}: no list`)
    members.push(...body)
    next = nextPage(headers.get('link') ?? '')
  }
  if (next === undefined) return members
  throw forgeRefusal(codes.unknownShape, client.address, `${path}: more than ${mostPages} pages`)
}

function nextPage(link: string): Readonly<Record<string, string>> | undefined {
  const [, url = ''] = /<([^>]*)>;\s*rel="next"/.exec(link) ?? []
  const query = new URLSearchParams(url.split('?')[1] ?? '')
  const steps = ['page', 'after'].flatMap(name => {
    const value = query.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return steps.length === 0 ? undefined : Object.fromEntries(steps)
}
