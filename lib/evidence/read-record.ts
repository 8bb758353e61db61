import {
  commit,
  field,
  instant,
  integer,
  isAbsent,
  list,
  oneOf,
  type Shape,
  text,
  UnknownShape,
} from '../forge/shape.ts'
import { type Answer, type DecidedEvent, grantSchema } from './answers.ts'
import { canonicalText } from './canonical.ts'
import type { EvidenceRecord, Pinpoint } from './record.ts'
import { recordSchema } from './record.ts'

/** What of a record others go by. */
export type ReadRecord = Pick<
  EvidenceRecord,
  | 'number'
  | 'previous'
  | 'recordedAt'
  | 'repository'
  | 'target'
  | 'base'
  | 'merge'
  | 'evidenceFrom'
  | 'answers'
> & {
  readonly status: EvidenceRecord['decision']['status']
  readonly objections: readonly string[]
  /** The number of the change, where one came with it. */
  readonly change: number | undefined
}

/** A record from its text; undefined where the text is none, or not the one text of what it says. */
export function readRecord(written: string): ReadRecord | undefined {
  try {
    const value: unknown = JSON.parse(written)
    if (`${canonicalText(value)}\n` !== written) return undefined
    return recordOf({ place: 'record', value })
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof UnknownShape)
      return undefined
    throw error
  }
}

function recordOf(record: Shape): ReadRecord {
  oneOf(field(record, 'schema'), [recordSchema])
  const [previous, decision, facts, from] = [
    field(record, 'previous'),
    field(record, 'decision'),
    field(record, 'facts'),
    field(record, 'evidenceFrom'),
  ]
  return {
    number: integer(field(record, 'number')),
    previous: isAbsent(previous) ? null : text(previous),
    recordedAt: instant(field(record, 'recordedAt')),
    repository: integer(field(record, 'repository')),
    target: text(field(record, 'target')),
    base: pinpoint(field(record, 'base')),
    merge: pinpoint(field(record, 'merge')),
    status: oneOf(field(decision, 'status'), ['approved', 'unapproved']),
    objections: list(field(decision, 'objections')).map(text),
    change: isAbsent(facts) ? undefined : integer(field(facts, 'number')),
    evidenceFrom: isAbsent(from) ? null : text(from),
    answers: list(field(record, 'answers')).map(answer),
  }
}

function answer(shape: Shape): Answer {
  const request = field(shape, 'request')
  return {
    schema: oneOf(field(shape, 'schema'), [grantSchema]),
    system: text(field(shape, 'system')),
    written: integer(field(shape, 'written')),
    request: {
      index: integer(field(request, 'index')),
      event: text(field(request, 'event')),
      on: text(field(request, 'on')),
    },
    events: list(field(shape, 'events')).map(decided),
  }
}

function decided(shape: Shape): DecidedEvent {
  const [grants, exchange] = [field(shape, 'grants'), field(shape, 'exchange')]
  return {
    event: text(field(shape, 'event')),
    on: text(field(shape, 'on')),
    ...(isAbsent(grants) ? {} : { grants: grants.value }),
    ...(isAbsent(exchange) ? {} : { exchange: exchange.value }),
  }
}

function pinpoint(shape: Shape): Pinpoint {
  return { commit: commit(field(shape, 'commit')), tree: commit(field(shape, 'tree')) }
}
