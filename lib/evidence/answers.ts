import type { RecordMark } from '../read/document.ts'

/**
 * The forms in which records say what is granted. None is ever rewritten: a new form gets a name of its own. The second
 * has tiers, the third exchanges of tiers; what has none is still written in the first, which older tools read.
 */
export const grantSchemas = ['tenantry-grant/v1', 'tenantry-grant/v2', 'tenantry-grant/v3'] as const

export type GrantSchema = (typeof grantSchemas)[number]

/** The decisions of one record on one request of a system. */
export interface Answer {
  readonly schema: GrantSchema
  /** `<jurisdiction>/<unit>/<system>`. */
  readonly system: string
  /** How many events people had written by then: the decisions come behind these, and before all that were written since. */
  readonly written: number
  /** The event that is answered: its index among what people wrote, and what it says. */
  readonly request: { readonly index: number; readonly event: string; readonly on: string }
  /** In their order. What they grant is held against the schema of manifests, as if people had written it. */
  readonly events: readonly DecidedEvent[]
}

export interface DecidedEvent {
  readonly event: string
  readonly on: string
  /** As `grants` and `exchange` of an event of a manifest. */
  readonly grants?: unknown
  readonly exchange?: unknown
}

/** An answer, and the record that holds it. */
export interface RecordedAnswer extends Answer {
  readonly record: RecordMark
}

/** By the address of the system. */
export type Answers = ReadonlyMap<string, readonly RecordedAnswer[]>
