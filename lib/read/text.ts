// What no text of a manifest may hold, comments included: a reviewer must see exactly what the machine reads.
import type { CodeDefinition, Text } from '../finding/finding.ts'
import { codes } from './codes.ts'
import { codePoint, type Problem, shown } from './problem.ts'

interface CharacterClass {
  readonly code: CodeDefinition
  readonly pattern: RegExp
  readonly message: (name: string) => Text
  /** What belongs there instead of one such character. */
  readonly instead?: (character: string) => string
  /** Whether nobody can have meant something else, and no reviewer need know that it stood there. */
  readonly certain?: true
}

/**
 * The forms in use where Unicode gives none, or gives the traditional one: after each radical its ideograph.
 * @see https://www.unicode.org/Public/UCD/latest/ucd/EquivalentUnifiedIdeograph.txt
 */
const ideographs: ReadonlyMap<string, string> = new Map(
  '\u2ea0民\u2ec1虎\u2ec4西\u2ec5见\u2ec6角\u2ec9贝\u2ecb车\u2ed3长\u2ed4门\u2ed8青\u2ed9韦\u2eda页\u2edb风\u2edc飞\u2edd食\u2ee2马\u2ee3骨\u2ee4鬼\u2ee5鱼\u2ee6鸟\u2ee8麦\u2ee9黄\u2eec齐\u2eee齿\u2ef0龙\u2f3e户\u2fad青\u2fc8黄'
    .match(/../g)
    ?.map(pair => [pair.charAt(0), pair.charAt(1)]),
)

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
    certain: true,
  },
  {
    code: codes.radical,
    pattern: /^[\u2e80-\u2fdf]/u,
    message: name => ({
      zh: `含有部首字符 ${name}，形似汉字而编码不同`,
      en: `radical ${name} only looks like an ideograph`,
    }),
    instead: character => ideographs.get(character) ?? character.normalize('NFKC'),
    certain: true,
  },
]

const suspicious =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u2e80-\u2fdf\ufffd]/gu

/** Characters that are refused, each run of one kind once. `\n` is the only control character allowed. */
export function checkCharacters(text: string): Problem[] {
  const problems: Problem[] = []
  let run: Run | undefined
  for (const { 0: character, index } of text.matchAll(suspicious)) {
    if (character === '\n') continue
    const kind = classes.find(({ pattern }) => pattern.test(character))
    if (!kind) continue
    if (run?.kind === kind && run.end === index) {
      run.end += character.length
      continue
    }
    if (run) problems.push(runProblem(text, run))
    run = { kind, start: index, end: index + character.length }
  }
  if (run) problems.push(runProblem(text, run))
  return problems
}

/** Characters of one kind that stand side by side. */
interface Run {
  readonly kind: CharacterClass
  readonly start: number
  end: number
}

function runProblem(text: string, { kind, start, end }: Run): Problem {
  const { code, message, instead, certain } = kind
  const characters = [...text.slice(start, end)]
  const problem = { code, start, end, message: message(codePoint(characters[0] ?? '')) }
  if (!instead) return problem
  const replacements = characters.map(instead)
  if (replacements.some((replacement, index) => replacement === characters[index])) return problem
  const replacement = replacements.join('')
  const fix =
    replacement === ''
      ? { zh: '删除', en: 'delete it' }
      : { zh: `改为“${shown(replacement)}”`, en: `write “${shown(replacement)}”` }
  return { ...problem, fix: { message: fix, replacement, ...(certain === undefined ? {} : { certain }) } }
}

/**
 * Normalising sorts the marks of one letter, in quadratic time. Unicode's own limit for streams is 30.
 * @see https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
const piledMarks = /\p{M}{31,}/u

function tooManyMarks(start: number, length: number): Problem {
  const message = { zh: '一个字符上叠加的符号过多', en: 'too many marks on one character' }
  return { code: codes.piledMarks, start, end: start + length, message }
}

/** Stretches that are not in Unicode's normal form NFC: equal to look at, different to compare. At most one a line. */
export function checkNormalForm(text: string): Problem[] {
  const piled = piledMarks.exec(text)
  if (piled) return [tooManyMarks(piled.index, piled[0].length)]
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
    fix: {
      message: { zh: `改为“${shown(replacement)}”`, en: `write “${shown(replacement)}”` },
      replacement,
      certain: true,
    },
  }
}

/** What git leaves in a file when two changes meet. */
function checkConflicts(text: string): Problem[] {
  const message = { zh: '存在未处理的合并冲突', en: 'a merge conflict is not resolved' }
  return [...text.matchAll(/^<{7} .*$/gm)].map(({ index, 0: marker }) => {
    return { code: codes.conflict, start: index, end: index + marker.length, message }
  })
}

/**
 * Texts of these characters alone are clean: ASCII, the ideographs in use, and their punctuation. None of them is hidden,
 * none joins with another in normal form C. Nearly all manifests are such texts, and looking no further saves most of
 * the time.
 */
export const ordinary =
  /^[\n\x20-\x7e\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u3003\u3007-\u3011\u3014-\u3017\u4e00-\u9fff\uff01-\uff5e]*$/

export function checkText(text: string): Problem[] {
  if (ordinary.test(text) && !text.includes('<<<<<<<')) return []
  const problems = [...checkCharacters(text), ...checkNormalForm(text), ...checkConflicts(text)]
  return problems.sort((a, b) => a.start - b.start)
}
