import { field, integer, isAbsent, type Shape } from './shape.ts'

/** Undefined for an account that is gone: GitHub names nobody, and Gitea its `Ghost`, whose number is -1. */
export function accountOf(user: Shape): number | undefined {
  if (isAbsent(user)) return undefined
  const id = integer(field(user, 'id'))
  return id > 0 ? id : undefined
}
