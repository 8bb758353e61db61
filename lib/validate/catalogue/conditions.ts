import type { Condition } from '../../../generated/types/condition.ts'
import type { DataPath } from '../../finding/finding.ts'
import { isPlainObject } from '../json-schema.ts'

/** A condition with its place; what a `not` holds is one by itself. */
export interface PlacedCondition {
  readonly path: DataPath
  readonly condition: Condition
}

/**
 * Every condition of a valid file, wherever it stands: under `when`.
 * @param value the file's value, or a part of it that stands at the path
 */
export function* conditionsIn(value: unknown, path: DataPath = []): Generator<PlacedCondition> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    if (key === 'when' && isCondition(member)) yield* nested(member, at)
    else yield* conditionsIn(member, at)
  }
}

function* nested(condition: Condition, path: DataPath): Generator<PlacedCondition> {
  yield { path, condition }
  if (condition.not !== undefined) yield* nested(condition.not, [...path, 'not'])
}

/** The schemas have no other `when`. */
function isCondition(value: unknown): value is Condition {
  return isPlainObject(value)
}
