import type { CodeDefinition, Text } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import { codePoint, type Problem, shown } from '../problem.ts'
import { neededSlips } from './needed.ts'
import { slipsIn } from './scan.ts'
import { beforeEdits, type Edit, edited, editsOf } from './slip.ts'

/**
 * The problems of a text, where it was typed with signs of the wrong width: first these, and then what would still be
 * wrong without them. Unchanged where the width makes no difference.
 * @param parse what is wrong with a text
 */
export function withSlips(
  text: string,
  problems: readonly Problem[],
  parse: (text: string) => readonly Problem[],
): readonly Problem[] {
  const slips = slipsIn(text)
  if (slips.length === 0) return problems
  const judge = (trial: string) => {
    const left = parse(trial).length
    return { stage: left === 0 ? 1 : 0, problems: left }
  }
  const edits = editsOf(neededSlips(text, slips, judge))
  if (edits.length === 0) return problems
  const left = parse(edited(text, edits)).map(problem => moved(problem, edits))
  return [...edits.map(edit => slipProblem(text, edit)), ...left]
}

function moved(problem: Problem, edits: readonly Edit[]): Problem {
  const { related } = problem
  const back = (offset: number): number => beforeEdits(offset, edits)
  return {
    ...problem,
    start: back(problem.start),
    end: back(problem.end),
    ...(related === undefined
      ? {}
      : { related: { ...related, start: back(related.start), end: back(related.end) } }),
  }
}

export function slipProblem(text: string, edit: Edit): Problem {
  const { start, end, replacement } = edit
  const source = text.slice(start, end)
  const { code, message } = words[edit.kind](source, replacement)
  return { code, start, end, message, fix: { message: instead(replacement), replacement, certain: true } }
}

interface Words {
  readonly code: CodeDefinition
  readonly message: Text
}

const words: Readonly<Record<Edit['kind'], (source: string, replacement: string) => Words>> = {
  sign: (source, replacement) => {
    const meant = replacement.trim()
    const named = `“${shown(source)}”（${codePoint(source)}）`
    const message =
      meant === ''
        ? {
            zh: `此处不能用全角空格 ${codePoint(source)}`,
            en: `a full-width blank ${codePoint(source)} cannot stand here`,
          }
        : {
            zh: `此处应为半角“${meant}”，而不是全角${named}`,
            en: `here belongs “${meant}”, not the full-width “${shown(source)}” (${codePoint(source)})`,
          }
    return { code: codes.fullWidth, message }
  },
  blank: () => ({
    code: codes.syntax,
    message: { zh: '冒号后缺少空格', en: 'a blank is missing after the colon' },
  }),
  quotes: source => ({
    code: codes.bareBrackets,
    message: {
      zh: `“${shown(source)}”含有括号，写在括号内时须加引号`,
      en: `“${shown(source)}” holds brackets; within brackets it must be quoted`,
    },
  }),
}

function instead(replacement: string): Text {
  if (replacement === '') return { zh: '删除', en: 'delete it' }
  if (replacement.trim() === '') return { zh: '改为普通空格', en: 'use the ordinary blank' }
  return { zh: `改为“${shown(replacement)}”`, en: `write “${shown(replacement)}”` }
}
