// Plans of one small system over its history, changed by hand in one place each.
import type { Action } from '../../lib/deliver/events.ts'
import type { PlannedChange, PlanValues } from '../../lib/deliver/plan.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Model } from '../../lib/model/model.ts'
import type { GatedPlan } from '../../lib/plan-gate/gated.ts'
import { judgePlan, stackHistoryOf } from '../../lib/plan-gate/index.ts'
import { stackOfName } from '../../scripts/terraform/stacks.ts'
import { writtenOn } from '../../stacks/written-on.ts'
import { item, items, modelOf, system as systemOf } from '../desired-state/model.ts'

const servers = { item: 'ecs.small', quantity: 2 }
const uplink = { item: 'eip.10m', quantity: 1 }

/** Opened with an uplink on 1 January 2025; changed on 1 June to go without. */
export function history(changed = '2025-06-01') {
  return [
    { event: 'opened', on: '2025-01-01', grants: { internet: { services: [servers, uplink] } } },
    { event: 'changed', on: changed, grants: { internet: { services: [servers] } } },
  ]
}

type History = Parameters<typeof systemOf>[1]['history']

export function modelWith(past: History, asOf = '2026-11-23', later: readonly string[] = []): Model {
  const network = { ipv4: '10.64.0.0/26', ipv6: 'fd6a:64:0:1::/64' }
  const shebao = systemOf('xs/rsj/shebao', {
    zones: { internet: { services: [servers], network } },
    history: past ?? [],
  })
  return modelOf({ systems: [shebao], asOf, items: [...items, ...later.map(laterItem)] })
}

/** A flavor that the catalogue delivers only until the end of 2025, when another takes its place. */
function laterItem(id: string) {
  const version = (vcpus: number, days: { readonly from: string; readonly to?: string }) => ({
    ...days,
    fee: { price: '1.00', per: 'month' as const, basis: '测试' },
    delivery: { by: 'flavor' as const, flavor: { vcpus, ramMib: 1024, diskGib: 10 } },
  })
  const first = version(1, { from: '2020-01-01', to: '2025-12-31' })
  return item(id, first.delivery, { versions: [first, version(2, { from: '2026-01-01' })] })
}

export const systemStack = 'system_internet_xs_rsj_shebao'
export const platformStack = 'platform_internet'
export const unitStack = 'unit_internet_xs_rsj'

export function stackNamed(name: string): DeliveryStack {
  const stack = stackOfName(name)
  if (stack === undefined) throw new Error(`no name of a stack: ${name}`)
  return stack
}

interface Given extends Partial<Omit<PlannedChange, 'address' | 'type' | 'action'>> {
  readonly before?: PlanValues | undefined
  readonly after?: PlanValues | undefined
}

export function change(action: Action, address: string, given: Given = {}): PlannedChange {
  return {
    address,
    type: address.split('.')[0] ?? '',
    action,
    before: action === 'create' ? undefined : {},
    after: action === 'delete' ? undefined : {},
    replacedFor: [],
    hiddenChanges: [],
    ...given,
  }
}

export interface Judged {
  readonly model: Model
  readonly stack?: string
  readonly changes: readonly PlannedChange[]
  readonly removals?: GatedPlan['removals']
  readonly breaches?: GatedPlan['breaches']
}

/** `<code> <address>` of all that is found. */
export function foundIn({
  model,
  stack: name = systemStack,
  changes,
  removals,
  breaches = [],
}: Judged): readonly string[] {
  const stack = stackNamed(name)
  const verdict = judgePlan({
    stack,
    plan: { changes, drift: [] },
    configuration: writtenOn(model, stack, model.asOf),
    history: stackHistoryOf(model, stack, writtenOn),
    removals: removals ?? { most: 1000, taken: 0 },
    breaches,
  })
  return (verdict?.findings ?? []).map(({ code, address = '' }) => `${code} ${address}`.trimEnd())
}
