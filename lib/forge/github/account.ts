import { field, integer, isAbsent, type Shape } from '../shape.ts'

/** Undefined for an account that is gone: what it did stands under nobody. */
export function accountOf(user: Shape): number | undefined {
  return isAbsent(user) ? undefined : integer(field(user, 'id'))
}
