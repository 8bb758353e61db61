// What was typed with signs of full width and still is YAML: only the schema tells that a text was to be something else.
import { type Finding, finding, type Position, type Range } from '../finding/finding.ts'
import type { SourceDocument } from '../read/document.ts'
import { neededSlips, type Verdict } from '../read/full-width/needed.ts'
import { slipProblem } from '../read/full-width/problems.ts'
import { slipsIn } from '../read/full-width/scan.ts'
import { beforeEdits, type Edit, edited, editsOf } from '../read/full-width/slip.ts'
import { lineIndex } from '../read/lines.ts'
import { parseDocument } from '../read/parse.ts'
import { validatorOf } from './compile.ts'
import type { JsonSchema } from './json-schema.ts'
import { collapse } from './mistakes/collapse.ts'
import { reportMistakes } from './mistakes/index.ts'

/**
 * The findings of a document that does not fit its schema: what was typed with the wrong width, where that makes a
 * difference, and what would still be wrong without it.
 */
export function mistakesIn(document: SourceDocument, root: JsonSchema): Finding[] {
  const edits = editsThatHelp(document, root)
  const mended = edits.length === 0 ? undefined : reread(document, edited(document.text, edits))
  if (mended === undefined) return mistakes(document, root)
  const lines = lineIndex(document.text)
  const slips = edits.map(edit => {
    const { code, start, end, message, fix } = slipProblem(document.text, edit)
    return finding(code, { file: document.file, path: [], range: lines.range(start, end) }, { message, fix })
  })
  const back = (range: Range): Range => moved(range, { from: mended.text, to: document.text, edits })
  const left = mistakes(mended, root).map(found => ({
    ...found,
    range: back(found.range),
    related: found.related.map(related => ({ ...related, range: back(related.range) })),
  }))
  return [...slips, ...left]
}

function mistakes(document: SourceDocument, root: JsonSchema): Finding[] {
  const validate = validatorOf(root)
  return validate(document.value) ? [] : reportMistakes(validate.errors ?? [], { document, root })
}

function editsThatHelp(document: SourceDocument, root: JsonSchema): readonly Edit[] {
  const slips = slipsIn(document.text)
  return slips.length === 0
    ? []
    : editsOf(neededSlips(document.text, slips, text => verdictOn(document, text, root)))
}

function verdictOn(document: SourceDocument, text: string, root: JsonSchema): Verdict {
  const trial = reread(document, text)
  if (trial === undefined) return { stage: 0, problems: 0 }
  const validate = validatorOf(root)
  if (validate(trial.value)) return { stage: 1, problems: 0 }
  return { stage: 1, problems: collapse(validate.errors ?? [], trial.value).length }
}

function reread({ file, kind }: SourceDocument, text: string): SourceDocument | undefined {
  return parseDocument(file, kind, Buffer.from(text)).document
}

interface Edited {
  readonly from: string
  readonly to: string
  readonly edits: readonly Edit[]
}

function moved({ start, end }: Range, { from, to, edits }: Edited): Range {
  const [edited, lines] = [lineIndex(from), lineIndex(to)]
  const back = (position: Position): number => beforeEdits(edited.offset(position), edits)
  return lines.range(back(start), back(end))
}
