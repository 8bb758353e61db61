import { exposureBasisOf, hasEnded } from '../../entitlement/index.ts'
import { jurisdictionOf } from '../../model/address.ts'
import type { Model, System } from '../../model/model.ts'
import { widenings } from '../../network/coverage.ts'
import type { Opening } from '../../network/exposure.ts'
import { openingTerm } from '../../term/index.ts'
import type { DifferenceKind } from '../difference.ts'
import { movingSystems } from '../pairs.ts'

export const openings: DifferenceKind = {
  id: 'opening',
  name: { zh: '开放的访问', en: 'what is open' },
  *find(sides) {
    for (const { address, before, after } of movingSystems(sides)) {
      const [had, has] = [standing(sides.before, before), standing(sides.after, after)]
      for (const line of widenings(has, had, sides.after.asOf)) {
        const { zh, en } = openingTerm(sides.after, line, jurisdictionOf(after))
        yield { subject: address, message: { zh: `新增开放：${zh}`, en: `opened: ${en}` } }
      }
      for (const line of widenings(had, has, sides.after.asOf)) {
        const { zh, en } = openingTerm(sides.before, line, jurisdictionOf(after))
        yield { subject: address, message: { zh: `不再开放：${zh}`, en: `closed: ${en}` } }
      }
    }
  },
}

function standing(model: Model, system: System): readonly Opening[] {
  return hasEnded(model, system) ? [] : exposureBasisOf(model, system.value, model.asOf).openings
}
