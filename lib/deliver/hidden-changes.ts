import { isDeepStrictEqual } from 'node:util'
import type { DataPath } from '../finding/finding.ts'
import { isRecord, valueAt } from './json.ts'

/** The two sides of a change, and the masks of what is secret on each. */
export interface MaskedSides {
  readonly before: unknown
  readonly after: unknown
  readonly beforeSensitive: unknown
  readonly afterSensitive: unknown
}

/** Where a secret differs between the two sides: that it does may be told, what it is may not. */
export function hiddenChangesOf(sides: MaskedSides, path: DataPath = []): readonly DataPath[] {
  const { before, after, beforeSensitive, afterSensitive } = sides
  if (beforeSensitive === true || afterSensitive === true)
    return isDeepStrictEqual(before ?? null, after ?? null) ? [] : [path]
  return [...stepsOf(beforeSensitive, afterSensitive)].flatMap(step =>
    hiddenChangesOf(
      {
        before: valueAt(before, step),
        after: valueAt(after, step),
        beforeSensitive: valueAt(beforeSensitive, step),
        afterSensitive: valueAt(afterSensitive, step),
      },
      [...path, step],
    ),
  )
}

/** The masks have the shape of the value down to what they mark. */
function stepsOf(...masks: readonly unknown[]): ReadonlySet<string | number> {
  return new Set(masks.flatMap(stepsIn))
}

function stepsIn(mask: unknown): readonly (string | number)[] {
  if (Array.isArray(mask)) return [...mask.keys()]
  return isRecord(mask) ? Object.keys(mask) : []
}
