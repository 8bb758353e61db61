// Second pass: from composed nodes to plain data, with every scalar and key checked where it stands.
import { isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { DataPath } from '../finding/finding.ts'
import { codes } from './codes.ts'
import { limits } from './limits.ts'
import { type Problem, shown } from './problem.ts'
import { checkCharacters, checkNormalForm } from './text.ts'
import type { Composed } from './yaml.ts'

export interface CheckedValue {
  readonly value: unknown
  readonly problems: readonly Problem[]
}

export function checkValue(text: string, document: Composed): CheckedValue {
  const root = document.contents
  if (!isMap(root)) return { value: undefined, problems: [notMap(text, root)] }
  const problems: Problem[] = []
  const value = plain(root, [], { text, problems })
  return { value, problems }
}

interface Work {
  readonly text: string
  readonly problems: Problem[]
}

function notMap(text: string, root: unknown): Problem {
  const [start, end] = rangeOf(root) ?? [0, 0]
  const colon = fullWidthColon(text)
  return {
    code: codes.notMap,
    ...(colon ?? { start, end: Math.min(end, lineEnd(text, start)) }),
    message: colon
      ? { zh: '键后为全角冒号“：”，未被识别为键', en: 'a full-width colon “：” does not make a key' }
      : { zh: '最外层不是“键: 值”的映射', en: 'the outermost level is not a map of keys and values' },
    ...(colon
      ? {
          fix: {
            message: { zh: '改为半角冒号加空格', en: 'use an ASCII colon and a space' },
            replacement: ': ',
          },
        }
      : {}),
  }
}

/** A key typed with a Chinese input method: `名称：社保系统` is one piece of text to YAML. */
function fullWidthColon(text: string): { readonly start: number; readonly end: number } | undefined {
  const match = /^\s*(?:- )?[\p{L}\p{N}_-]+\uff1a/mu.exec(text)
  if (!match) return undefined
  const end = match.index + match[0].length
  return { start: end - 1, end }
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

function plain(node: unknown, path: DataPath, work: Work): unknown {
  if (isMap(node)) return plainMap(node, path, work)
  if (isSeq(node)) return plainList(node, path, work)
  return isScalar(node) ? plainScalar(node, path, work) : undefined
}

function plainList(node: YAMLSeq, path: DataPath, work: Work): unknown[] {
  return node.items.map((item, index) => plain(item, [...path, index], work))
}

function plainMap(node: YAMLMap, path: DataPath, work: Work): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  if (node.items.length > limits.keysPerMap) {
    work.problems.push(tooManyKeys(node, path))
    return result
  }
  const seen = new Map<string, Stretch>()
  for (const { key, value } of node.items) {
    const name = keyName(key, path, work)
    if (name === undefined) continue
    const stretch = stretchOf(key)
    const first = seen.get(name)
    if (first) work.problems.push(duplicate(name, [...path, name], stretch, first))
    else seen.set(name, stretch)
    if (value === null) work.problems.push(noValue(stretch, [...path, name]))
    else result[name] = plain(value, [...path, name], work)
  }
  return result
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function stretchOf(node: unknown): Stretch {
  const [start, end] = rangeOf(node) ?? [0, 0]
  return { start, end }
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return undefined
  return node.range ? [node.range[0], node.range[1]] : undefined
}

/** Names that every JavaScript object answers to. */
const reserved: ReadonlySet<string> = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)])

function keyName(key: unknown, path: DataPath, work: Work): string | undefined {
  const stretch = stretchOf(key)
  if (!isScalar(key) || typeof key.value !== 'string' || key.value === '') {
    const message = { zh: '键应为非空文字', en: 'a key must be a text that is not empty' }
    work.problems.push({ code: codes.badKey, ...stretch, path, message })
    return undefined
  }
  const name = key.value
  if (reserved.has(name)) {
    const message = { zh: `键名“${name}”为保留名称`, en: `the key “${name}” is a reserved name` }
    work.problems.push({ code: codes.reservedKey, ...stretch, path: [...path, name], message })
    return undefined
  }
  work.problems.push(...checkString(key, name, [...path, name], work.text))
  return name
}

function duplicate(name: string, path: DataPath, stretch: Stretch, first: Stretch): Problem {
  return {
    code: codes.duplicateKey,
    ...stretch,
    path,
    message: { zh: `键“${shown(name)}”重复`, en: `the key “${shown(name)}” stands twice` },
    related: { ...first, message: { zh: '第一次出现在此处', en: 'it first stands here' } },
  }
}

function tooManyKeys(node: YAMLMap, path: DataPath): Problem {
  const { start } = stretchOf(node)
  const message = {
    zh: `映射有 ${node.items.length} 个键，超过上限 ${limits.keysPerMap}`,
    en: `the map has ${node.items.length} keys; the limit is ${limits.keysPerMap}`,
  }
  return { code: codes.tooManyKeys, start, end: start, path, message }
}

function noValue(stretch: Stretch, path: DataPath): Problem {
  const name = path.at(-1)
  const message =
    typeof name === 'string'
      ? { zh: `“${shown(name)}”没有值`, en: `“${shown(name)}” has no value` }
      : { zh: '列表项没有值', en: 'the list item has no value' }
  return { code: codes.noValue, ...stretch, path, message }
}

function plainScalar(node: Scalar, path: DataPath, work: Work): unknown {
  const { value } = node
  if (typeof value === 'string') {
    work.problems.push(...checkString(node, value, path, work.text))
  } else if (typeof value === 'number') {
    work.problems.push(...checkNumber(node, value, path))
  } else if (value === null) {
    work.problems.push(noValue(stretchOf(node), path))
  }
  return value
}

/**
 * The one rule for numbers: written back, they are what was written. That refuses octal, hexadecimal and exponent
 * forms, leading and trailing zeros, signs, and digits beyond what a double holds.
 */
function checkNumber(node: Scalar, value: number, path: DataPath): Problem[] {
  const source = node.source ?? ''
  const at = { ...stretchOf(node), path }
  const quoted = {
    message: {
      zh: '若为编号、版本或金额，请加引号',
      en: 'put it in quotes if it is an identifier, a version or money',
    },
    replacement: `"${source}"`,
  }
  if (!Number.isFinite(value)) {
    const message = { zh: `“${shown(source)}”不是有限数`, en: `“${shown(source)}” is not finite` }
    return [{ code: codes.notFinite, ...at, message }]
  }
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    const message = {
      zh: `“${shown(source)}”超出可准确表示的范围`,
      en: `“${shown(source)}” is too large to be exact`,
    }
    return [{ code: codes.numberTooLarge, ...at, message, fix: quoted }]
  }
  if (String(value) === source && !Object.is(value, -0)) return []
  const message = {
    zh: `“${shown(source)}”会被读作 ${value}`,
    en: `“${shown(source)}” would be read as ${value}`,
  }
  return [{ code: codes.numberForm, ...at, message, fix: quoted }]
}

const template = /[$%]\{[^}\n]*\}?/

function checkString(node: Scalar, value: string, path: DataPath, text: string): Problem[] {
  const stretch = stretchOf(node)
  const problems: Problem[] = []
  if (template.test(value)) problems.push({ ...templateMark(text, stretch), path })
  // The raw text was checked already; only escapes can bring such characters back.
  if (node.type !== 'QUOTE_DOUBLE' || !text.slice(stretch.start, stretch.end).includes('\\')) return problems
  const hidden = [...checkCharacters(value), ...checkNormalForm(value)].slice(0, 1)
  return [...problems, ...hidden.map(({ code, message }) => ({ code, ...stretch, path, message }))]
}

function templateMark(text: string, stretch: Stretch): Problem {
  const raw = template.exec(text.slice(stretch.start, stretch.end))
  const start = raw ? stretch.start + raw.index : stretch.start
  const end = raw ? start + raw[0].length : stretch.end
  const message = { zh: '含有 Terraform 模板标记“${”或“%{”', en: 'a Terraform template mark “${” or “%{”' }
  return { code: codes.template, start, end, message }
}
