// What terraform has found otherwise than the state has it, held against what the manifest asks for.
import { isDeepStrictEqual } from 'node:util'
import { Mark, type PlannedChange, type StackPlan } from '../deliver/plan.ts'
import { kindOf, type ToldChange, toldDrift } from '../deliver/plan-json.ts'
import { isReal } from '../deliver/resource-changes.ts'
import { type ValueChange, valueChanges } from '../deliver/value-changes.ts'
import { dataPathText } from '../finding/data-path.ts'
import { finding, type StackPlace } from '../finding/finding.ts'
import { entryOf, type TouchedClass } from '../resource-types/index.ts'
import { backByApply } from './back.ts'
import type { Drift, DriftClass, DriftedValue } from './drift.ts'
import type { DriftKind } from './drift-kind.ts'
import type { Looked } from './looked.ts'

/** Resources of a class that stand neither as they were applied nor as the manifest asks. */
export function* changedIn(
  { plans }: Looked,
  kind: Pick<DriftKind, 'class' | 'definition'>,
): Generator<Drift> {
  for (const [stack, plan] of plans)
    for (const told of toldDrift(plan)) {
      if (told.change.action === 'delete' || classOf(told.change) !== kind.class) continue
      const values = strayed(plan, told)
      if (values.length > 0) yield changed(stack, told.change, values, kind)
    }
}

/** Whether a plan changes something of the class, of which terraform has found nothing changed in the cloud. */
export function isPending(plan: StackPlan | undefined, of: DriftClass): boolean {
  if (plan === undefined) return false
  const isOf = (change: PlannedChange) => classOf(change) === of
  return plan.changes.some(change => isReal(change) && isOf(change)) && !plan.drift.some(isOf)
}

function classOf(change: PlannedChange): TouchedClass | undefined {
  return kindOf(change)?.drift
}

/**
 * The values that an apply would put back. What the manifest leaves to the cloud, or asks for just as it was found, is no
 * drift: the state alone is behind.
 */
function strayed({ changes }: StackPlan, { change, values }: ToldChange): readonly DriftedValue[] {
  const planned = changes.find(({ address }) => address === change.address)
  if (planned === undefined || !isReal(planned)) return []
  const back = valueChanges(planned).filter(({ after }) => after !== Mark.unknown)
  const exact = values.flatMap(({ path, before: recorded, after: found }) => {
    const value = back.find(other => isDeepStrictEqual(other.path, path))
    return value === undefined ? [] : [{ path, wanted: value.after, recorded, found }]
  })
  return exact.length > 0 ? exact : wholeAttributes({ planned, change, values, back })
}

/** A list in another order has no places that could be held against each other. */
function wholeAttributes({ planned, change, values, back }: Sides): readonly DriftedValue[] {
  const names = new Set(values.flatMap(({ path: [name] }) => (typeof name === 'string' ? [name] : [])))
  return [...names]
    .filter(name => back.some(({ path }) => path[0] === name))
    .map(name => ({
      path: [name],
      wanted: planned.after?.[name],
      recorded: change.before?.[name],
      found: change.after?.[name],
    }))
}

interface Sides extends ToldChange {
  readonly planned: PlannedChange
  /** What an apply changes. */
  readonly back: readonly ValueChange[]
}

function changed(
  stack: string,
  { address, type, before, after }: PlannedChange,
  values: readonly DriftedValue[],
  { class: of, definition }: Pick<DriftKind, 'class' | 'definition'>,
): Drift {
  const entry = entryOf(type, after ?? before ?? {})
  const named = values.map(({ path }) => dataPathText(path)).join(', ')
  const message = {
    zh: `${entry?.name.zh ?? type} 在云上被改动：${named}`,
    en: `the ${entry?.name.en ?? type} was changed in the cloud: ${named}`,
  }
  return {
    class: of,
    opens: false,
    moved: 'cloud',
    stacks: [stack],
    values,
    finding: finding<StackPlace>(definition, { stack, address }, { message, fix: backByApply(stack) }),
  }
}
