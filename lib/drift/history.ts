// Since when each drift has been seen: a machine keeps it from one look to the next.
import { isRecord, listAt, textAt, valueAt } from '../deliver/json.ts'
import { fingerprintsOf } from '../finding/fingerprint.ts'
import type { Drift, DriftClass } from './drift.ts'
import { driftClasses } from './kinds/index.ts'

/** A drift as it is remembered. */
export interface SeenDrift {
  /** The same as long as code and place are. */
  readonly id: string
  readonly class: DriftClass
  readonly code: string
  readonly opens: boolean
  readonly stacks: readonly string[]
  readonly place: SeenPlace
  /** ISO 8601, UTC, as `lastSeen` and `ended`. */
  readonly firstSeen: string
  readonly lastSeen: string
  /** When it was first no longer there. */
  readonly ended?: string
}

export type SeenPlace =
  | { readonly stack: string; readonly address?: string }
  | {
      readonly cloud: string
      readonly object?: { readonly kind: string; readonly id: string; readonly name: string }
    }

/** One look. */
export interface Look {
  readonly drifts: readonly Drift[]
  /** ISO 8601, UTC. */
  readonly at: string
  /** Whether a drift would have been seen if it were there. */
  readonly covers: (drift: SeenDrift) => boolean
}

export interface Seen {
  readonly history: readonly SeenDrift[]
  readonly firstSeen: ReadonlyMap<Drift, string>
  /** What names each, from one look to the next. */
  readonly ids: ReadonlyMap<Drift, string>
  /** What this look has found to be over. */
  readonly ended: readonly SeenDrift[]
}

/** As many as a person would ever go through, of those that are over. */
const mostEnded = 1000

/** What is known after a look. Something that was over and is back begins anew. */
export function seenAfter(earlier: readonly SeenDrift[], { drifts, at, covers }: Look): Seen {
  const ids = fingerprintsOf(drifts.map(({ finding }) => finding))
  const known = new Map(earlier.filter(isOpen).map(one => [one.id, one]))
  const now = drifts.map(drift => {
    const id = ids.get(drift.finding) ?? ''
    return { drift, seen: seenDrift(drift, id, known.get(id)?.firstSeen ?? at, at) }
  })
  const present = new Set(now.map(({ seen }) => seen.id))
  const ended = [...known.values()]
    .filter(one => !present.has(one.id) && covers(one))
    .map(one => ({ ...one, ended: at }))
  const over = new Set(ended.map(({ id }) => id))
  const unseen = [...known.values()].filter(({ id }) => !present.has(id) && !over.has(id))
  const before = earlier.filter(one => !isOpen(one))
  return {
    history: [...now.map(({ seen }) => seen), ...unseen, ...[...before, ...ended].slice(-mostEnded)],
    firstSeen: new Map(now.map(({ drift, seen }) => [drift, seen.firstSeen])),
    ids: new Map(now.map(({ drift, seen }) => [drift, seen.id])),
    ended,
  }
}

function isOpen({ ended }: SeenDrift): boolean {
  return ended === undefined
}

function seenDrift(drift: Drift, id: string, firstSeen: string, lastSeen: string): SeenDrift {
  const { class: of, opens, stacks, finding } = drift
  return { id, class: of, code: finding.code, opens, stacks, place: placeOf(drift), firstSeen, lastSeen }
}

function placeOf({ finding }: Drift): SeenPlace {
  if ('stack' in finding) {
    const { stack, address } = finding
    return { stack, ...(address === undefined ? {} : { address }) }
  }
  const { cloud, object } = finding
  return { cloud, ...(object === undefined ? {} : { object }) }
}

/** What a file says that an earlier look has left; what is no entry is left out. */
export function historyIn(value: unknown): readonly SeenDrift[] {
  return listAt(value, 'seen').flatMap(entry => entryOf(entry) ?? [])
}

function entryOf(entry: unknown): SeenDrift | undefined {
  const [id, code, firstSeen, lastSeen] = ['id', 'code', 'firstSeen', 'lastSeen'].map(key =>
    textAt(entry, key),
  )
  const of = driftClasses.find(one => one === valueAt(entry, 'class'))
  const place = seenPlace(valueAt(entry, 'place'))
  if (id === undefined || code === undefined || firstSeen === undefined || lastSeen === undefined)
    return undefined
  if (of === undefined || place === undefined) return undefined
  const ended = textAt(entry, 'ended')
  return {
    id,
    class: of,
    code,
    opens: valueAt(entry, 'opens') === true,
    stacks: listAt(entry, 'stacks').filter(stack => typeof stack === 'string'),
    place,
    firstSeen,
    lastSeen,
    ...(ended === undefined ? {} : { ended }),
  }
}

function seenPlace(value: unknown): SeenPlace | undefined {
  const [stack, cloud, address] = ['stack', 'cloud', 'address'].map(key => textAt(value, key))
  if (stack !== undefined) return { stack, ...(address === undefined ? {} : { address }) }
  const object = valueAt(value, 'object')
  if (cloud === undefined) return undefined
  if (!isRecord(object)) return { cloud }
  const [kind = '', id = '', name = ''] = ['kind', 'id', 'name'].map(key => textAt(object, key))
  return { cloud, object: { kind, id, name } }
}
