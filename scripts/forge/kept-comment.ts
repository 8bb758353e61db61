import type { OpenForge } from './open.ts'

/** What a comment of ours begins with. No text of a manifest can hold it: `<` is none that stands in a brief. */
const mark = (name: string): string => `<!-- tenantry:${name} -->`

/**
 * Keeps one comment of a name under a change up to date: it is made once and written anew from then on. Only what the
 * token's own account has written is touched, for anybody can write such a mark. A call that was made twice has left two;
 * then both say the same.
 *
 * @returns what had to be done
 */
export async function keepComment(
  { adapter, client, settings: { repository } }: Pick<OpenForge, 'adapter' | 'client' | 'settings'>,
  change: number,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<'made' | 'rewritten' | 'same'> {
  const body = `${mark(name)}\n${text}`
  const own = await adapter.ownAccount(client)
  const kept = (await adapter.comments(client, repository, change)).filter(
    comment => comment.account === own && comment.body.startsWith(mark(name)),
  )
  if (kept.length === 0) {
    await adapter.writeComment(client, repository, change, { id: undefined, body })
    return 'made'
  }
  const stale = kept.filter(comment => normalised(comment.body) !== normalised(body))
  for (const { id } of stale) await adapter.writeComment(client, repository, change, { id, body })
  return stale.length === 0 ? 'same' : 'rewritten'
}

/** Forges store the ends of lines in their own way, and may cut blanks off the end. */
function normalised(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd()
}
