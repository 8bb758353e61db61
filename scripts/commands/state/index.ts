import type { Action } from '../../terminal/actions.ts'
import { adopt } from './adopt.ts'
import { forget } from './forget.ts'
import { list } from './list.ts'
import { migrate } from './migrate.ts'
import { move } from './move.ts'
import { sweep } from './sweep.ts'
import { where } from './where.ts'

/** In the order of the help. */
export const stateActions: readonly Action[] = [list, adopt, forget, sweep, where, migrate, move]
