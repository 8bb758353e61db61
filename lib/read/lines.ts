import type { Position, Range } from '../finding/finding.ts'

/** Turns UTF-16 offsets of a text into lines and columns. Only LF ends a line: the reader takes no other. */
export interface LineIndex {
  position(offset: number): Position
  range(start: number, end: number): Range
  /** The offset of a position of this text. */
  offset(position: Position): number
}

export function lineIndex(text: string): LineIndex {
  let starts: readonly number[] | undefined
  const position = (offset: number): Position => {
    starts ??= lineStarts(text)
    const at = Math.max(0, Math.min(offset, text.length))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 }
  }
  return {
    position,
    offset: ({ line, column }) => {
      starts ??= lineStarts(text)
      return Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1)
    },
    range: (start, end) => ({ start: position(start), end: position(Math.max(start, end)) }),
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
