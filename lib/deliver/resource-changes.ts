import type { Action, EngineEvent } from './events.ts'
import { isRecord } from './json.ts'
import type { Plan } from './plan.ts'

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

export function summarise(changes: readonly Change[]): ChangeSummary {
  const counted = changes.filter(({ action, type }) => real.has(action) && !notes.has(type))
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

/** What a saved plan changes. */
export function changesOfPlan({ changes }: Plan): readonly Change[] {
  return changes.map(({ address, type, action }) => ({ address, type, action }))
}

/** What a run said that it would change. */
export function changesOfEvents(events: readonly EngineEvent[]): readonly Change[] {
  return events.flatMap(event =>
    event.kind === 'planned' ? [{ address: event.address, type: event.type, action: event.action }] : [],
  )
}

/** What a stack that was never applied will create: all that it holds. */
export function changesOfNewStack(configuration: unknown): readonly Change[] {
  const resources = isRecord(configuration) ? configuration.resource : undefined
  return Object.entries(isRecord(resources) ? resources : {}).flatMap(([type, byName]) =>
    Object.keys(isRecord(byName) ? byName : {}).map(name => ({
      address: `${type}.${name}`,
      type,
      action: 'create' as const,
    })),
  )
}
