import { unitMeaning } from '../../change/meaning/unit.ts'
import { departed } from '../departed.ts'
import type { DifferenceKind } from '../difference.ts'
import { onlyIn } from '../pairs.ts'

export const units: DifferenceKind = {
  id: 'unit',
  name: { zh: '单位', en: 'units' },
  *find(sides) {
    const [had, has] = [sides.before.unitByAddress, sides.after.unitByAddress]
    for (const [subject, { value }] of onlyIn(has, had))
      yield { subject, message: { zh: `新增：${value.metadata.name}`, en: `new: ${value.metadata.name}` } }
    for (const [subject, { value }] of onlyIn(had, has))
      yield { subject, message: { zh: `已删除：${value.metadata.name}`, en: `gone: ${value.metadata.name}` } }
    for (const [subject, before] of had) {
      const after = has.get(subject)
      if (after === undefined || after.document.digest === before.document.digest) continue
      yield* departed(subject, { schema: 'unit', table: unitMeaning }, [before.value, after.value], sides)
    }
  },
}
