import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const paperAfterEvent: SystemRule = {
  code: 'TY4207',
  severity: 'error',
  title: text('材料的落款日期晚于所附的环节。', 'A paper is dated after the event that it is filed with.'),
  why: text(
    '材料须先于或同于其所附的环节；核对材料日期，或把材料登记到补交它的环节。',
    'A paper is as old as the step it belongs to, or older. Check its date, or enter it with the event that filed it.',
  ),
  *check(_, system) {
    for (const [index, event] of system.value.history.entries()) {
      for (const [position, paper] of (event.papers ?? []).entries()) {
        if (paper.on === undefined || paper.on <= event.on) continue
        yield finding(paperAfterEvent, place(system, 'history', index, 'papers', position, 'on'), {
          message: text(
            `《${paper.type}》落款于 ${paper.on}，晚于该环节的 ${event.on}`,
            `《${paper.type}》 is dated ${paper.on}, after the event on ${event.on}`,
          ),
        })
      }
    }
  },
}
