// What a change does to the attributes of a resource: one entry for each value that differs, at its path.
import { isDeepStrictEqual } from 'node:util'
import type { DataPath } from '../finding/finding.ts'
import { isRecord } from './json.ts'
import { Mark, type PlannedChange, type PlanValue, type PlanValues } from './plan.ts'

export interface ValueChange {
  readonly path: DataPath
  /** Undefined where there was none. */
  readonly before: PlanValue | undefined
  /** Undefined where none is left. */
  readonly after: PlanValue | undefined
  /** Whether the resource is made anew for its sake. */
  readonly replaces: boolean
}

type Difference = Omit<ValueChange, 'replaces'>

/** Each value that a change makes, changes or takes away. Of a list, only what is no longer or newly in it. */
export function valueChanges(change: PlannedChange): readonly ValueChange[] {
  const { before = {}, after = {}, hiddenChanges, replacedFor } = change
  const shown = mapDifferences([], before, after)
  const hidden = hiddenChanges
    .filter(path => !shown.some(other => isDeepStrictEqual(other.path, path)))
    .map(path => ({ path, before: Mark.sensitive, after: Mark.sensitive }))
  return [...shown, ...hidden].map(difference => ({
    ...difference,
    replaces: replacedFor.some(path => overlaps(path, difference.path)),
  }))
}

/** As `valueChanges`, of what a cloud says: an empty value and none are one and the same to it. */
export function driftedValues(change: PlannedChange): readonly ValueChange[] {
  return valueChanges(change).filter(({ before, after }) => !(isNothing(before) && isNothing(after)))
}

function isNothing(value: PlanValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  if (value instanceof Mark || typeof value !== 'object') return false
  return Object.values(value).every(isNothing)
}

/** One is in the other, or both are the same. */
function overlaps(one: DataPath, other: DataPath): boolean {
  const length = Math.min(one.length, other.length)
  return isDeepStrictEqual(one.slice(0, length), other.slice(0, length))
}

function differences(
  path: DataPath,
  before: PlanValue | undefined,
  after: PlanValue | undefined,
): readonly Difference[] {
  const [old, young] = [before ?? undefined, after ?? undefined]
  if (isDeepStrictEqual(old, young)) return []
  const [oldBody, youngBody] = [bodyOf(old), bodyOf(young)]
  if (oldBody !== undefined && youngBody !== undefined) return differences(path, oldBody, youngBody)
  if (isList(old) && isList(young)) return listDifferences(path, old, young)
  if (isValues(old) && isValues(young)) return mapDifferences(path, old, young)
  return [leaf(path, old, young)]
}

/** What is secret on one side is hidden on both: it may have lost its mark and not its value. */
function leaf(path: DataPath, before: PlanValue | undefined, after: PlanValue | undefined): Difference {
  const secret = before === Mark.sensitive || after === Mark.sensitive
  const hide = (value: PlanValue | undefined) =>
    secret && value !== undefined && value !== Mark.unknown ? Mark.sensitive : value
  return { path, before: hide(before), after: hide(after) }
}

function mapDifferences(path: DataPath, before: PlanValues, after: PlanValues): readonly Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap(key => differences([...path, key], own(before, key), own(after, key)))
}

function own(values: PlanValues, key: string): PlanValue | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}

/**
 * A plan does not say which of its lists are sets. So what is on both sides is left out, wherever it stands; of what
 * remains, as many gone as new are taken for changed ones. Where only the order differs, the list is shown whole.
 */
function listDifferences(
  path: DataPath,
  before: readonly PlanValue[],
  after: readonly PlanValue[],
): readonly Difference[] {
  const gone = [...before.entries()]
  const added = [...after.entries()].filter(([, value]) => {
    const index = gone.findIndex(([, other]) => isDeepStrictEqual(other, value))
    if (index >= 0) gone.splice(index, 1)
    return index < 0
  })
  if (gone.length === 0 && added.length === 0) return [leaf(path, before, after)]
  if (gone.length === added.length)
    return gone.flatMap(([index, value], order) => differences([...path, index], value, added[order]?.[1]))
  return [
    ...gone.map(([index, value]) => leaf([...path, index], value, undefined)),
    ...added.map(([index, value]) => leaf([...path, index], undefined, value)),
  ]
}

function isList(value: PlanValue | undefined): value is readonly PlanValue[] {
  return Array.isArray(value)
}

function isValues(value: PlanValue | undefined): value is PlanValues {
  return isRecord(value) && !(value instanceof Mark)
}

/** What a text holds that is JSON, such as the body of a request: a map or a list. */
function bodyOf(value: PlanValue | undefined): PlanValue | undefined {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined
  try {
    const body: PlanValue = JSON.parse(value)
    return body
  } catch {
    return undefined
  }
}
