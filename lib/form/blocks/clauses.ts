import type { Clause, ClausesBlock } from '../../../generated/types/form.ts'
import { applies } from '../applies.ts'
import { emphasis, type ParagraphPart, type Part, type Span, words } from '../document.ts'
import { chineseNumeral } from '../numeral.ts'
import type { Subject } from '../subject.ts'
import { fillLine } from '../template.ts'

/** Clauses with their numbers: 第一条, or 一、; their points are （一）, （二） or 1., 2. */
export function composeClauses(block: ClausesBlock, subject: Subject): readonly Part[] {
  const shown = block.items.filter(item => applies(item, subject))
  return shown.flatMap((item, index) =>
    block.numbering === 'article' ? article(item, index, subject) : section(item, index, subject),
  )
}

function paragraph(style: ParagraphPart['style'], line: readonly Span[]): ParagraphPart {
  return { kind: 'paragraph', style, line }
}

function article({ title, text, points = [] }: Clause, index: number, subject: Subject): readonly Part[] {
  const lead = emphasis(
    `第${chineseNumeral(index + 1)}条\u3000${title === undefined ? '' : `${title}\u3000`}`,
  )
  return [
    paragraph('article', [lead, ...fillLine(text, subject)]),
    ...points.map((point, at) =>
      paragraph('article', [words(`（${chineseNumeral(at + 1)}）`), ...fillLine(point, subject)]),
    ),
  ]
}

function section({ title, text, points = [] }: Clause, index: number, subject: Subject): readonly Part[] {
  const number = `${chineseNumeral(index + 1)}、`
  const opening: readonly ParagraphPart[] =
    title === undefined
      ? [paragraph('body', [words(number), ...fillLine(text, subject)])]
      : [
          { ...paragraph('heading', [words(`${number}${title}`)]), keepNext: true },
          paragraph('body', fillLine(text, subject)),
        ]
  return [
    ...opening,
    ...points.map((point, at) =>
      paragraph('body', [words(`（${chineseNumeral(at + 1)}）`), ...fillLine(point, subject)]),
    ),
  ]
}
