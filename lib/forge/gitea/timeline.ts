import { accountOf } from '../account.ts'
import type { Push, Turn } from '../facts.ts'
import { field, flag, integer, isAbsent, list, type Shape, text, UnknownShape } from '../shape.ts'

export interface Timeline {
  readonly turns: readonly Turn[]
  readonly pushes: readonly Push[]
  /** Where each review stands, by its number. */
  readonly placeOf: (review: number) => number | undefined
}

/**
 * `GET /repos/{owner}/{repo}/issues/{index}/timeline`, all pages together. Its entries are numbered in the order in which
 * they came about, which whole seconds do not tell. Kinds that say nothing of an approval are passed over: labels,
 * milestones, and whatever later versions add; what takes an approval away is among those that are known.
 */
export function timelineOf(answer: unknown): Timeline {
  const entries = list({ place: 'timeline', value: answer }).filter(({ value }) => value !== null)
  const places = new Map<number, number>()
  const turns: Turn[] = []
  const pushes: Push[] = []
  for (const entry of entries) {
    const place = integer(field(entry, 'id'))
    const kind = text(field(entry, 'type'))
    if (kind === 'review') places.set(integer(field(entry, 'review_id')), place)
    const turn = turnOf(kind, entry)
    if (turn !== undefined) turns.push({ place, kind: turn })
    if (kind === 'pull_push') pushes.push(...pushesOf(entry))
  }
  return {
    turns: turns.toSorted((a, b) => a.place - b.place),
    pushes,
    placeOf: review => places.get(review),
  }
}

function turnOf(kind: string, entry: Shape): Turn['kind'] | undefined {
  if (kind === 'change_target_branch') return 'retarget'
  if (kind === 'reopen') return 'reopen'
  if (kind === 'merge_pull') return 'merge'
  if (kind === 'change_title') return isMadeReady(entry) ? 'ready' : undefined
  if (kind === 'pull_push') return flag(field(pushIn(entry), 'is_force_push')) ? 'force-push' : undefined
  return undefined
}

/** What a title begins with makes a draft. An installation may set other words: every change of a title would do then. */
const draft = /^\s*(?:\[?wip\]?|draft)\s*:?/i

function isMadeReady(entry: Shape): boolean {
  const [was, is] = [field(entry, 'old_title'), field(entry, 'new_title')].map(shape =>
    isAbsent(shape) ? '' : text(shape),
  )
  return draft.test(was ?? '') && !draft.test(is ?? '')
}

/** The body of a push is JSON in a text. */
function pushIn(entry: Shape): Shape {
  const body = field(entry, 'body')
  try {
    return { place: body.place, value: JSON.parse(text(body)) }
  } catch (error) {
    if (error instanceof UnknownShape) throw error
    throw new UnknownShape(body.place, 'JSON')
  }
}

function pushesOf(entry: Shape): readonly Push[] {
  const commits = field(pushIn(entry), 'commit_ids')
  const last = isAbsent(commits) ? undefined : list(commits).at(-1)
  return last === undefined ? [] : [{ account: accountOf(field(entry, 'user')), head: text(last) }]
}
