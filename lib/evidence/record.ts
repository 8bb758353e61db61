import { createHash } from 'node:crypto'
import type { ChangeFacts } from '../forge/facts.ts'
import type { SignedStatement } from '../statement/index.ts'
import type { Answer } from './answers.ts'
import { canonicalText } from './canonical.ts'

export const recordSchema = 'tenantry-evidence/v3'

/** Of records with signed statements. What has none is still written in the form before, which older tools read. */
export const recordSchemaWithStatements = 'tenantry-evidence/v4'

/** Forms from before what was reviewed was kept with its content. The first ratifies nothing. */
export const schemasWithoutContents = ['tenantry-evidence/v1', 'tenantry-evidence/v2'] as const

/** Every form that is read. */
export const recordSchemas = [...schemasWithoutContents, recordSchema, recordSchemaWithStatements] as const

/** The namespace of the signatures: one made for something else does not pass for one of these. */
export const signatureNamespace = 'tenantry-evidence-v1'

/** The branch that records are written to; nothing else is. */
export const evidenceBranch = 'tenantry/evidence'

/** A commit with the content that it had: a commit's name alone says nothing to whoever has only its files. */
export interface Pinpoint {
  readonly commit: string
  readonly tree: string
}

/**
 * One stretch of the target branch, and by whose decision it came about. Stretches lie end to end: what lies between two
 * records is nothing.
 */
export interface EvidenceRecord {
  readonly schema: typeof recordSchema | typeof recordSchemaWithStatements
  /** From 1, without a gap. */
  readonly number: number
  /** sha256 of the text of the record before; null of the first. */
  readonly previous: string | null
  /** When it was written, an ISO 8601 instant in UTC. */
  readonly recordedAt: string
  readonly tool: string
  readonly forge: string
  readonly repository: number
  readonly target: string
  readonly base: Pinpoint
  readonly merge: Pinpoint
  /** The day of the decision, `YYYY-MM-DD`. */
  readonly day: string
  /** What the forge said, by numbers alone: no name, address or text of anybody. Null where no change came with it. */
  readonly facts: ChangeFacts | null
  /**
   * What was said of the change over signatures, each as it was signed, whether or not it counted.
   * @default - nothing
   */
  readonly statements?: readonly SignedStatement[]
  /**
   * What each commit that was reviewed or pushed makes of the base: a tree, or null where it conflicts or nobody had it. A
   * squash leaves no such commit behind, and whoever decides again has to know what was approved.
   */
  readonly contents: Readonly<Record<string, string | null>>
  /** sha256 of the files of the base by which it was judged. */
  readonly judgedBy: Readonly<Record<string, string>>
  readonly decision: RecordedDecision
  /**
   * The day from which evidence decides, as the target branch has it with an approval: what came without one does not move
   * it. Null where there is none yet.
   */
  readonly evidenceFrom: string | null
  /** What was decided on requests of systems; none where anything stood in the way. */
  readonly answers: readonly Answer[]
  /** Numbers of earlier records whose unapproved content this change approves, where it is approved itself. */
  readonly ratifies: readonly number[]
}

export interface RecordedDecision {
  /** `unapproved` for what came to the branch without the approval that it needed. */
  readonly status: 'approved' | 'unapproved'
  /** Codes of what stood in the way. */
  readonly objections: readonly string[]
  readonly parts: readonly RecordedPart[]
  readonly void: readonly { readonly review: string; readonly reason: string }[]
}

export interface RecordedPart {
  readonly jurisdiction: string
  readonly unit: string | null
  readonly system: string | null
  readonly kind: string
  readonly article: string | null
  readonly status: string
  readonly steps: readonly {
    readonly id: string
    readonly article: string | null
    readonly need: number
    readonly by: readonly { readonly review: string; readonly person: string; readonly at: string }[]
  }[]
  readonly refusals: readonly { readonly review: string; readonly person: string }[]
  readonly ignored: readonly { readonly review: string; readonly reason: string }[]
}

/** The text of a record, which is signed, with a line end for whoever looks at it. */
export function recordText(record: EvidenceRecord): string {
  return `${canonicalText(record)}\n`
}

export function digestOfRecord(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Under which folder the records lie, where they lie as files. */
export const evidenceFolder = 'evidence'

/** Where a record lies on its branch: by the year in which it was written. */
export function recordPath({ number, recordedAt }: Pick<EvidenceRecord, 'number' | 'recordedAt'>): string {
  return `${recordedAt.slice(0, 4)}/${`${number}`.padStart(6, '0')}.json`
}
