import type { StateAction } from './action.ts'
import { migrate } from './migrate.ts'
import { move } from './move.ts'
import { where } from './where.ts'

/** In the order of the help. */
export const stateActions: readonly StateAction[] = [where, migrate, move]
