// Every manifest that is YAML at all, and of every other one what is wrong with it and where.
import { codes } from './codes.ts'
import type { Problem } from './problem.ts'
import { scan } from './scan.ts'
import { syntaxProblems } from './syntax.ts'
import { type CheckedValue, checkValue } from './value.ts'
import { compose } from './yaml.ts'

/** The value of a text in which `checkText` found nothing. Each stage only sees what the one before found clean. */
export function fullValue(text: string): CheckedValue {
  const { tokens, problems } = scan(text)
  if (problems.length > 0) return { value: undefined, problems }
  if (!tokens.some(token => token.type === 'document' && token.value))
    return { value: undefined, problems: [noContent] }
  const composed = compose(text, tokens)
  const errors = syntaxProblems(text, [...composed.errors, ...composed.warnings])
  if (errors.length > 0) return { value: undefined, problems: errors }
  return checkValue(text, composed)
}

const noContent: Problem = {
  code: codes.empty,
  start: 0,
  end: 0,
  message: { zh: '文件除注释外没有内容', en: 'the file holds nothing but comments' },
}
