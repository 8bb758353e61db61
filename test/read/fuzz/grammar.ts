// Documents along YAML's grammar, with a fault here and there: where one piece ends and the next begins, mostly.
import type { Random } from './random.ts'

type Pieces = readonly [string, ...string[]]

const words: Pieces = [
  ...([
    'a',
    'b',
    'k',
    'x y',
    '值',
    'a.b',
    '443-443',
    '10.0.0.0/8',
    'fd00::/8',
    'http://x/y',
    'é',
    '甲　乙',
  ] as const),
  ...['a#b', 'a:b', 'a"b', "a'b", 'it’s', '-x', '-1', '-', '.', '+1', '(a)', 'a,b', 'a]', 'a}', '{a', '='],
  ...[
    'true',
    'False',
    'yes',
    'null',
    '~',
    '',
    '1',
    '007',
    '1.5',
    '1.50',
    '.5',
    '1e3',
    '0x1f',
    '0o7',
    '-0',
    '.nan',
  ],
  ...[
    '2026-11-23',
    '12:30',
    '@a',
    '`a',
    '%a',
    '!a',
    '*a',
    '&a',
    '|',
    '>',
    '?',
    '? a',
    '---',
    '...',
    '<<',
    'a: b',
  ],
]
const keys: Pieces = [
  ...([
    'a',
    'b',
    'c',
    'kind',
    'key-1',
    '值',
    'a b',
    '1',
    'true',
    'null',
    'x.y',
    '__proto__',
    '<<',
    '',
  ] as const),
  ...[
    '"a"',
    "'b'",
    '"a b"',
    '"a: b"',
    '""',
    '"\\x41"',
    "'it''s'",
    '[a]',
    '{a: b}',
    '? a',
    '-',
    '&x a',
    '!!str a',
    '*x',
  ],
]
const insideQuotes: Pieces = [
  'a',
  'x y',
  '',
  ' ',
  'a: b',
  '#',
  ' # c',
  '{',
  ']',
  ',',
  '值',
  '- ',
  '443-443',
  '---',
  '|',
]
const tails: Pieces = [
  '',
  '',
  '',
  '',
  ' ',
  ' # c',
  '  # "c',
  '#c',
  ' #',
  'b',
  ' b',
  ': y',
  ':',
  ',',
  ']',
  '}',
  '"',
  ' "x"',
  ' - a',
  '\t',
  ' [a]',
  'b: y',
  ' b: y',
  ' & a',
  ' !a',
  ' |',
  "'",
  '\\',
  '　',
  '值',
]
const gaps: Pieces = [' ', ' ', ' ', ' ', ' ', '  ', '   ', '', '\n', '\n  ', ' \n ', '\t', ' # c\n  ', '　']
const marks: Pieces = ['&x ', '!!str ', '! ', '!a ', '&x !!str ', '*x', '& ', '!<a> ']
const heads: Pieces = ['|', '|-', '|+', '>', '>-', '>+', '|2', '|1-', '>3', '| # c', '|x', '|-2', '>  ']
const oddLines: Pieces = [
  '',
  '',
  '  ',
  '# c',
  '   # c',
  '---',
  '...',
  '%YAML 1.2',
  '\t',
  '- ',
  ':',
  '}',
  '"',
  'x',
  '--- a',
  ' x',
  '# "',
  '{}',
  '? ',
  '<<<<<<< a',
]

interface Style {
  readonly random: Random
  /** How likely each piece is to be a wrong one. */
  readonly oddness: number
}

export function grammarDocument(random: Random): string {
  const style = { random, oddness: random.pick([0, 0.01, 0.04, 0.15]) }
  const start = isOdd(style) ? `${random.pick(oddLines)}\n` : ''
  const body = random.chance(0.9) ? map(style, 0, 3) : node(style, 0, 3)
  const end = isOdd(style) ? `\n${random.pick(oddLines)}` : ''
  const text = start + body + end
  const ended = random.chance(0.9) ? `${text}\n` : text
  return random.chance(0.005) ? ended.replaceAll('\n', '\r\n') : ended
}

function isOdd({ random, oddness }: Style): boolean {
  return random.chance(oddness)
}

function margin(style: Style, column: number): string {
  const off = isOdd(style) ? style.random.pick([-2, -1, 1, 2]) : 0
  return ' '.repeat(Math.max(0, column + off))
}

/** Lines of their own between entries. */
function between(style: Style): string {
  if (style.random.chance(0.08)) return `\n${style.random.pick(['', '# c', '  # c', '', '    # c'])}`
  return isOdd(style) ? `\n${style.random.pick(oddLines)}` : ''
}

function map(style: Style, column: number, depth: number): string {
  const { random } = style
  const count = 1 + random.below(3)
  const entries = Array.from({ length: count }, (_, index) => {
    const lead = index === 0 ? '' : `${between(style)}\n${margin(style, column)}`
    return `${lead}${keyText(style, index)}${entryValue(style, column, depth)}`
  })
  return entries.join('')
}

function keyText(style: Style, index: number): string {
  const { random } = style
  if (isOdd(style)) return random.pick(keys)
  const name = `${random.pick(['a', 'key', '值', 'x-y', 'k.l'])}${index === 0 ? '' : index}`
  return random.chance(0.1) ? quote(random, name) : name
}

function entryValue(style: Style, column: number, depth: number): string {
  const { random } = style
  const colon = isOdd(style) ? random.pick([' :', ': ', '', '::', ' : ', ':\t', '：', '\n:', '=']) : ':'
  if (depth > 0 && random.chance(0.45)) {
    const kind = random.below(3)
    const inner = column + (kind === 0 ? 0 : random.pick([2, 2, 2, 1, 4]))
    const tail = isOdd(style) ? random.pick(tails) : random.pick(['', '', '', ' ', ' # c'])
    const lead = `${colon}${tail}${between(style)}\n${margin(style, inner)}`
    return lead + (kind === 2 ? map(style, inner, depth - 1) : list(style, inner, depth - 1))
  }
  return colon + gap(style) + value(style, column, depth)
}

function list(style: Style, column: number, depth: number): string {
  const { random } = style
  const items = Array.from({ length: 1 + random.below(3) }, (_, index) => {
    const lead = index === 0 ? '' : `${between(style)}\n${margin(style, column)}`
    const dash = `-${gap(style)}`
    const inner = column + dash.length
    if (depth > 0 && random.chance(0.35)) return lead + dash + map(style, inner, depth - 1)
    if (depth > 0 && random.chance(0.1)) return lead + dash + list(style, inner, depth - 1)
    return lead + dash + value(style, column, depth)
  })
  return items.join('')
}

function node(style: Style, column: number, depth: number): string {
  return style.random.chance(0.5) ? list(style, column, depth) : value(style, column, depth)
}

function gap(style: Style): string {
  return isOdd(style) ? style.random.pick(gaps) : style.random.chance(0.05) ? '  ' : ' '
}

/** A scalar or something in brackets, with what stands behind it in its line. */
function value(style: Style, column: number, depth: number): string {
  const { random } = style
  const mark = isOdd(style) ? random.pick(marks) : ''
  if (random.chance(0.06)) return mark + block(style, column)
  const content = random.chance(0.25) ? flow(style, column, depth) : scalar(style, column)
  const tail = isOdd(style) ? random.pick(tails) : random.chance(0.06) ? ' # c' : ''
  return mark + content + tail
}

function scalar(style: Style, column: number): string {
  const { random } = style
  if (isOdd(style)) return random.pick(words) + (random.chance(0.3) ? `\n${' '.repeat(column + 2)}more` : '')
  if (random.chance(0.35)) return quote(random, random.pick(insideQuotes), isOdd(style) ? column : undefined)
  return random.pick([
    'a',
    'x y',
    '值',
    '1',
    '443-443',
    'true',
    '-1',
    '10.0.0.0/8',
    'fd00::/8',
    'a#b',
    "it's",
    '2026-11-23',
    'no',
    'a, b',
    '(a)',
  ])
}

function quote(random: Random, inner: string, column?: number): string {
  const sign = random.pick(['"', '"', "'"])
  const lines = column === undefined ? '' : `\n${' '.repeat(random.below(column + 4))}b`
  const ending = column === undefined ? '' : random.pick(['', '\\n', '\\', "''", '\\u0041', '\\\n'])
  return sign + inner + ending + lines + sign
}

function flow(style: Style, column: number, depth: number): string {
  const { random } = style
  const isMap = random.chance(0.5)
  const [open, shut] = isMap ? ['{', '}'] : ['[', ']']
  const pad = isOdd(style) ? random.pick(['\n', '  ', ' # c\n', '\n  ', ',']) : random.pick(['', ' '])
  const members = Array.from({ length: random.below(4) }, (_, index) => {
    const own = depth > 0 && random.chance(0.15) ? flow(style, column, depth - 1) : flowScalar(style)
    return isMap || isOdd(style) ? `${keyText(style, index)}:${gap(style)}${own}` : own
  })
  const comma = isOdd(style) ? random.pick([',', ' ,', ',,', ' ', '\n,', ', # c\n', ',\n', ' , ']) : ', '
  const last = isOdd(style) ? random.pick([',', 'b', ' ', '', shut, '\n']) : ''
  const end = isOdd(style) ? random.pick([']', '}', '']) : shut
  return open + pad + members.join(comma) + last + pad + end
}

function flowScalar(style: Style): string {
  const { random } = style
  const tail = isOdd(style) ? random.pick(tails) : ''
  if (isOdd(style)) return random.pick(words) + tail
  if (random.chance(0.35)) return quote(random, random.pick(insideQuotes)) + tail
  return random.pick(['a', 'x y', '值', '1', '443', 'a-b', '-1', 'fd00::/8', 'no', 'a#b', "a'b"]) + tail
}

function block(style: Style, column: number): string {
  const { random } = style
  const head = isOdd(style) ? random.pick(heads) : random.pick(['|', '|-', '|', '>', '>-'])
  const inner = column + random.pick([2, 2, 1, 4])
  const lines = Array.from({ length: 1 + random.below(3) }, () => {
    const line = random.pick(['a', 'x: y', '# c', '- a', '值', '  more', '', '"', '---', 'a '])
    if (isOdd(style)) return random.pick(['', ' ', '  ', ' '.repeat(inner), ' '.repeat(inner + 1), 'x', ' x'])
    return line === '' ? '' : margin(style, inner) + line
  })
  return `${head}\n${lines.join('\n')}`
}
