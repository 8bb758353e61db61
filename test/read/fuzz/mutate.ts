// Real manifests with a few pieces cut out, put in, doubled and moved.
import type { Random } from './random.ts'

const pieces = [
  ...([
    '',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n\n',
    '\n \n',
    ':',
    ': ',
    '-',
    '- ',
    '\n- ',
    '#',
    ' #',
    '# c\n',
    '{',
    '}',
    '[',
  ] as const),
  ...[
    ']',
    ',',
    ', ',
    '{}',
    '"',
    "'",
    '""',
    "''",
    '"x"',
    '"x"b',
    "'x'b: y",
    '|',
    '>',
    '|-\n  ',
    '>\n',
    '|2\n',
    '&a ',
  ],
  ...[
    '*a',
    '!',
    '!!str ',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '~',
    '<<',
    'null',
    'true',
    '1',
    '.5',
    '0x1',
    '1e3',
    '+1',
    '---',
  ],
  ...[
    '...',
    '\\',
    '=',
    'a',
    '值',
    '：',
    'key: v\n',
    '\t',
    '\r\n',
    '　',
    'b: y',
    '\n---\n',
    '\n...\n',
    'x'.repeat(600),
  ],
] as const

export function mutant(random: Random, texts: readonly [string, ...string[]]): string {
  let text = excerpt(random, random.pick(texts))
  for (let edits = random.below(4); edits > 0; edits -= 1) text = edited(random, text)
  return text
}

/** Up to 14 lines, mostly moved to the left margin. */
function excerpt(random: Random, text: string): string {
  const lines = text.split('\n')
  const first = random.below(lines.length)
  const chosen = lines.slice(first, first + 1 + random.below(14))
  if (random.chance(0.2)) return chosen.join('\n')
  const indents = chosen.filter(line => line.trim() !== '').map(line => line.search(/\S/))
  const least = Math.min(...indents, 99)
  return chosen.map(line => line.slice(least)).join('\n')
}

function edited(random: Random, text: string): string {
  const at = random.below(text.length + 1)
  const kind = random.below(4)
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1 + random.below(3))
  if (kind === 1) return text.slice(0, at) + text.slice(Math.max(0, at - 1 - random.below(12)))
  const end = kind === 2 ? at : at + random.below(4)
  return text.slice(0, at) + random.pick(pieces) + text.slice(end)
}

/** Pieces in a row, with no plan. */
export function soup(random: Random): string {
  return Array.from({ length: 1 + random.below(12) }, () => random.pick(pieces)).join('')
}
