import type { ChangeFacts } from '../forge/facts.ts'
import {
  commit,
  field,
  instant,
  integer,
  isAbsent,
  list,
  oneOf,
  optional,
  type Shape,
  text,
  UnknownShape,
} from '../forge/shape.ts'
import { isRecord } from '../model/record.ts'
import type { SignedStatement } from '../statement/index.ts'
import { type Answer, type DecidedEvent, grantSchemas } from './answers.ts'
import { canonicalText } from './canonical.ts'
import { readDecision } from './read-decision.ts'
import { readFacts } from './read-facts.ts'
import {
  digestOfRecord,
  type EvidenceRecord,
  type Pinpoint,
  type RecordedPart,
  recordSchemas,
  recordSchemaWithStatements,
  schemasWithoutContents,
} from './record.ts'

/** What of a record others go by. */
export type ReadRecord = Pick<
  EvidenceRecord,
  | 'number'
  | 'previous'
  | 'recordedAt'
  | 'tool'
  | 'forge'
  | 'repository'
  | 'target'
  | 'base'
  | 'merge'
  | 'day'
  | 'evidenceFrom'
  | 'answers'
  | 'ratifies'
> & {
  readonly digest: string
  readonly status: EvidenceRecord['decision']['status']
  readonly objections: readonly string[]
  /** Of which approvals it was, by whom, and under which articles. */
  readonly parts: readonly RecordedPart[]
  /** What the forge said; undefined where no change came with it. */
  readonly facts: ChangeFacts | undefined
  readonly statements: readonly SignedStatement[]
  /** As of a record; undefined where its form keeps none. A tree is undefined of what could not be merged. */
  readonly contents: ReadonlyMap<string, string | undefined> | undefined
  /** The number of the change, where one came with it. */
  readonly change: number | undefined
  /** Who had a part in it, by the numbers of their accounts; undefined where the forge could not say of everybody. */
  readonly accounts: readonly number[] | undefined
}

/** A record from its text; undefined where the text is none, or not the one text of what it says. */
export function readRecord(written: string): ReadRecord | undefined {
  try {
    const value: unknown = JSON.parse(written)
    if (`${canonicalText(value)}\n` !== written) return undefined
    return { ...recordOf({ place: 'record', value }), digest: digestOfRecord(written) }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof UnknownShape)
      return undefined
    throw error
  }
}

function recordOf(record: Shape): Omit<ReadRecord, 'digest'> {
  const schema = oneOf(field(record, 'schema'), recordSchemas)
  const { status, objections, parts } = readDecision(field(record, 'decision'))
  const facts = optional(field(record, 'facts'), readFacts)
  return {
    number: integer(field(record, 'number')),
    previous: optional(field(record, 'previous'), text) ?? null,
    recordedAt: instant(field(record, 'recordedAt')),
    tool: text(field(record, 'tool')),
    forge: text(field(record, 'forge')),
    repository: integer(field(record, 'repository')),
    target: text(field(record, 'target')),
    base: pinpoint(field(record, 'base')),
    merge: pinpoint(field(record, 'merge')),
    day: text(field(record, 'day')),
    status,
    objections,
    parts,
    facts,
    statements: schema === recordSchemaWithStatements ? list(field(record, 'statements')).map(signed) : [],
    contents: schemasWithoutContents.some(one => one === schema)
      ? undefined
      : contents(field(record, 'contents')),
    change: facts?.number,
    accounts: facts && accountsIn(facts),
    evidenceFrom: optional(field(record, 'evidenceFrom'), text) ?? null,
    answers: list(field(record, 'answers')).map(answer),
    ratifies: (optional(field(record, 'ratifies'), list) ?? []).map(integer),
  }
}

/** Whoever opened it, pushed to it and merged it. */
function accountsIn({ opener, pushes, merge }: ChangeFacts): readonly number[] | undefined {
  const accounts = [opener, ...pushes.map(push => push.account), merge?.account]
  const known = accounts.flatMap(account => account ?? [])
  return known.length < accounts.length ? undefined : [...new Set(known)]
}

function signed(shape: Shape): SignedStatement {
  return { text: text(field(shape, 'text')), signature: text(field(shape, 'signature')) }
}

function contents(shape: Shape): ReadonlyMap<string, string | undefined> {
  if (!isRecord(shape.value)) throw new UnknownShape(shape.place, 'an object')
  return new Map(Object.keys(shape.value).map(key => [key, optional(field(shape, key), commit)]))
}

function answer(shape: Shape): Answer {
  const request = field(shape, 'request')
  return {
    schema: oneOf(field(shape, 'schema'), grantSchemas),
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
