import { field, integer, list, oneOf, optional, type Shape, text } from '../forge/shape.ts'
import type { RecordedDecision, RecordedPart } from './record.ts'

/** The decision of a record, as it is written. @throws UnknownShape */
export function readDecision(shape: Shape): RecordedDecision {
  return {
    status: oneOf(field(shape, 'status'), ['approved', 'unapproved']),
    objections: list(field(shape, 'objections')).map(text),
    parts: list(field(shape, 'parts')).map(part),
    void: list(field(shape, 'void')).map(reasoned),
  }
}

function part(shape: Shape): RecordedPart {
  return {
    jurisdiction: text(field(shape, 'jurisdiction')),
    unit: optional(field(shape, 'unit'), text) ?? null,
    system: optional(field(shape, 'system'), text) ?? null,
    kind: text(field(shape, 'kind')),
    article: optional(field(shape, 'article'), text) ?? null,
    status: text(field(shape, 'status')),
    steps: list(field(shape, 'steps')).map(step),
    refusals: list(field(shape, 'refusals')).map(one => ({
      review: text(field(one, 'review')),
      person: text(field(one, 'person')),
    })),
    ignored: list(field(shape, 'ignored')).map(reasoned),
  }
}

function step(shape: Shape): RecordedPart['steps'][number] {
  return {
    id: text(field(shape, 'id')),
    article: optional(field(shape, 'article'), text) ?? null,
    need: integer(field(shape, 'need')),
    by: list(field(shape, 'by')).map(one => ({
      review: text(field(one, 'review')),
      person: text(field(one, 'person')),
      at: text(field(one, 'at')),
    })),
  }
}

function reasoned(shape: Shape) {
  return { review: text(field(shape, 'review')), reason: text(field(shape, 'reason')) }
}
