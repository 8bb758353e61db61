import type { Range } from './finding.ts'
import { codePointEscape, logMarks } from './log-marks.ts'
import { displayWidth, printable } from './printable.ts'

/** The line where a range starts, cut to a width, and the stretch below it that carets mark. */
export interface Excerpt {
  readonly line: number
  readonly text: string
  /** Columns of the terminal before the first caret. */
  readonly indent: number
  /** How many carets, at least one. */
  readonly carets: number
}

/** One code point as it is shown: a range may start inside a grapheme, at a zero-width character for one. */
interface Cell {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly width: number
}

const ellipsis = '…'

/** Cuts the excerpt of a range out of its file. `columns` is the width to keep to; undefined where the line is not there. */
export function excerptOf(source: string, range: Range, columns: number): Excerpt | undefined {
  const line = lineAt(source, range.start.line)
  if (line === undefined) return undefined
  const start = Math.min(range.start.column - 1, line.length)
  const end = range.end.line > range.start.line ? line.length : Math.min(range.end.column - 1, line.length)
  const shown = windowOf(cellsAround(line, start, columns), line.length, start, end, columns)
  const lead = (shown[0]?.start ?? 0) > 0 ? ellipsis : ''
  const tail = (shown.at(-1)?.end ?? line.length) < line.length ? ellipsis : ''
  return {
    line: range.start.line,
    text: `${lead}${shown.map(cell => cell.text).join('')}${tail}`,
    indent: lead.length + widthOf(shown.filter(cell => cell.start < start)),
    carets: Math.max(1, widthOf(shown.filter(cell => cell.start >= start && cell.start < end))),
  }
}

function lineAt(source: string, number: number): string | undefined {
  let from = 0
  for (let line = 1; line < number; line++) {
    const newline = source.indexOf('\n', from)
    if (newline === -1) return undefined
    from = newline + 1
  }
  const to = source.indexOf('\n', from)
  const line = source.slice(from, to === -1 ? undefined : to)
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

/** Only the neighbourhood of the range is looked at: a line may be a megabyte long. */
function cellsAround(line: string, start: number, columns: number): Cell[] {
  let offset = codePointStart(line, Math.max(0, start - columns))
  const cells: Cell[] = []
  const marks = logMarks(line)
  for (const character of line.slice(offset, start + 2 * columns)) {
    const text = marks.has(offset) ? codePointEscape(character) : printable(character)
    cells.push({ start: offset, end: offset + character.length, text, width: displayWidth(text) })
    offset += character.length
  }
  return cells
}

function codePointStart(line: string, offset: number): number {
  const unit = line.charCodeAt(offset)
  return offset > 0 && unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset
}

/** The cells to show: the whole line, its beginning, or from a third of the width before the range. */
function windowOf(
  cells: readonly Cell[],
  length: number,
  start: number,
  end: number,
  columns: number,
): readonly Cell[] {
  const fromStart = (cells[0]?.start ?? 0) === 0
  if (fromStart && (cells.at(-1)?.end ?? 0) === length && widthOf(cells) <= columns) return cells
  const room = columns - 2 * ellipsis.length
  const beginningSuffices = fromStart && widthOf(cells.filter(cell => cell.start < end)) <= room
  return fitting(beginningSuffices ? cells : cells.slice(leadOf(cells, start, Math.floor(room / 3))), room)
}

/** The index of the first cell that stands at most `lead` columns before `start`. */
function leadOf(cells: readonly Cell[], start: number, lead: number): number {
  let first = cells.filter(cell => cell.start < start).length
  for (
    let width = cells[first - 1]?.width ?? 0;
    first > 0 && width <= lead;
    width += cells[first - 1]?.width ?? 0
  )
    first--
  return first
}

function fitting(cells: readonly Cell[], room: number): readonly Cell[] {
  let width = 0
  const past = cells.findIndex(cell => {
    width += cell.width
    return width > room
  })
  return past === -1 ? cells : cells.slice(0, past)
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0)
}
