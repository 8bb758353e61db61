import type { Action, EngineEvent } from './events.ts'
import type { StackPlan } from './plan.ts'

export interface Change {
  readonly address: string
  readonly type: string
  readonly action: Action
}

/** How many resources are made, changed, removed, made anew and taken up; and of which types. */
export interface ChangeSummary {
  readonly create: number
  readonly update: number
  readonly delete: number
  readonly replace: number
  readonly import: number
  readonly byType: Readonly<Record<string, Readonly<Partial<Record<Action, number>>>>>
  /** Addresses of what is removed or made anew. */
  readonly removed: readonly string[]
}

/** Terraform's own notes are in its state and in no cloud: nobody has to know of them. */
const notes: ReadonlySet<string> = new Set(['terraform_data'])

/** Whether a change is one of something in a cloud. */
export function isReal({ action, type }: Pick<Change, 'action' | 'type'>): boolean {
  return real.has(action) && !notes.has(type)
}

export function summarise(changes: readonly Change[]): ChangeSummary {
  const counted = changes.filter(isReal)
  const count = (action: Action) => counted.filter(change => change.action === action).length
  const byType: Record<string, Partial<Record<Action, number>>> = {}
  for (const { type, action } of counted.toSorted((a, b) => (a.type < b.type ? -1 : 1))) {
    const counts = byType[type] ?? {}
    counts[action] = (counts[action] ?? 0) + 1
    byType[type] = counts
  }
  return {
    create: count('create'),
    update: count('update'),
    delete: count('delete'),
    replace: count('replace'),
    import: count('import'),
    byType,
    removed: counted.filter(({ action }) => action === 'delete' || action === 'replace').map(c => c.address),
  }
}

const real: ReadonlySet<Action> = new Set(['create', 'update', 'delete', 'replace', 'import'])

export function isEmpty(summary: ChangeSummary): boolean {
  return summary.create + summary.update + summary.delete + summary.replace + summary.import === 0
}

/** What a plan changes. */
export function changesOfPlan({ changes }: StackPlan): readonly Change[] {
  return changes.map(({ address, type, action }) => ({ address, type, action }))
}

/** What a run said that it would change. */
export function changesOfEvents(events: readonly EngineEvent[]): readonly Change[] {
  return events.flatMap(event =>
    event.kind === 'planned' ? [{ address: event.address, type: event.type, action: event.action }] : [],
  )
}
