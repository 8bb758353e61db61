// Where text goes into a file of which all else stays to the byte; offsets count UTF-16 units.

/** The file's own line break, for lines that are put in. */
export function breakIn(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

export function insert(text: string, at: number, addition: string): string {
  return text.slice(0, at) + addition + text.slice(at)
}

export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

/** Where the line of an offset ends, before its break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  if (end < 0) return text.length
  return text[end - 1] === '\r' && end > offset ? end - 1 : end
}
