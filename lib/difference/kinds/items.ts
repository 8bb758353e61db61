import { itemMeaning } from '../../change/meaning/services.ts'
import { departed } from '../departed.ts'
import type { DifferenceKind } from '../difference.ts'
import { onlyIn } from '../pairs.ts'

export const items: DifferenceKind = {
  id: 'item',
  name: { zh: '服务目录', en: 'the service catalogue' },
  *find(sides) {
    const [had, has] = [sides.before.catalogue.items, sides.after.catalogue.items]
    for (const [subject, { value }] of onlyIn(has, had))
      yield { subject, message: { zh: `新增：${value.name.zh}`, en: `new: ${value.name.en}` } }
    for (const [subject, { value }] of onlyIn(had, has))
      yield { subject, message: { zh: `已删除：${value.name.zh}`, en: `gone: ${value.name.en}` } }
    for (const [subject, before] of had) {
      const after = has.get(subject)
      if (after === undefined || after.document.digest === before.document.digest) continue
      yield* departed(subject, { schema: 'service', table: itemMeaning }, [before.value, after.value], sides)
    }
  },
}
