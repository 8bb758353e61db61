// A saved plan as `terraform show -json` prints it, format 1.x.
// https://developer.hashicorp.com/terraform/internals/json-format
import type { DataPath } from '../finding/finding.ts'
import type { Action } from './events.ts'
import { hiddenChangesOf } from './hidden-changes.ts'
import { isRecord, listAt, textAt, valueAt } from './json.ts'

/** What stands in the place of a value that is not to be shown, or not known before it is applied. */
export class Mark {
  static readonly sensitive = new Mark('sensitive')
  static readonly unknown = new Mark('unknown')

  readonly kind: 'sensitive' | 'unknown'

  private constructor(kind: Mark['kind']) {
    this.kind = kind
  }

  toJSON(): string {
    return `(${this.kind})`
  }
}

export type PlanValue =
  | null
  | boolean
  | number
  | string
  | Mark
  | readonly PlanValue[]
  | { readonly [key: string]: PlanValue }

/** The attributes of a resource on one side of a change. */
export type PlanValues = Readonly<Record<string, PlanValue>>

export interface PlannedChange {
  readonly address: string
  readonly type: string
  readonly action: Action
  /** Undefined where nothing stands yet. */
  readonly before: PlanValues | undefined
  /** Undefined where nothing is left. */
  readonly after: PlanValues | undefined
  /** The attributes for whose sake the resource is made anew, each a path. */
  readonly replacedFor: readonly DataPath[]
  /** Where a secret is no longer the same. */
  readonly hiddenChanges: readonly DataPath[]
  /** What it is taken up by, where it exists already. */
  readonly importId?: string
  /** Terraform's own word for why, such as `delete_because_no_resource_config`. */
  readonly reason?: string
}

/** What a plan says of one stack. */
export interface StackPlan {
  /** Of managed resources, in the order in which terraform lists them. */
  readonly changes: readonly PlannedChange[]
  /** What was changed in the cloud since the state was written. */
  readonly drift: readonly PlannedChange[]
}

export interface Plan extends StackPlan {
  readonly engineVersion: string
}

/** Thrown for what is no plan, or one of a format that nobody here knows: nothing can be said of it then. */
export class UnreadablePlan extends Error {
  constructor(what: string) {
    super(`not a plan that can be read: ${what}`)
    this.name = 'UnreadablePlan'
  }
}

/** @throws UnreadablePlan for anything but a whole plan: whoever decides by it must not go by a part. */
export function planOf(text: string): Plan {
  const plan = parsed(text)
  const format = textAt(plan, 'format_version')
  if (format === undefined || !/^1\.\d+$/.test(format)) throw new UnreadablePlan(`format ${format}`)
  if (valueAt(plan, 'errored') === true) throw new UnreadablePlan('terraform met an error while planning')
  return {
    engineVersion: textAt(plan, 'terraform_version') ?? '',
    changes: changesAt(plan, 'resource_changes'),
    drift: changesAt(plan, 'resource_drift'),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadablePlan('no JSON')
  }
}

/** What a data source reads changes nothing. */
function changesAt(plan: unknown, key: string): readonly PlannedChange[] {
  return listAt(plan, key)
    .filter(entry => textAt(entry, 'mode') !== 'data')
    .map(changeOf)
}

function changeOf(entry: unknown): PlannedChange {
  const [address, type] = [textAt(entry, 'address'), textAt(entry, 'type')]
  const change = valueAt(entry, 'change')
  if (address === undefined || type === undefined || !isRecord(change))
    throw new UnreadablePlan('a change without an address, a type or a change')
  const importId = textAt(change, 'importing', 'id')
  const reason = textAt(entry, 'action_reason')
  return {
    address,
    type,
    action: actionOf(address, listAt(change, 'actions'), change.importing !== undefined),
    before: valuesOf(change.before, change.before_sensitive, undefined),
    after: valuesOf(change.after, change.after_sensitive, change.after_unknown),
    replacedFor: listAt(change, 'replace_paths').map(pathOf),
    hiddenChanges: hiddenChangesOf({
      before: change.before,
      after: change.after,
      beforeSensitive: change.before_sensitive,
      afterSensitive: change.after_sensitive,
    }),
    ...(importId === undefined ? {} : { importId }),
    ...(reason === undefined ? {} : { reason }),
  }
}

const actions: Readonly<Record<string, Action>> = {
  'no-op': 'no-op',
  create: 'create',
  read: 'read',
  update: 'update',
  delete: 'delete',
  'delete create': 'replace',
  'create delete': 'replace',
}

function actionOf(address: string, words: readonly unknown[], importing: boolean): Action {
  const action = actions[words.join(' ')]
  if (action === undefined) throw new UnreadablePlan(`${address}: the actions ${JSON.stringify(words)}`)
  return action === 'no-op' && importing ? 'import' : action
}

function pathOf(path: unknown): DataPath {
  return listAt(path).filter(step => typeof step === 'string' || typeof step === 'number')
}

function valuesOf(value: unknown, sensitive: unknown, unknown: unknown): PlanValues | undefined {
  if (value === null || value === undefined) return undefined
  const marked = markedValue(value, sensitive, unknown)
  if (!isValues(marked)) throw new UnreadablePlan('a resource that is no map')
  return marked
}

function isValues(value: PlanValue): value is PlanValues {
  return isRecord(value) && !(value instanceof Mark)
}

/** The masks have `true` in the place of a value that they mark, and the shape of the value down to there. */
function markedValue(value: unknown, sensitive: unknown, unknown: unknown): PlanValue {
  if (sensitive === true) return Mark.sensitive
  if (unknown === true) return Mark.unknown
  if (Array.isArray(value))
    return value.map((item, index) => markedValue(item, valueAt(sensitive, index), valueAt(unknown, index)))
  if (isRecord(value)) return markedMap(value, sensitive, unknown)
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value
  throw new UnreadablePlan('a value that is no JSON')
}

/** What is not known yet is on no side of the change, only in the mask. */
function markedMap(
  value: Readonly<Record<string, unknown>>,
  sensitive: unknown,
  unknown: unknown,
): PlanValues {
  const unnamed = isRecord(unknown) ? Object.keys(unknown).filter(key => !Object.hasOwn(value, key)) : []
  const later = unnamed.filter(key => valueAt(unknown, key) === true)
  return Object.fromEntries([
    ...Object.entries(value).map(([key, item]) => [
      key,
      markedValue(item, valueAt(sensitive, key), valueAt(unknown, key)),
    ]),
    ...later.map(key => [key, valueAt(sensitive, key) === true ? Mark.sensitive : Mark.unknown]),
  ])
}
