import type { Condition } from '../../../generated/types/condition.ts'
import type { DataPath } from '../../finding/finding.ts'
import { isPlainObject } from '../json-schema.ts'
import { eachMember } from './members.ts'

/** A condition with its place; what a `not` holds is one by itself. */
export interface PlacedCondition {
  readonly path: DataPath
  readonly condition: Condition
}

/**
 * Every condition of a valid file, wherever it stands: under `when` or `unless`.
 * @param value the file's value, or a part of it from which paths are counted
 */
export function conditionsIn(value: unknown): readonly PlacedCondition[] {
  const found: PlacedCondition[] = []
  eachMember(value, (key, member, path) => {
    if (!keys.has(key) || !isCondition(member)) return true
    found.push(...nested(member, [...path]))
    return false
  })
  return found
}

function nested(condition: Condition, path: DataPath): readonly PlacedCondition[] {
  const inner = condition.not === undefined ? [] : nested(condition.not, [...path, 'not'])
  return [{ path, condition }, ...inner]
}

const keys: ReadonlySet<unknown> = new Set(['when', 'unless'])

/** The schemas have no other `when` or `unless`. */
function isCondition(value: unknown): value is Condition {
  return isPlainObject(value)
}
