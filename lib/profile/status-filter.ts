import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { System } from '../model/model.ts'
import type { SystemStatus } from './system-status.ts'

/** A system with where it stands. */
export interface StatusRow {
  readonly system: System
  readonly profile: JurisdictionProfile
  readonly outlook: SystemStatus
}

/** What narrows a list of systems; all that is given must hold. */
export interface StatusFilter {
  /** A state, by its id or its name. */
  readonly state?: string
  /** Whoever may take one of the next steps, by the role's id or its name. */
  readonly actor?: string
  /** A day by which a step or deadline falls due. */
  readonly due?: string
}

export const statusOrders = ['address', 'state', 'due', 'since'] as const
export type StatusOrder = (typeof statusOrders)[number]

export function narrowedTo(
  rows: readonly StatusRow[],
  { state, actor, due }: StatusFilter,
): readonly StatusRow[] {
  return rows.filter(({ outlook }) => {
    const isState = state === undefined || outlook.state === state || outlook.name === state
    const acts =
      actor === undefined || outlook.steps.some(step => step.role === actor || step.actor === actor)
    const next = dueOf(outlook)
    return isState && acts && (due === undefined || (next !== undefined && next <= due))
  })
}

/** The nearest day by which anything must be done, overdue ones too; a minimum period only says when something may begin. */
export function dueOf({ deadlines }: SystemStatus): string | undefined {
  const days = deadlines.filter(({ definition }) => definition.direction === 'at-most').map(({ due }) => due)
  return days.filter(day => day !== undefined).sort()[0]
}

/** What has no day comes last. */
export function ordered(rows: readonly StatusRow[], by: StatusOrder): readonly StatusRow[] {
  const last = '\uffff'
  const keys: Readonly<Record<StatusOrder, (row: StatusRow) => string>> = {
    address: ({ system }) => system.address,
    state: ({ outlook }) => outlook.state,
    due: ({ outlook }) => dueOf(outlook) ?? last,
    since: ({ outlook }) => outlook.since ?? last,
  }
  const key = keys[by]
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return rows.toSorted((a, b) => compare(key(a), key(b)) || compare(a.system.address, b.system.address))
}
