import type { Text } from '../finding/finding.ts'
import { entryOf, type FormerForm } from '../resource-types/index.ts'
import type { PlannedChange, StackPlan } from './plan.ts'
import { isReal } from './resource-changes.ts'
import { driftedValues, type ValueChange, valueChanges } from './value-changes.ts'

/** A change of something in a cloud, as people and programs are told of it. */
export interface ToldChange {
  readonly change: PlannedChange
  readonly values: readonly ValueChange[]
}

/** What an apply changes, what is lost first: what is made anew, removed, changed, taken up and made. */
export function toldChanges({ changes }: StackPlan): readonly ToldChange[] {
  const order = ['replace', 'delete', 'update', 'import', 'create']
  return changes
    .filter(isReal)
    .map(change => ({ change, values: valueChanges(change) }))
    .toSorted((a, b) => order.indexOf(a.change.action) - order.indexOf(b.change.action))
}

/** What the cloud says of things that is not what the state says. */
export function toldDrift({ drift }: StackPlan): readonly ToldChange[] {
  return drift
    .filter(isReal)
    .map(change => ({ change, values: driftedValues(change) }))
    .filter(({ change, values }) => change.action === 'delete' || values.length > 0)
}

/** A stack's plan as programs have it. What is secret or not known yet is `(sensitive)` or `(unknown)`. */
export function planJson(plan: StackPlan) {
  return { resources: toldChanges(plan).map(changeJson), drift: toldDrift(plan).map(changeJson) }
}

function changeJson({ change, values }: ToldChange) {
  const { address, type, action, replacedFor, reason, importId } = change
  const because = onceBecause(change)
  return {
    address,
    type,
    kind: kindOf(change)?.kind ?? null,
    action,
    ...(importId === undefined ? {} : { importId }),
    ...(reason === undefined ? {} : { reason }),
    ...(because === undefined ? {} : { because }),
    ...(replacedFor.length === 0 ? {} : { replacedFor }),
    values: values.map(({ path, before = null, after = null, replaces }) => ({
      path,
      before,
      after,
      ...(replaces ? { replaces } : {}),
    })),
  }
}

/** What the tool knows of the type of a resource. */
export function kindOf({ type, before, after }: PlannedChange) {
  return entryOf(type, after ?? before ?? {})
}

/** Why a resource is made anew that asks for nothing else than it did: it is written in another form, this once. */
export function onceBecause(change: PlannedChange): Text | undefined {
  if (change.action !== 'replace') return undefined
  return kindOf(change)?.formerly?.find(form => isOf(form, change))?.why
}

function isOf({ before: told, after: written }: FormerForm, { before = {}, after = {} }: PlannedChange) {
  return (
    Object.entries(told).every(([key, values]) => values.some(value => before[key] === value)) &&
    Object.entries(written).every(([key, value]) => (after[key] ?? null) === value)
  )
}
