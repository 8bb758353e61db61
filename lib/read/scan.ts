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
  if (document?.type === 'document') problems.push(...checkNodes(document))
  return { tokens, problems: problems.sort((a, b) => a.start - b.start) }
}

/** Feeds the parser piece by piece, so that limits hold before the tree of tokens takes its memory. */
function tokenize(text: string): { readonly tokens: CST.Token[]; readonly limit?: Problem } {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let pieces = 0
  for (const piece of new Lexer().lex(text)) {
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

function checkNodes(document: CST.Document): Problem[] {
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
      checkScalar(node, problems)
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

function checkScalar(node: CST.Token, problems: Problem[]): void {
  if (node.type === 'alias') {
    const message = {
      zh: `不允许别名“${shown(node.source)}”`,
      en: `the alias “${shown(node.source)}” is not allowed`,
    }
    problems.push(problemAt(codes.alias, node, message))
    return
  }
  if (node.type !== 'single-quoted-scalar' && node.type !== 'double-quoted-scalar') return
  const quote = node.type === 'single-quoted-scalar' ? "'" : '"'
  if (isClosed(node.source, quote)) return
  const message = { zh: `引号 ${quote} 没有闭合`, en: `the quote ${quote} is not closed` }
  problems.push({ code: codes.unclosedQuote, start: node.offset, end: node.offset + 1, message })
}

/**
 * At the end of a file without a last line end the library takes a quote for the closing one that is written twice or
 * stands behind a backslash, and so belongs to the text.
 */
function isClosed(source: string, quote: string): boolean {
  if (source.length < 2 || !source.endsWith(quote)) return false
  const [last = ''] = (quote === '"' ? /\\*$/ : /'*$/).exec(source.slice(1, -1)) ?? []
  return last.length % 2 === 0
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
