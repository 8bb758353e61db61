// Why a plan may remove something or make it anew: the day on which the repository stopped asking for what stands.
import { addCalendarDays } from '../clock/day.ts'
import { isRecord, listAt, valueAt } from '../deliver/json.ts'
import type { PlannedChange } from '../deliver/plan.ts'
import { onceBecause } from '../deliver/plan-json.ts'
import { referenceOf } from '../deliver/reference.ts'
import { canonicalJson } from '../desired-state/index.ts'
import { type GatedPlan, typeOf } from './gated.ts'
import type { StackHistory, Turn } from './history.ts'

/**
 * Whether a removal is explained: by a turn of the history, or by nothing that a tenant could lose. What is made anew goes
 * with what it has the id of.
 */
export function isExplained(
  gated: GatedPlan,
  change: PlannedChange,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (change.action === 'delete') return turnAway(gated, change) !== undefined
  if (isHarmless(change) || isBereft(gated, change) || turnOver(gated, change) !== undefined) return true
  const known = new Set([...seen, change.address])
  return causesOf(gated, change).some(cause => !known.has(cause.address) && isExplained(gated, cause, known))
}

/** What was never made in full has nothing of a tenant; and what is written in another form this once stays what it is. */
function isHarmless(change: PlannedChange): boolean {
  return change.reason === 'replace_because_tainted' || onceBecause(change) !== undefined || isUntold(change)
}

/** Whether it was taken up, now or by an earlier run, and is made anew only for what no cloud tells of it. */
function isUntold(change: PlannedChange): boolean {
  const { before = {} } = change
  const untold = typeOf(change)?.written?.untold ?? []
  const roots = rootsOf(change)
  return roots.length > 0 && roots.every(root => untold.includes(root) && (before[root] ?? null) === null)
}

/**
 * Whether all that it hung on is gone from the cloud and made anew by the same plan. What it hung on and still stands has
 * only lost its tie, by a change of the files.
 */
function isBereft({ plan, configuration }: GatedPlan, change: PlannedChange): boolean {
  const { address, before = {} } = change
  const own = bodyAt(configuration, address)
  const made = new Set(plan.changes.flatMap(({ action, address }) => (action === 'create' ? [address] : [])))
  const standing = new Set(plan.changes.map(({ before }) => before?.id))
  const roots = rootsOf(change)
  return (
    roots.length > 0 &&
    roots.every(root => {
      const tied = referenceOf(own?.[root])?.address
      const former = before[root]
      return tied !== undefined && made.has(tied) && typeof former === 'string' && !standing.has(former)
    })
  )
}

/** The turn since which nobody asks for it. */
function turnAway({ history }: GatedPlan, { address }: PlannedChange): Turn | undefined {
  return lastTurn(history, written => (bodyAt(written, address) === undefined ? 'absent' : 'present'), {
    now: 'absent',
    before: 'present',
  })
}

/** The turn that changed an attribute for whose sake it is made anew, or else something that it is tied to. */
function turnOver({ history, configuration }: GatedPlan, change: PlannedChange): Turn | undefined {
  const { address } = change
  const roots = rootsOf(change)
  const triggers = roots.length === 0 ? triggersOf(bodyAt(configuration, address)) : []
  const asked = (written: unknown) => {
    const own = bodyAt(written, address)
    const parts = [...roots.map(root => own?.[root]), ...triggers.map(trigger => bodyAt(written, trigger))]
    return own === undefined ? undefined : canonicalJson(parts.map(part => part ?? null))
  }
  return lastTurn(history, asked, { now: asked(configuration) })
}

/** What else is made anew in the same plan and has given the change its reason. */
function causesOf({ plan, configuration }: GatedPlan, change: PlannedChange): readonly PlannedChange[] {
  const body = bodyAt(configuration, change.address)
  const tied = new Set(rootsOf(change).flatMap(root => referenceOf(body?.[root])?.address ?? []))
  return plan.changes.filter(({ action, address }) => action === 'replace' && tied.has(address))
}

/** The attributes for whose sake something is made anew, by their outermost names. */
function rootsOf({ replacedFor }: PlannedChange): readonly string[] {
  return [...new Set(replacedFor.flatMap(path => (path[0] === undefined ? [] : [String(path[0])])))]
}

/**
 * The newest turn before which something was asked for otherwise than it is now. Nothing where it has changed since the
 * newest turn: that was no event of the history.
 */
function lastTurn(
  { turns, writtenOn }: StackHistory,
  asked: (written: unknown) => string | undefined,
  { now, before: wanted }: { readonly now: string | undefined; readonly before?: string },
): Turn | undefined {
  for (const turn of turns) {
    const after = writtenOn(turn.on)
    if (after === undefined || asked(after) !== now) return undefined
    const earlier = writtenOn(addCalendarDays(turn.on, -1))
    const before = earlier === undefined ? undefined : asked(earlier)
    if (before !== undefined && before !== now && (wanted === undefined || before === wanted)) return turn
  }
  return undefined
}

function triggersOf(body: unknown): readonly string[] {
  return listAt(body, 'lifecycle', 'replace_triggered_by').filter(item => typeof item === 'string')
}

/** A resource as it is written; our addresses have a type and a name. */
function bodyAt(configuration: unknown, address: string): Readonly<Record<string, unknown>> | undefined {
  const [type = '', name = ''] = address.split('.')
  const body = valueAt(configuration, 'resource', type, name)
  return isRecord(body) ? body : undefined
}
