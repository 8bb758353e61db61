import type { Opinion, OpinionsBlock } from '../../../generated/types/form.ts'
import { applies } from '../applies.ts'
import { decisionLines } from '../decision.ts'
import { type Cell, formWidth, type Line, type Part, type Row, words } from '../document.ts'
import type { Subject } from '../subject.ts'
import { fill } from '../template.ts'
import { cell } from './table.ts'

const labelWidths: Readonly<Record<number, number>> = { 1: 31, 2: 24 }
const defaultHeight = 21
const signatureHeight = 15

/** Boxes for opinions: the words above, who signs and when at the foot. */
export function composeOpinions(block: OpinionsBlock, subject: Subject): readonly Part[] {
  const shown = block.items.filter(item => applies(item, subject))
  const columns = block.columns ?? 1
  const rows: Row[] = []
  for (let start = 0; start < shown.length; start += columns) {
    rows.push(...opinionRows(shown.slice(start, start + columns), subject))
  }
  return rows.length === 0 ? [] : [{ kind: 'table', rows }]
}

/** Two rows without a line between them, so that the signatures stand at the foot however high the box grows. */
function opinionRows(opinions: readonly Opinion[], subject: Subject): readonly Row[] {
  const labelWidth = labelWidths[opinions.length] ?? 0
  const width = formWidth / opinions.length - labelWidth
  const height = Math.max(...opinions.map(opinion => opinion.height ?? defaultHeight))
  const cells = opinions.map(opinion => ({
    label: { ...cell('label', labelWidth, opinion.label), rows: 2 },
    text: textCell(opinion, width, subject),
    signature: { ...cell('signature', width, ...signatureLines(opinion)), open: 'top' as const },
  }))
  return [
    {
      cells: cells.flatMap(({ label, text }) => [label, text]),
      height: Math.max(height - signatureHeight, 6),
      grow: 1,
      keepNext: true,
      begins: true,
    },
    { cells: cells.map(({ signature }) => signature), height: signatureHeight },
  ]
}

function textCell({ text, decided }: Opinion, width: number, subject: Subject): Cell {
  const lines = text === undefined ? decisionLines(decided, subject) : fill(text, subject)
  return { kind: 'opinion', width, lines: lines.length === 0 ? [[]] : lines, open: 'bottom' }
}

function signatureLines({ label, signer, seal = true }: Opinion): readonly Line[] {
  const gap = '\u3000'
  return [
    [{ kind: 'signature', of: label, text: `${signer ?? '负责人（签字）'}：` }],
    [words(`${seal ? '（盖章）' : ''}${gap.repeat(2)}年${gap}月${gap}日`)],
  ]
}
