import type { DifferenceKind } from '../difference.ts'
import { onlyIn } from '../pairs.ts'

export const systems: DifferenceKind = {
  id: 'system',
  name: { zh: '系统', en: 'systems' },
  *find({ before, after }) {
    for (const [subject, { value }] of onlyIn(after.systemByAddress, before.systemByAddress))
      yield { subject, message: { zh: `新增：${value.metadata.name}`, en: `new: ${value.metadata.name}` } }
    for (const [subject, { value }] of onlyIn(before.systemByAddress, after.systemByAddress))
      yield {
        subject,
        message: {
          zh: `清单已删除：${value.metadata.name}`,
          en: `its manifest is gone: ${value.metadata.name}`,
        },
      }
  },
}
