import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { System } from '../model/model.ts'
import { procedureStart } from './procedure.ts'

/**
 * The request that a decision of a record answers, by its index: what is asked of such a decision, a reason or papers of
 * its own, the request has brought, for nobody writes anything beside it. Undefined of what people wrote.
 */
export function answeredRequest(
  profile: JurisdictionProfile,
  { value: { history }, document }: System,
  index: number,
): number | undefined {
  const record = document.recordOf?.(index)?.number
  if (record === undefined) return undefined
  let first = index
  while (first > 0 && document.recordOf?.(first - 1)?.number === record) first -= 1
  return first === 0 ? undefined : procedureStart(profile, history, first - 1)
}
