import type { Decision, PartVerdict } from '../approval/index.ts'
import type { RecordedDecision, RecordedPart } from './record.ts'

/** A decision as evidence keeps it: every review with what became of it. */
export function recordedDecision(
  decision: Decision | undefined,
  objections: readonly { readonly code: string }[],
): RecordedDecision {
  const isApproved = decision?.status === 'approved' && objections.length === 0
  return {
    status: isApproved ? 'approved' : 'unapproved',
    objections: [...new Set(objections.map(({ code }) => code))].sort(),
    parts: (decision?.parts ?? []).map(recordedPart),
    void: (decision?.void ?? []).map(({ fact, reason }) => ({ review: fact.id, reason })),
  }
}

function recordedPart({ asked, verdict }: PartVerdict): RecordedPart {
  return {
    jurisdiction: asked.jurisdiction,
    unit: asked.unit ?? null,
    system: asked.system ?? null,
    kind: asked.kind,
    article: asked.article ?? null,
    status: verdict.status,
    steps: verdict.steps.map(({ step, by }) => ({
      id: step.id,
      article: step.article ?? null,
      need: step.need ?? 1,
      by: by.map(({ id, person, at }) => ({ review: id, person, at })),
    })),
    refusals: verdict.refusals.map(({ id, person }) => ({ review: id, person })),
    ignored: verdict.ignored.map(({ review, reason }) => ({ review: review.id, reason })),
  }
}
