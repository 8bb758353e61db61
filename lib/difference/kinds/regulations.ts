import { jurisdictionMeaning } from '../../change/meaning/jurisdiction.ts'
import { departed } from '../departed.ts'
import type { DifferenceKind } from '../difference.ts'
import { onlyIn } from '../pairs.ts'

export const regulations: DifferenceKind = {
  id: 'regulation',
  name: { zh: '管理办法', en: 'regulations' },
  *find(sides) {
    const [had, has] = [sides.before.catalogue.jurisdictions, sides.after.catalogue.jurisdictions]
    for (const [subject, { value }] of onlyIn(has, had))
      yield {
        subject,
        message: { zh: `新增：${value.regulation.title}`, en: `new: ${value.regulation.title}` },
      }
    for (const [subject, { value }] of onlyIn(had, has))
      yield {
        subject,
        message: { zh: `已删除：${value.regulation.title}`, en: `gone: ${value.regulation.title}` },
      }
    for (const [subject, before] of had) {
      const after = has.get(subject)
      if (after === undefined || after.document.digest === before.document.digest) continue
      // As they are written: what is decided stands in one place there, and the model has it in two.
      yield* departed(
        subject,
        { schema: 'jurisdiction', table: jurisdictionMeaning },
        [before.document.value, after.document.value],
        sides,
      )
    }
  },
}
