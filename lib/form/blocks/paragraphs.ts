import type { ParagraphsBlock } from '../../../generated/types/form.ts'
import { applies } from '../applies.ts'
import type { Part } from '../document.ts'
import type { Subject } from '../subject.ts'
import { fillLine } from '../template.ts'

/** The paragraphs of a letter. */
export function composeParagraphs(block: ParagraphsBlock, subject: Subject): readonly Part[] {
  return block.items
    .filter(item => applies(item, subject))
    .map(({ style = 'body', text }) => ({
      kind: 'paragraph',
      style,
      line: fillLine(text, subject),
      ...(style === 'heading' || style === 'subheading' ? { keepNext: true as const } : {}),
    }))
}
