// Every manifest that is YAML at all, and of every other one what is wrong with it and where.
import { isNode } from 'yaml'
import type { Versions } from '../version/index.ts'
import { codes } from './codes.ts'
import { type Problem, shown } from './problem.ts'
import { scan } from './scan.ts'
import { syntaxProblems } from './syntax.ts'
import { type CheckedValue, checkValue } from './value.ts'
import { type Composed, compose } from './yaml.ts'

/**
 * The value of a text in which `checkText` found nothing, in the words of the newest form. Each stage only sees what the one
 * before found clean.
 */
export function fullValue(text: string, versions: Versions): CheckedValue {
  const { tokens, problems } = scan(text)
  if (problems.length > 0) return { value: undefined, problems }
  if (!tokens.some(token => token.type === 'document' && token.value))
    return { value: undefined, problems: [noContent] }
  const composed = compose(text, tokens)
  const errors = syntaxProblems(text, [...composed.errors, ...composed.warnings])
  if (errors.length > 0) return { value: undefined, problems: errors }
  const checked = checkValue(text, composed)
  return checked.problems.length > 0 ? checked : inNewestForm(checked, composed, versions)
}

function inNewestForm(checked: CheckedValue, composed: Composed, versions: Versions): CheckedValue {
  const age = versions.ageOf(checked.value)
  if (age === undefined) return checked
  if (age === 'newer') return { value: undefined, problems: [tooNew(composed, versions)] }
  versions.upgrade(composed)
  return { value: composed.toJS(), problems: [] }
}

function tooNew(composed: Composed, { newest }: Versions): Problem {
  const version = composed.get('apiVersion', true)
  const [start = 0, end = 0] = (isNode(version) && version.range) || []
  const said = isNode(version) ? shown(String(version)) : ''
  return {
    code: codes.newerVersion,
    start,
    end,
    path: ['apiVersion'],
    message: {
      zh: `文件采用“${said}”格式，本程序最高支持“${newest}”`,
      en: `the file has the form “${said}”; the newest that this program knows is “${newest}”`,
    },
  }
}

const noContent: Problem = {
  code: codes.empty,
  start: 0,
  end: 0,
  message: { zh: '文件除注释外没有内容', en: 'the file holds nothing but comments' },
}
