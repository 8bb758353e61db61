// The library's errors in the tool's own words and codes.
import type { ErrorCode, YAMLError } from 'yaml'
import type { CodeDefinition, Text } from '../finding/finding.ts'
import { codes } from './codes.ts'
import { lineIndex } from './lines.ts'
import type { Problem } from './problem.ts'

interface SyntaxError {
  readonly code: CodeDefinition
  readonly message: Text
}

const say = (code: CodeDefinition, zh: string, en: string): SyntaxError => ({ code, message: { zh, en } })

/** What comes after a few errors mostly follows from them. */
const mostErrors = 5
/** Errors of the library that are looked at; a hostile file makes a hundred thousand. */
const mostCauses = 100

const errors: Readonly<Record<ErrorCode, SyntaxError>> = {
  ALIAS_PROPS: say(codes.alias, '不允许别名', 'aliases are not allowed'),
  BAD_ALIAS: say(codes.alias, '不允许别名', 'aliases are not allowed'),
  BAD_COLLECTION_TYPE: say(codes.tag, '不允许标签', 'tags are not allowed'),
  BAD_DIRECTIVE: say(codes.directive, '不允许指令', 'directives are not allowed'),
  BAD_DQ_ESCAPE: say(codes.escape, '双引号内的转义写法有误', 'this escape does not exist in double quotes'),
  BAD_INDENT: say(
    codes.indentation,
    '缩进有误，同一层的内容应从同一列开始',
    'wrong indentation: what belongs together starts at one column',
  ),
  BAD_PROP_ORDER: say(codes.anchor, '不允许锚点和标签', 'anchors and tags are not allowed'),
  BAD_SCALAR_START: say(
    codes.syntax,
    '文字不能以此字符开头，请加引号',
    'plain text cannot start with this character; put it in quotes',
  ),
  BLOCK_AS_IMPLICIT_KEY: say(
    codes.syntax,
    '此处不应再有键值；若冒号是文字的一部分，请加引号',
    'no second key fits here; if the colon is part of the text, put it in quotes',
  ),
  BLOCK_IN_FLOW: say(
    codes.syntax,
    '括号内不能使用逐行书写的列表或映射',
    'a list or map by lines cannot stand inside brackets',
  ),
  DUPLICATE_KEY: say(codes.duplicateKey, '键重复', 'the key stands twice'),
  IMPOSSIBLE: say(codes.syntax, '结构有误', 'wrong structure'),
  KEY_OVER_1024_CHARS: say(codes.syntax, '键超过 1024 个字符', 'the key is longer than 1024 characters'),
  MISSING_CHAR: say(
    codes.syntax,
    '缺少冒号、逗号、空格或者换行',
    'a colon, comma, space or line break is missing',
  ),
  MULTILINE_IMPLICIT_KEY: say(
    codes.syntax,
    '键应写在一行内；可能缺少冒号',
    'a key must stand on one line; perhaps a colon is missing',
  ),
  MULTIPLE_ANCHORS: say(codes.anchor, '不允许锚点', 'anchors are not allowed'),
  MULTIPLE_DOCS: say(codes.severalDocuments, '此处开始了另一个文档', 'another document starts here'),
  MULTIPLE_TAGS: say(codes.tag, '不允许标签', 'tags are not allowed'),
  NON_STRING_KEY: say(codes.badKey, '键应为非空文字', 'a key must be a text that is not empty'),
  RESOURCE_EXHAUSTION: say(codes.parserFailure, '解析器资源耗尽', 'the parser ran out of resources'),
  TAB_AS_INDENT: say(codes.tab, '不能用制表符缩进', 'tabs cannot indent'),
  TAG_RESOLVE_FAILED: say(codes.tag, '不允许标签', 'tags are not allowed'),
  UNEXPECTED_TOKEN: say(codes.syntax, '此处不应有该内容', 'this is not expected here'),
}

/**
 * The first error of each line, in reading order: the library reports what follows from an error again and again.
 * Warnings count as errors: what the library is unsure of, nobody should approve.
 */
export function syntaxProblems(text: string, found: readonly YAMLError[]): Problem[] {
  const lines = lineIndex(text)
  const seen = new Set<number>()
  const problems: Problem[] = []
  const first = found.toSorted((a, b) => a.pos[0] - b.pos[0]).slice(0, mostCauses)
  for (const error of first.map(error => atCause(text, error)).sort((a, b) => a.start - b.start)) {
    const start = Math.min(error.start, text.length)
    const { line } = lines.position(start)
    if (seen.has(line)) continue
    seen.add(line)
    const lineEnd = text.indexOf('\n', start)
    const end = Math.max(start, Math.min(error.end, lineEnd === -1 ? text.length : lineEnd))
    problems.push({ ...errors[error.code], start, end })
    if (problems.length === mostErrors) break
  }
  return problems
}

interface Cause {
  readonly code: ErrorCode
  readonly start: number
  readonly end: number
}

/**
 * Two mistakes of indentation that the library reports as something else, and elsewhere: a key too far right continues
 * the value of the line before it, and that value is reported; a list item too far left is reported as a wrong key.
 */
function atCause(text: string, { code, pos: [start, end] }: YAMLError): Cause {
  if (code === 'BAD_INDENT')
    return indentation(start + (/^ */.exec(text.slice(start, start + 1024))?.[0].length ?? 0))
  if (code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'BLOCK_AS_IMPLICIT_KEY') return { code, start, end }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const [line = '', ...following] = text.slice(lineStart, start + 2048).split('\n')
  const indicator = /^ *(?=- )/.exec(line)?.[0].length
  if (indicator !== undefined && lineStart + indicator >= start) return indentation(lineStart + indicator)
  const value = line.slice(start - lineStart)
  if (!/: +$/.test(line.slice(0, start - lineStart)) || isEntry(value)) return { code, start, end }
  let at = lineStart + line.length + 1
  for (const next of following) {
    if (isEntry(next)) return indentation(at + next.length - next.trimStart().length)
    at += next.length + 1
  }
  return { code, start, end }
}

function indentation(start: number): Cause {
  return { code: 'BAD_INDENT', start, end: start + 1 }
}

/** Whether a line, or the rest of one, would be read as a key with its value. */
function isEntry(line: string): boolean {
  return /:(?: |$)/.test(line)
}
