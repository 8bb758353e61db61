import type { Billing, PayerGroup, PayerShare } from '../../generated/types/jurisdiction.ts'
import { holdsOn, periodOf } from '../clock/period.ts'
import type { Standing } from '../entitlement/index.ts'
import type { Case } from '../profile/condition.ts'
import { holds } from '../profile/condition.ts'

/** A part of what is charged, as far as it decides who pays. */
export interface PaidPart {
  readonly of: Case
  readonly zone: string
  readonly standing: Standing
  /** The category of the service catalogue in which the item stands. */
  readonly kind: string
  readonly day: string
}

/** Who pays a part, each how many per cent; empty where the profile does not say. */
export function payersOf(billing: Billing | undefined, part: PaidPart): readonly PayerShare[] {
  const group = billing?.payers?.find(one => pays(one, part))
  if (group !== undefined) return group.shares
  const payer = billing?.payer
  if (payer === undefined) return []
  const others = payer.others?.categories.some(category => category === part.of.unit?.category)
  const name = others === true ? (payer.others?.name ?? payer.name) : payer.name
  return [{ name, percent: 100 }]
}

/** Whether a group pays a part: every member that it names fits. */
export function pays(group: PayerGroup, { of, zone, standing, kind, day }: PaidPart): boolean {
  return (
    (group.zones?.includes(zone) ?? true) &&
    (group.standing === undefined || group.standing === standing) &&
    (group.kinds?.includes(kind) ?? true) &&
    holdsOn(periodOf(group.from, group.to), day) &&
    holds(group.when, of)
  )
}
