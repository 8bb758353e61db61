// What the root's .gitattributes may say. Source: gitattributes(5).
import type { Finding } from '../finding/finding.ts'
import { attributeCodes } from './attribute-codes.ts'
import { type AttributeLine, attributeLines, ignoredLineBytes, type Word } from './attribute-lines.ts'
import { decodeBytes } from './bytes.ts'
import type { DocumentKind } from './document.ts'
import { convertingLine, keptFolders } from './kept-bytes.ts'
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
  const problems = problem === undefined ? problemsOf(attributeLines(text)) : [problem]
  const lines = lineIndex(text)
  return problems.map(one => toFinding(attributesFile, lines, one))
}

function problemsOf(lines: readonly AttributeLine[]): readonly Problem[] {
  return [...lines.flatMap(unsafeIn), ...lines.flatMap(ignoredIn), ...convertedIn(lines)]
}

/** Attributes are as long as a calendar at most. */
const limitedAs: DocumentKind = 'calendar'

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

function unsafeIn({ pattern, attributes }: AttributeLine): readonly Problem[] {
  const isMacro = /^"?\[attr\]/.test(pattern.text)
  const words = attributes.filter(({ text }) => !isAllowed(text, pattern.text))
  return [...(isMacro ? [pattern] : []), ...words].map(unsafe)
}

function isAllowed(attribute: string, pattern: string): boolean {
  return harmless.has(attribute) || (hiding.has(attribute) && unreadable.test(pattern))
}

function unsafe({ text, start }: Word): Problem {
  return {
    code: attributeCodes.unsafe,
    start,
    end: start + text.length,
    message: { zh: `不允许 ${shown(text)}`, en: `${shown(text)} is not allowed` },
  }
}

/** An attribute by a bad name is told as one that may not be set. */
function ignoredIn({ pattern, ignored }: AttributeLine): readonly Problem[] {
  if (ignored === undefined || ignored === 'bad name') return []
  const message =
    ignored === 'too long'
      ? {
          zh: `该行不少于 ${ignoredLineBytes} 字节，git 不予理会；请拆成几行`,
          en: `git ignores a line of ${ignoredLineBytes} bytes or more; make several of it`,
        }
      : {
          zh: 'git 不理会以 ! 开头的写法；请直接写出相应的路径',
          en: 'git ignores a pattern that begins with `!`; write which paths are meant',
        }
  const end = pattern.start + pattern.text.length
  return [{ code: attributeCodes.ignoredLine, start: pattern.start, end, message }]
}

function convertedIn(lines: readonly AttributeLine[]): readonly Problem[] {
  return keptFolders.flatMap(folder => {
    const line = convertingLine(lines, folder)
    if (line === undefined) return []
    const { start, text } = line.pattern
    const message = {
      zh: `${folder}/ 中的文件会被改写换行；请在末尾加上 **/${folder}/** -text`,
      en: `files in ${folder}/ may get other line ends; add \`**/${folder}/** -text\` at the end`,
    }
    return [{ code: attributeCodes.papersConverted, start, end: start + text.length, message }]
  })
}
