import type { Choice, Field, FieldsBlock } from '../../../generated/types/form.ts'
import { type Cell, formWidth, type Line, type Part, type Row, type Span, words } from '../document.ts'
import { readFact } from '../facts/index.ts'
import type { Subject } from '../subject.ts'
import { fill } from '../template.ts'
import { cell, headingRow } from './table.ts'

const sideWidth = 9
const labelWidths: Readonly<Record<number, number>> = { 1: 31, 2: 31, 3: 22 }

/** A grid of labels and values, with one, two or three of them in a row. */
export function composeFields(block: FieldsBlock, subject: Subject): readonly Part[] {
  const width = formWidth - (block.side === undefined ? 0 : sideWidth)
  const rows = block.rows.map(row => fieldRow(row, width, subject))
  return [{ kind: 'table', rows: [...headingRow(block.heading), ...withSide(rows, block.side)] }]
}

function fieldRow(fields: readonly Field[], width: number, subject: Subject): Row {
  const label = labelWidths[fields.length] ?? 0
  const value = width / fields.length - label
  const heights = fields.flatMap(field => field.height ?? [])
  return {
    cells: fields.flatMap(field => [cell('label', label, field.label), valueCell(field, value, subject)]),
    ...(heights.length === 0 ? {} : { height: Math.max(...heights), grow: 0.5 }),
  }
}

function valueCell(field: Field, width: number, subject: Subject): Cell {
  const lines = [
    ...(field.choice === undefined ? [] : [choiceLine(field.choice, field.label, subject)]),
    ...(field.value === undefined ? [] : fill(field.value, subject)),
  ]
  const blank: Span = { kind: 'blank', label: field.label, shape: 'cell' }
  return { kind: 'value', width, lines: lines.length === 0 ? [[blank]] : lines.map(line => asCell(line)) }
}

/** A cell that holds nothing but a line to write on is better left empty. */
function asCell(line: Line): Line {
  const [only, ...rest] = line
  if (only?.kind !== 'blank' || only.shape !== 'line' || rest.length > 0) return line
  return [{ ...only, shape: 'cell' }]
}

/** Boxes side by side, the fact's own one ticked. Without a value nobody's is, and the choice is a blank. */
function choiceLine({ fact, options }: Choice, label: string, subject: Subject): Line {
  const reading = fact === undefined ? undefined : readFact(fact, subject)
  const code = reading?.value?.code
  const spans = Object.entries(options).flatMap(([option, name], index): readonly Span[] => [
    ...(index === 0 ? [] : [words('\u3000')]),
    { kind: 'box', ticked: option === code },
    words(name),
  ])
  if (code !== undefined) return spans
  return [...spans, { kind: 'blank', label: reading?.label ?? label, shape: 'cell' }]
}

/** A narrow cell down the left of all rows, its heading written downwards. */
export function withSide(rows: readonly Row[], side: string | undefined): readonly Row[] {
  if (side === undefined) return rows
  const lines = [...side].map((character): Line => [words(character)])
  const down: Cell = { kind: 'side', width: sideWidth, lines, rows: rows.length }
  return rows.map((row, index) => ({
    ...row,
    cells: index === 0 ? [down, ...row.cells] : row.cells,
    ...(index < rows.length - 1 ? { keepNext: true as const } : {}),
  }))
}
