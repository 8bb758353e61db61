// First pass over the YAML: the token stream, before any node is composed. What can blow up (aliases, depth, size) or
// change meanings (directives, tags) is refused here, at the token that does it.
import { CST, Lexer, Parser } from 'yaml'
import type { Text } from '../finding/finding.ts'
import { codes } from './codes.ts'
import { limits } from './limits.ts'
import { type Problem, shown } from './problem.ts'

export interface Scan {
  /** Complete only when there are no problems. */
  readonly tokens: readonly CST.Token[]
  readonly problems: readonly Problem[]
}

export function scan(text: string): Scan {
  const { tokens, limit } = tokenize(text)
  if (limit) return { tokens, problems: [limit] }
  const documents = tokens.filter(token => token.type === 'document')
  const problems = [...directives(tokens), ...documents.slice(1).map(laterDocument)]
  const [document] = documents
  if (document?.type === 'document') problems.push(...checkNodes(text, document))
  return { tokens, problems: problems.sort((a, b) => a.start - b.start) }
}

/**
 * Feeds the parser piece by piece, so that limits hold before the tree of tokens takes its memory. A last line without
 * an end gets one: without it the library takes `'x''` for closed, and loses the last blanks of a block text.
 */
function tokenize(text: string): { readonly tokens: CST.Token[]; readonly limit?: Problem } {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let pieces = 0
  for (const piece of new Lexer().lex(text.endsWith('\n') ? text : `${text}\n`)) {
    pieces += 1
    const start = parser.offset
    if (pieces > limits.pieces) return { tokens, limit: tooManyPieces(start) }
    for (const token of parser.next(piece)) tokens.push(token)
    if (parser.stack.length > limits.depth && depth(parser) > limits.depth)
      return { tokens, limit: tooDeep(start) }
  }
  for (const token of parser.end()) tokens.push(token)
  return { tokens }
}

/** Collections that are open: the stack holds the document below them and perhaps a scalar above. */
function depth({ stack }: Parser): number {
  return stack.filter(CST.isCollection).length
}

function tooManyPieces(offset: number): Problem {
  const message = {
    zh: `内容项超过上限 ${limits.pieces}`,
    en: `more than ${limits.pieces} pieces`,
  }
  return { code: codes.tooManyPieces, start: offset, end: offset + 1, message }
}

function tooDeep(offset: number): Problem {
  const message = {
    zh: `嵌套超过 ${limits.depth} 层`,
    en: `nested more than ${limits.depth} levels deep`,
  }
  return { code: codes.tooDeep, start: offset, end: offset + 1, message }
}

function directives(tokens: readonly CST.Token[]): Problem[] {
  return tokens.flatMap(token => {
    if (token.type !== 'directive') return []
    return problemAt(codes.directive, token, {
      zh: `不允许指令“${shown(token.source)}”`,
      en: `the directive “${shown(token.source)}” is not allowed`,
    })
  })
}

function laterDocument(token: CST.Token): Problem {
  const message = { zh: '此处开始了另一个文档', en: 'another document starts here' }
  return { code: codes.severalDocuments, start: token.offset, end: token.offset + 3, message }
}

function problemAt(code: Problem['code'], token: { offset: number; source: string }, message: Text): Problem {
  return { code, start: token.offset, end: token.offset + token.source.length, message }
}

type Node = CST.Token | null | undefined

function checkNodes(text: string, document: CST.Document): Problem[] {
  const problems: Problem[] = []
  const open: Node[] = [document.value]
  checkMarks(document.start, problems)
  while (open.length > 0) {
    const node = open.pop()
    if (!node) continue
    if ('items' in node) {
      checkBrackets(node, problems)
      for (const { start, key, sep, value } of node.items) {
        checkMarks(start, problems)
        if (sep) checkMarks(sep, problems)
        checkMerge(key, problems)
        open.push(key, value)
      }
    } else {
      checkScalar(text, node, problems)
    }
  }
  return problems
}

function checkMarks(tokens: readonly CST.SourceToken[], problems: Problem[]): void {
  for (const token of tokens) {
    if (token.type === 'tag') {
      const message = {
        zh: `不允许标签“${shown(token.source)}”`,
        en: `the tag “${shown(token.source)}” is not allowed`,
      }
      problems.push(problemAt(codes.tag, token, message))
    } else if (token.type === 'anchor') {
      const message = {
        zh: `不允许锚点“${shown(token.source)}”`,
        en: `the anchor “${shown(token.source)}” is not allowed`,
      }
      problems.push(problemAt(codes.anchor, token, message))
    }
  }
}

function checkMerge(key: Node, problems: Problem[]): void {
  if (key?.type !== 'scalar' || key.source !== '<<') return
  const message = { zh: '不允许合并键“<<”', en: 'the merge key “<<” is not allowed' }
  problems.push(problemAt(codes.mergeKey, key, message))
}

function checkScalar(text: string, node: CST.Token, problems: Problem[]): void {
  if (node.type === 'alias') {
    const message = {
      zh: `不允许别名“${shown(node.source)}”`,
      en: `the alias “${shown(node.source)}” is not allowed`,
    }
    problems.push(problemAt(codes.alias, node, message))
    return
  }
  if (node.type === 'block-scalar') checkBlanks(text, node, problems)
  if (node.type !== 'single-quoted-scalar' && node.type !== 'double-quoted-scalar') return
  const quote = node.type === 'single-quoted-scalar' ? "'" : '"'
  if (isClosed(node.source, quote)) return
  const message = { zh: `引号 ${quote} 没有闭合`, en: `the quote ${quote} is not closed` }
  problems.push({ code: codes.unclosedQuote, start: node.offset, end: node.offset + 1, message })
}

/**
 * Where the next line is not indented enough, the library ends the text at this line's end, and takes whatever quote
 * stands there for the closing one: one that is written twice, or behind a backslash, belongs to the text.
 */
function isClosed(source: string, quote: string): boolean {
  if (source.length < 2 || !source.endsWith(quote)) return false
  const [last = ''] = (quote === '"' ? /\\*$/ : /'*$/).exec(source.slice(1, -1)) ?? []
  return last.length % 2 === 0
}

/**
 * With a number of columns, blanks beyond them are text; of those in the last lines, where nothing else stands, the
 * library loses some. With `+`, lines of blanks are line ends; of the last one, where a file ends within it, the library
 * makes one too many.
 */
function checkBlanks(text: string, { props, source }: CST.BlockScalar, problems: Problem[]): void {
  const head = props.find(token => token.type === 'block-scalar-header')
  const last = props.at(-1)
  if (head === undefined || !('source' in head) || last === undefined || !('source' in last)) return
  const blanks = blanksAfter(text, last.offset + last.source.length, source.length)
  if (!isDoubtful(head.source, blanks)) return
  const message = {
    zh: `“${shown(head.source)}”之下的文字以空格行结尾`,
    en: `the text below “${shown(head.source)}” ends in a line of blanks`,
  }
  problems.push(problemAt(codes.trailingBlanks, head, message))
}

interface Blanks {
  /** The line ends and blanks between the last sign of a text by lines and the line of the next content. */
  readonly lines: string
  /** Whether the file ends within their last line. */
  readonly isCutOff: boolean
}

function isDoubtful(head: string, { lines, isCutOff }: Blanks): boolean {
  return /\n\n* /.test(lines) && (/[0-9]/.test(head) || (isCutOff && head.includes('+')))
}

function blanksAfter(text: string, start: number, length: number): Blanks {
  const isBlank = (at: number) => text[at] === ' ' || text[at] === '\n'
  let from = Math.min(start + length, text.length)
  while (from > start && isBlank(from - 1)) from -= 1
  let to = from
  while (to < text.length && isBlank(to)) to += 1
  const blanks = text.slice(from, to)
  const isLast = to === text.length
  const whole = isLast ? blanks : blanks.slice(0, blanks.lastIndexOf('\n') + 1)
  return { lines: start === from ? `\n${whole}` : whole, isCutOff: isLast && blanks.endsWith(' ') }
}

function checkBrackets(node: Extract<CST.Token, { items: unknown }>, problems: Problem[]): void {
  if (node.type !== 'flow-collection') return
  const closing = node.start.type === 'flow-map-start' ? 'flow-map-end' : 'flow-seq-end'
  if (node.end.some(token => token.type === closing)) return
  const message = {
    zh: `括号“${node.start.source}”没有闭合`,
    en: `the bracket “${node.start.source}” is not closed`,
  }
  problems.push(problemAt(codes.unclosedBracket, node.start, message))
}
