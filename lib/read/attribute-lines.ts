// The lines of a .gitattributes as git reads them. Source: gitattributes(5), and parse_attr_line in git's attr.c.

export interface Word {
  readonly text: string
  readonly start: number
}

export interface AttributeLine {
  /** As it is written. */
  readonly pattern: Word
  /** Without its quotes. */
  readonly fits: string
  readonly attributes: readonly Word[]
  /** Why git passes over the line; undefined where it counts. */
  readonly ignored?: 'too long' | 'negative' | 'bad name'
}

/** The attribute that a line gives a meaning of its own; undefined where it is about files. */
export function macroOf({ fits }: AttributeLine): string | undefined {
  return /^\[attr\]\s*([^\s]*)/.exec(fits.length > '[attr]'.length ? fits : '')?.[1]
}

/** From this length on git ignores a line, in bytes and without its end. */
export const ignoredLineBytes = 2048

export function attributeLines(text: string): readonly AttributeLine[] {
  const lines: AttributeLine[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const [pattern, ...attributes] = wordsOf(line, offset)
    if (pattern !== undefined && !pattern.text.startsWith('#'))
      lines.push(lineOf(pattern, attributes, Buffer.byteLength(line)))
    offset += line.length + 1
  }
  return lines
}

/**
 * A pattern with blanks stands in quotes; whatever follows the closing one is an attribute. With an escape that git does
 * not know, the quote is a sign of the pattern like any other.
 */
const inQuotes = /^([ \t\r]*)("(?:[^"\\]|\\(?:[abfnrtv"\\]|[0-3][0-7]{2}))*")/

function wordsOf(line: string, offset: number): readonly Word[] {
  const [whole = '', blanks = '', quoted] = inQuotes.exec(line) ?? []
  const pattern = quoted === undefined ? [] : [{ text: quoted, start: offset + blanks.length }]
  const rest = [...line.slice(whole.length).matchAll(/[^ \t\r]+/g)]
  return [...pattern, ...rest.map(({ 0: text, index }) => ({ text, start: offset + whole.length + index }))]
}

function lineOf(pattern: Word, attributes: readonly Word[], bytes: number): AttributeLine {
  const fits = unquoted(pattern.text)
  const ignored = reasonToIgnore(fits, attributes, bytes)
  return { pattern, fits, attributes, ...(ignored === undefined ? {} : { ignored }) }
}

function reasonToIgnore(
  pattern: string,
  attributes: readonly Word[],
  bytes: number,
): AttributeLine['ignored'] {
  if (bytes >= ignoredLineBytes) return 'too long'
  if (pattern.startsWith('!')) return 'negative'
  return attributes.every(({ text }) => attributeName.test(text)) ? undefined : 'bad name'
}

const attributeName = /^[-!]?[A-Za-z0-9_.][-A-Za-z0-9_.]*(?:=.*)?$/s

/** What C would make of a text in quotes. */
function unquoted(pattern: string): string {
  if (!inQuotes.test(pattern)) return pattern
  return pattern
    .slice(1, -1)
    .replace(/\\(?:([0-7]{3})|(.))/g, (_, octal: string | undefined, sign: string = '') =>
      octal === undefined ? (controls[sign] ?? sign) : String.fromCharCode(Number.parseInt(octal, 8)),
    )
}

const controls: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}
