import { accountOf } from '../account.ts'
import type { Push } from '../facts.ts'
import { commit, field, isAbsent, list, type Shape, text, UnknownShape } from '../shape.ts'

/**
 * Pushes to a branch, from `GET /repos/{owner}/{repo}/activities/feeds`. The timeline names the opener for what was pushed
 * before the change was opened; who really pushed stands here alone.
 */
export function feedPushes(answer: unknown, branch: string): readonly Push[] {
  return list({ place: 'feed', value: answer }).flatMap(entry => {
    if (text(field(entry, 'op_type')) !== 'commit_repo') return []
    if (text(field(entry, 'ref_name')).replace(/^refs\/heads\//, '') !== branch) return []
    const head = headIn(field(entry, 'content'))
    return head === undefined ? [] : [{ account: accountOf(field(entry, 'act_user')), head }]
  })
}

/** The content is JSON in a text; it is empty where a branch is made of commits that are there already. */
function headIn(content: Shape): string | undefined {
  const written = text(content)
  if (written === '') return undefined
  const head = field(parsed(content, written), 'HeadCommit')
  return isAbsent(head) ? undefined : commit(field(head, 'Sha1'))
}

function parsed({ place }: Shape, written: string): Shape {
  try {
    return { place, value: JSON.parse(written) }
  } catch {
    throw new UnknownShape(place, 'JSON')
  }
}
