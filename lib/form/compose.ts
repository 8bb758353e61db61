import { composeBlock } from './blocks/index.ts'
import { type FormDocument, type Line, lineText, type Part, type Row, type Span, words } from './document.ts'
import { type Remark, remarksOf } from './remarks.ts'
import type { Subject } from './subject.ts'
import { fillLine } from './template.ts'

/** Fills a form in: everything that the page will say, and what it leaves open. */
export function composeForm(subject: Subject): FormDocument {
  const { form, model } = subject
  const line = (template: string | undefined): Line | undefined =>
    template === undefined ? undefined : fillLine(template, subject)
  const remarks = remarksOf(subject)
  const parts = joinTables([
    ...form.blocks.flatMap(block => composeBlock(block, subject)),
    ...remarks.map(remarkPart),
  ])
  const titles = form.title.map(template => fillLine(template, subject))
  const [caption, number] = [line(form.caption), line(form.number)]
  const letterhead =
    form.letterhead === undefined
      ? undefined
      : {
          organ: lineText(fillLine(form.letterhead.organ, subject)),
          number: fillLine(form.letterhead.number, subject),
          signer: line(form.letterhead.signer),
        }
  const headLines = [letterhead?.number, letterhead?.signer, ...titles, caption, number]
  const spans = [...headLines.flatMap(head => head ?? []), ...parts.flatMap(spansOf)]
  return {
    layout: form.layout,
    annex: form.annex,
    letterhead,
    title: titles.map(lineText),
    caption,
    number,
    parts,
    remarks,
    blanks: unique(spans.flatMap(span => (span.kind === 'blank' ? [span.label] : []))),
    signatures: unique(spans.flatMap(span => (span.kind === 'signature' ? [span.of] : []))),
    properties: {
      title: titles.map(lineText).join(''),
      subject: `${form.name}（${form.articles.join('、')}）`,
      date: model.asOf,
    },
  }
}

function remarkPart({ text }: Remark): Part {
  return { kind: 'paragraph', style: 'note', line: [words(`注：${text.zh}。`)] }
}

/** Tables that follow one another are one table on the page. */
function joinTables(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.kind === 'table' && part.kind === 'table') {
      joined[joined.length - 1] = { kind: 'table', rows: [...last.rows, ...part.rows] }
    } else joined.push(part)
  }
  return joined.map((part, index) => withNext(part, joined[index + 1]))
}

/** Neither a note under the date of a letter nor its signature ever stands on a page alone. */
function withNext(part: Part, next: Part | undefined): Part {
  const isFollowed =
    part.kind === 'paragraph' &&
    next?.kind === 'paragraph' &&
    (next.style === 'annotation' || next.style === 'spacer')
  return isFollowed ? { ...part, keepNext: true } : part
}

function rowSpans(row: Row): readonly Span[] {
  return row.cells.flatMap(cell => cell.lines.flat())
}

/** All spans of a part in the order of the page. */
export function spansOf(part: Part): readonly Span[] {
  if (part.kind === 'paragraph') return part.line
  if (part.kind === 'parties') return part.columns.flat(2)
  return part.rows.flatMap(rowSpans)
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
