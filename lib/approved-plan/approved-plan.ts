// What somebody agrees to when they agree to a plan: what it changes, value for value, and all that it was made from. The
// same plan always has the same text, whatever the order in which it was made and the commit that it lay in.
import { createHash } from 'node:crypto'
import { valueAt } from '../deliver/json.ts'
import type { PlannedChange, PlanValue, StackPlan } from '../deliver/plan.ts'
import { isReal } from '../deliver/resource-changes.ts'
import { valueChanges } from '../deliver/value-changes.ts'
import { canonicalJson } from '../desired-state/index.ts'
import { dataPathText } from '../finding/data-path.ts'

/** All that a plan was made from. */
export interface PlanOrigin {
  /** Of this tool. */
  readonly tool: string
  /** Such as `terraform 1.11.4`. */
  readonly engine: string
  readonly request: PlanRequest
  /** sha256 of what each file says that the stacks rest on, by path. */
  readonly files: Readonly<Record<string, string>>
}

/** What a plan was asked for. */
export interface PlanRequest {
  readonly selectors: readonly string[]
  readonly all: boolean
  readonly retires: boolean
}

/** A stack with what its plan changes. */
export interface PlannedStack {
  /** Terraform's JSON configuration. */
  readonly configuration: unknown
  /** Undefined where nothing changes. */
  readonly plan: StackPlan | undefined
}

export interface ApprovedPlan extends PlanOrigin {
  readonly version: 1
  readonly stacks: Readonly<Record<string, ApprovedStack>>
  /** sha256 of all the rest: what a person or a record names the plan by. */
  readonly digest: string
}

export interface ApprovedStack {
  /** sha256 */
  readonly configuration: string
  /** Such as `terraform-provider-openstack/openstack 3.4.0`. */
  readonly provider: string
  readonly resources: Readonly<Record<string, ApprovedResource>>
}

export interface ApprovedResource {
  readonly action: string
  /** By its path in the resource. What is secret or not known yet is `(sensitive)` or `(unknown)`. */
  readonly values: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>
}

export function approvedPlanOf(origin: PlanOrigin, stacks: ReadonlyMap<string, PlannedStack>): ApprovedPlan {
  const entries = [...stacks].map(([name, stack]) => [name, approvedStack(stack)] as const)
  const said = { version: 1, ...origin, stacks: Object.fromEntries(entries) } as const
  return { ...said, digest: digestOf(said) }
}

/** sha256 of the one text of a value. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

function approvedStack({ configuration, plan }: PlannedStack): ApprovedStack {
  return {
    configuration: digestOf(configuration),
    provider: providerOf(configuration),
    resources: plan === undefined ? {} : approvedResources(plan),
  }
}

/** What a plan changes, by address. */
export function approvedResources({ changes }: StackPlan): ApprovedStack['resources'] {
  return Object.fromEntries(changes.filter(isReal).map(change => [change.address, approvedResource(change)]))
}

function providerOf(configuration: unknown): string {
  const required = valueAt(configuration, 'terraform', 'required_providers', 'openstack')
  return `${valueAt(required, 'source')} ${valueAt(required, 'version')}`
}

function approvedResource(change: PlannedChange): ApprovedResource {
  const { action, importId } = change
  const values = action === 'delete' ? identityOf(change) : valuesOf(change)
  return {
    action: importId === undefined ? action : `${action} ${importId}`,
    values: Object.fromEntries(values),
  }
}

function valuesOf(change: PlannedChange) {
  return valueChanges(change).map(
    ({ path, before, after }) =>
      [dataPathText(path), { before: plain(before), after: plain(after) }] as const,
  )
}

/** Of what goes it only counts which one it is: what else a cloud says of it may change until then. */
function identityOf({ before = {} }: PlannedChange) {
  return [['id', { before: plain(before.id), after: null }] as const]
}

/** As JSON has it: marks become words. */
function plain(value: PlanValue | undefined): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}
