// Whether git gives back the bytes of files below a folder as they were put in, by the attributes that say so. Where
// this cannot be told from the pattern alone, they count as changed.
import { type AttributeLine, macroOf, type Word } from './attribute-lines.ts'

/** Where papers lie, and the evidence that is carried along. */
export const keptFolders = ['papers', 'evidence'] as const

export type KeptFolder = (typeof keptFolders)[number]

/**
 * The line by which git may convert line ends of a file in such a folder, wherever it lies; undefined where none does.
 *
 * @param lines in the order in which git looks at them: of those that fit, the last decides
 */
export function convertingLine<Line extends AttributeLine>(
  lines: readonly Line[],
  folder: KeptFolder,
): Line | undefined {
  const own = macros(lines)
  const counted = lines.filter(line => line.ignored === undefined && macroOf(line) === undefined)
  const keeper = counted.findLastIndex(
    line => isCovering(line.fits, folder) && textOf(line, own) === 'not text',
  )
  return counted.findLast((line, index) => {
    if (index <= keeper || !mayFit(line.fits, folder)) return false
    const effect = textOf(line, own)
    // `eol` alone makes a text of what no line says anything else of.
    const mayConvert = effect === 'may be text' || (effect === undefined && keeper === -1 && setsEol(line))
    return mayConvert && !isTakenBack(line, counted.slice(index + 1), own)
  })
}

function isTakenBack(
  { fits }: AttributeLine,
  later: readonly AttributeLine[],
  own: ReadonlySet<string>,
): boolean {
  return later.some(line => line.fits === fits && textOf(line, own) === 'not text')
}

/** Attributes that lines of their own give a meaning, which may be about line ends. */
function macros(lines: readonly AttributeLine[]): ReadonlySet<string> {
  const named = new Set(lines.flatMap(line => macroOf(line) ?? []))
  return new Set(
    lines.flatMap(line => {
      const name = macroOf(line) ?? []
      const words = line.attributes.map(nameOf)
      const isTelling =
        words.some(word => named.has(word)) || [name, ...words].flat().some(word => aboutLineEnds.has(word))
      return isTelling ? name : []
    }),
  )
}

const aboutLineEnds: ReadonlySet<string> = new Set(['text', 'eol', 'crlf', 'binary'])

function nameOf({ text }: Word): string {
  return /^[-!]?([^=]*)/.exec(text)?.[1] ?? ''
}

/** What a line makes of `text`, if anything: of one line, too, the last word decides. */
function textOf(
  { attributes }: AttributeLine,
  own: ReadonlySet<string>,
): 'not text' | 'may be text' | undefined {
  for (const word of attributes.toReversed()) {
    const { text } = word
    const name = nameOf(word)
    if (own.has(name)) return 'may be text'
    if (name === 'text') return text === '-text' ? 'not text' : 'may be text'
    if (text === 'binary') return 'not text'
    if (name === 'binary') return 'may be text'
  }
  return undefined
}

function setsEol({ attributes }: AttributeLine): boolean {
  return attributes.some(({ text }) => /^eol=|^crlf\b/.test(text))
}

function isCovering(pattern: string, folder: KeptFolder): boolean {
  return pattern === '*' || pattern === `**/${folder}/**` || (folder === 'evidence' && atRoot.has(pattern))
}

/** Evidence lies in the root alone; a pattern with a slash in it counts from there. */
const atRoot: ReadonlySet<string> = new Set(['evidence/**', '/evidence/**'])

/** Whether a pattern could fit a file below a folder of this name. Git may be told to pass over case. */
function mayFit(pattern: string, folder: KeptFolder): boolean {
  // Such a pattern fits folders alone, of which git asks nothing.
  if (pattern.endsWith('/') && !pattern.includes('\0')) return false
  // Without a slash it fits names in any folder.
  if (!pattern.includes('/') || /\*\*|\0/.test(pattern)) return true
  const folders = pattern.replace(/^\//, '').toLowerCase().split('/').slice(0, -1)
  return folders.some(part => part === folder || /[*?[\\]/.test(part))
}
