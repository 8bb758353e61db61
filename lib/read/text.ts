// What no text of a manifest may hold, comments included: a reviewer must see exactly what the machine reads.
import type { CodeDefinition, Text } from '../finding/finding.ts'
import { codes } from './codes.ts'
import { codePoint, type Problem } from './problem.ts'

interface CharacterClass {
  readonly code: CodeDefinition
  readonly pattern: RegExp
  readonly message: (name: string) => Text
  /** What belongs there instead of one such character, where that is certain. */
  readonly instead?: (character: string) => string
}

// Radicals of U+2E80-2FDF look like the ideographs they stand for; text copied out of a PDF is full of them.
const classes: readonly CharacterClass[] = [
  {
    code: codes.tab,
    pattern: /^\t/u,
    message: () => ({ zh: '含有制表符', en: 'a tab character' }),
    instead: () => '  ',
  },
  {
    code: codes.control,
    pattern: /^\p{Cc}/u,
    message: name => ({ zh: `含有控制字符 ${name}`, en: `control character ${name}` }),
    instead: () => '',
  },
  {
    code: codes.bidi,
    pattern: /^\p{Bidi_Control}/u,
    message: name => ({
      zh: `含有改变文字显示方向的字符 ${name}`,
      en: `character ${name} changes the direction of text`,
    }),
    instead: () => '',
  },
  {
    code: codes.unreadableCharacter,
    pattern: /^[\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u,
    message: name => ({
      zh: `含有无统一含义的字符 ${name}`,
      en: `character ${name} has no meaning that all share`,
    }),
  },
  {
    code: codes.invisible,
    pattern: /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}\u2800]/u,
    message: name => ({ zh: `含有不可见字符 ${name}`, en: `invisible character ${name}` }),
    instead: () => '',
  },
  {
    code: codes.oddSpace,
    pattern: /^\p{Zs}/u,
    message: name => ({ zh: `含有特殊空格 ${name}`, en: `special space ${name}` }),
    instead: () => ' ',
  },
  {
    code: codes.radical,
    pattern: /^[\u2e80-\u2fdf]/u,
    message: name => ({
      zh: `含有部首字符 ${name}，形似汉字而编码不同`,
      en: `radical ${name} only looks like an ideograph`,
    }),
    instead: character => character.normalize('NFKC'),
  },
]

const suspicious =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u2e80-\u2fdf\ufffd]/gu

/** Characters that are refused, each run of one kind once. `\n` is the only control character allowed. */
export function checkCharacters(text: string): Problem[] {
  const problems: Problem[] = []
  for (const match of text.matchAll(suspicious)) {
    const character = match[0]
    if (character === '\n') continue
    const found = classes.find(({ pattern }) => pattern.test(character))
    if (!found) continue
    const last = problems.at(-1)
    if (last?.code === found.code && last.end === match.index) {
      problems[problems.length - 1] = extended(text, last, match.index + character.length, found)
      continue
    }
    problems.push(
      extended(
        text,
        { start: match.index, message: found.message(codePoint(character)) },
        match.index + character.length,
        found,
      ),
    )
  }
  return problems
}

function extended(
  text: string,
  run: Pick<Problem, 'start' | 'message'>,
  end: number,
  { code, instead }: CharacterClass,
): Problem {
  const problem = { code, start: run.start, end, message: run.message }
  if (!instead) return problem
  const replacement = [...text.slice(run.start, end)].map(instead).join('')
  return {
    ...problem,
    fix: {
      message:
        replacement === ''
          ? { zh: '删除', en: 'delete it' }
          : { zh: `改为“${replacement}”`, en: `write “${replacement}”` },
      replacement,
    },
  }
}

/** Stretches that are not in Unicode's normal form NFC: equal to look at, different to compare. At most one a line. */
export function checkNormalForm(text: string): Problem[] {
  if (text.normalize('NFC') === text) return []
  const problems: Problem[] = []
  let offset = 0
  // LF takes part in no composition, so that lines normalise one by one.
  for (const line of text.split('\n')) {
    const normal = line.normalize('NFC')
    if (normal !== line) problems.push(notNormal(line, normal, offset))
    offset += line.length + 1
  }
  return problems
}

function notNormal(line: string, normal: string, offset: number): Problem {
  let start = 0
  while (line[start] === normal[start]) start += 1
  let tail = 0
  const room = Math.min(line.length, normal.length) - start
  while (tail < room && line[line.length - 1 - tail] === normal[normal.length - 1 - tail]) tail += 1
  const replacement = normal.slice(start, normal.length - tail)
  return {
    code: codes.notNormal,
    start: offset + start,
    end: offset + Math.max(start + 1, line.length - tail),
    message: { zh: '文字未采用 Unicode 规范形式 NFC', en: 'the text is not in Unicode normal form NFC' },
    fix: { message: { zh: `改为“${replacement}”`, en: `write “${replacement}”` }, replacement },
  }
}

export function checkText(text: string): Problem[] {
  return [...checkCharacters(text), ...checkNormalForm(text)].sort((a, b) => a.start - b.start)
}
