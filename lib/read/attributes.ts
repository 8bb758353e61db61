// What the root's .gitattributes may say. Source: gitattributes(5).
import type { Finding } from '../finding/finding.ts'
import { attributeCodes } from './attribute-codes.ts'
import { decodeBytes } from './bytes.ts'
import type { DocumentKind } from './document.ts'
import { lineIndex } from './lines.ts'
import { type Problem, shown, toFinding } from './problem.ts'

export const attributesFile = '.gitattributes'

/** Whether a file of this name would be taken for attributes, on whatever file system. */
export function isAttributes(name: string): boolean {
  return name.toLowerCase() === attributesFile
}

/** What is wrong with the attributes of a repository's root. */
export function attributeFindings(bytes: Uint8Array): readonly Finding[] {
  if (bytes.length === 0) return []
  const { text, problem } = decodeBytes(limitedAs, bytes)
  const problems = problem === undefined ? [...unsafeIn(text), ...convertedIn(text)] : [problem]
  const lines = lineIndex(text)
  return problems.map(one => toFinding(attributesFile, lines, one))
}

/** Attributes are as long as a calendar at most. */
const limitedAs: DocumentKind = 'calendar'

interface Word {
  readonly text: string
  readonly start: number
}

interface Line {
  readonly pattern: Word
  readonly attributes: readonly Word[]
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const [pattern, ...attributes] = wordsOf(line, offset)
    if (pattern !== undefined && !pattern.text.startsWith('#')) lines.push({ pattern, attributes })
    offset += line.length + 1
  }
  return lines
}

/** A pattern with blanks stands in quotes. */
function wordsOf(line: string, offset: number): readonly Word[] {
  return [...line.matchAll(/"(?:\\.|[^"\\])*"|[^ \t\r]+/g)].map(({ 0: text, index }) => ({
    text,
    start: offset + index,
  }))
}

const harmless: ReadonlySet<string> = new Set([
  'text',
  '-text',
  '!text',
  'text=auto',
  'eol=lf',
  '!eol',
  '-eol',
])
/** These hide a change from whoever looks at it, which is as it should be where there is nothing to be read. */
const hiding: ReadonlySet<string> = new Set(['binary', '-diff', '-merge'])
const unreadable =
  /(?:^|\/)\*\.(?:pdf|ofd|docx?|xlsx?|pptx?|wps|et|dps|odt|ods|png|jpe?g|gif|bmp|tiff?|webp|heic|zip|rar|7z|gz|tgz|p7[bms]|sig|cer|crt|der|p12)$/i

function* unsafeIn(text: string): Generator<Problem> {
  for (const { pattern, attributes } of linesOf(text)) {
    if (/^"?\[attr\]/.test(pattern.text)) yield unsafe(pattern)
    for (const attribute of attributes) {
      const isAllowed =
        harmless.has(attribute.text) || (hiding.has(attribute.text) && unreadable.test(pattern.text))
      if (!isAllowed) yield unsafe(attribute)
    }
  }
}

function unsafe({ text, start }: Word): Problem {
  return {
    code: attributeCodes.unsafe,
    start,
    end: start + text.length,
    message: { zh: `不允许 ${shown(text)}`, en: `${shown(text)} is not allowed` },
  }
}

/** Where papers lie, and the evidence that is carried along. */
const kept = ['papers', 'evidence'] as const

/** The last pattern that fits a file decides. */
function* convertedIn(text: string): Generator<Problem> {
  const lines = linesOf(text)
  for (const folder of kept) {
    const deciding = lines.findLast(
      ({ pattern, attributes }) =>
        (pattern.text === '*' || coversFolder(pattern.text, folder)) &&
        attributes.some(({ text }) => /^[-!]?text\b|^eol=|^binary$/.test(text)),
    )
    if (deciding === undefined || deciding.attributes.some(({ text }) => text === '-text')) continue
    const { start } = deciding.pattern
    yield {
      code: attributeCodes.papersConverted,
      start,
      end: start + deciding.pattern.text.length,
      message: {
        zh: `${folder}/ 中的文件会被改写换行；请在末尾加上 **/${folder}/** -text`,
        en: `files in ${folder}/ get other line ends; add \`**/${folder}/** -text\` at the end`,
      },
    }
  }
}

function coversFolder(pattern: string, folder: string): boolean {
  const anywhere = `**/${folder}/**`
  // A pattern with a slash in it counts from the root, where no papers lie.
  return pattern === anywhere || (folder === 'evidence' && ['evidence/**', '/evidence/**'].includes(pattern))
}
