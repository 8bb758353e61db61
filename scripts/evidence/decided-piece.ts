// What a piece of the target branch comes to: for whoever records it, and for whoever decides again what was recorded.
import type { Decision } from '../../lib/approval/index.ts'
import {
  type Answer,
  answersTo,
  answersToRatified,
  evidenceCodes as codes,
  type EvidenceRecord,
  recordedDecision,
} from '../../lib/evidence/index.ts'
import type { ChangeFacts } from '../../lib/forge/facts.ts'
import type { Catalogue, Model } from '../../lib/model/model.ts'
import type { SignedStatement } from '../../lib/statement/index.ts'
import {
  type ContentOf,
  type DecidedChange,
  decidedMerge,
  type Question,
  type Stretch,
} from '../workspace/decided-change.ts'

export type PieceQuestion = Omit<Question, 'facts'> & {
  /** Undefined for what came without a change: a direct push. */
  readonly facts: ChangeFacts | undefined
}

export interface DecidedPiece
  extends Pick<EvidenceRecord, 'decision' | 'evidenceFrom' | 'answers' | 'ratifies'> {
  /** What the reviews came to, as far as anybody could tell. */
  readonly verdicts: Decision | undefined
  /** Whether the rules about changes object, whether or not they have a say. */
  readonly isRuledOut: boolean
  /** By which that was decided; undefined where it is too broken. */
  readonly catalogue: Catalogue | undefined
  /** Those of the statements that are about it. */
  readonly statements: readonly SignedStatement[]
}

/** @param lastFrom the day from which evidence decides by the record before; undefined of the first */
export function decidedPiece(
  { facts, ...question }: PieceQuestion,
  stretch: Stretch,
  contentOf: ContentOf,
  lastFrom: string | null | undefined,
): DecidedPiece {
  const decided = facts === undefined ? unreviewed : decidedMerge({ ...question, facts }, stretch, contentOf)
  const decision = recordedDecision(decided.decision, decided.objections)
  const isApproved = decision.status === 'approved'
  const { before, day } = stretch
  return {
    verdicts: decided.decision,
    isRuledOut: decided.ruled.length > 0,
    catalogue: before.model?.catalogue,
    statements: decided.statements,
    decision,
    evidenceFrom: evidenceFromOf(before.model, isApproved ? decided.head : undefined, lastFrom),
    answers: answersIn(decided, before.model, day),
    ratifies: isApproved ? decided.ratified.map(({ number }) => number) : [],
  }
}

type Decided = Pick<DecidedChange, 'decision' | 'head' | 'ruled' | 'ratified' | 'statements'> & {
  readonly objections: readonly { readonly code: string }[]
}

const unreviewed: Decided = {
  decision: undefined,
  objections: [codes.unapproved],
  head: undefined,
  ruled: [],
  ratified: [],
  statements: [],
}

/** What the approved change makes of it; where it makes nothing of it, what came in between without an approval counts not. */
function evidenceFromOf(
  base: Model | undefined,
  head: Model | undefined,
  lastFrom: string | null | undefined,
): string | null {
  const [had, has] = [base, head ?? base].map(model => model?.catalogue.platform.value.evidence?.from ?? null)
  return had === has && lastFrom !== undefined ? lastFrom : (has ?? null)
}

/** With anything in the way nothing is answered. */
function answersIn(
  { decision, head, objections, ratified }: Decided,
  base: Model | undefined,
  day: string,
): readonly Answer[] {
  if (objections.length > 0 || decision === undefined || head === undefined || base === undefined) return []
  const of = { base, head, decision, day }
  return ratified.length === 0 ? answersTo(of) : ratified.flatMap(one => answersToRatified(of, one))
}
