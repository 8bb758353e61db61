import type { AttachmentsBlock } from '../../../generated/types/form.ts'
import { applies } from '../applies.ts'
import type { Part } from '../document.ts'
import type { Subject } from '../subject.ts'
import { fillLine } from '../template.ts'

/** What is enclosed, numbered when there is more than one (GB/T 9704-2012, 7.3.4). */
export function composeAttachments(block: AttachmentsBlock, subject: Subject): readonly Part[] {
  const shown = block.items.filter(item => applies(item, subject))
  if (shown.length === 0) return []
  const parts = shown.map((item, index): Part => {
    const number = shown.length === 1 ? '' : `${index + 1}.`
    return {
      kind: 'paragraph',
      style: 'attachment',
      line: fillLine(item.text, subject),
      lead: `${index === 0 ? '附件：' : ''}${number}`,
      keepNext: true,
    }
  })
  return [{ kind: 'paragraph', style: 'spacer', line: [], keepNext: true }, ...parts]
}
