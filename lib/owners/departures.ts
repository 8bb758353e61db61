import type { Range } from '../finding/finding.ts'

/** Where a file of owners says something else than it should. */
export interface Departure {
  readonly kind: 'more' | 'missing' | 'moved'
  /** The line as it stands, or the one that is missing. */
  readonly line: string
  readonly range: Range
}

interface Line {
  readonly text: string
  readonly range: Range
}

/** @param wanted lines that say something, in their order */
export function departuresFrom(wanted: readonly string[], text: string): readonly Departure[] {
  const lines = linesIn(text)
  const left = [...wanted]
  const known: Line[] = []
  const more: Departure[] = []
  for (const line of lines) {
    const at = left.indexOf(line.text)
    if (at < 0) more.push({ kind: 'more', line: line.text, range: line.range })
    else {
      left.splice(at, 1)
      known.push(line)
    }
  }
  const end = endOf(text)
  const missing = left.map((line): Departure => ({ kind: 'missing', line, range: end }))
  if (more.length > 0 || missing.length > 0) return [...more, ...missing]
  const moved = known.find(({ text: line }, index) => line !== wanted[index])
  return moved === undefined ? [] : [{ kind: 'moved', line: moved.text, range: moved.range }]
}

/** What says something: no comment, no blank line; blanks between words are one. */
function linesIn(text: string): readonly Line[] {
  return text.split('\n').flatMap((written, index) => {
    const words = written.trim()
    if (words === '' || words.startsWith('#')) return []
    const [line, column] = [index + 1, written.indexOf(words) + 1]
    const range = { start: { line, column }, end: { line, column: column + words.length } }
    return [{ text: words.replace(/[ \t]+/g, ' '), range }]
  })
}

function endOf(text: string): Range {
  const lines = text.replace(/\n$/, '').split('\n')
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
  return { start: place, end: place }
}
