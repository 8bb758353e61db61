import type { Model } from '../../model/model.ts'
import { poolName, zoneTerm } from '../../term/index.ts'
import type { PlannedShortage } from '../change.ts'
import { groundIn } from '../grounds.ts'
import { number } from '../words.ts'
import type { FlagKind } from './flag.ts'

/** Were all granted, a pool would have given more than it may. */
export const shortage: FlagKind = {
  id: 'shortage',
  *find({ planned, profile, shortages }) {
    for (const one of shortages) {
      const { code, article } = one
      const ground = groundIn(profile, article === undefined ? undefined : { article })
      yield { severity: 'error', code, message: inWords(planned, one), ground }
    }
  },
}

function inWords(model: Model, { zone, pool, measure, day, used, available }: PlannedShortage) {
  const [place, name] = [zoneTerm(model, zone), poolName(model, zone, pool)]
  const [most, over] = [number(available), number(used - available)]
  return {
    zh: `一旦批准，${place.zh}${name.zh}自 ${day} 起${measure.zh}超出可核定的 ${most.zh}，超出 ${over.zh}`,
    en: `once approved, ${name.en} of the ${place.en} gives ${over.en} ${measure.en} more than the ${most.en} it may, from ${day}`,
  }
}
