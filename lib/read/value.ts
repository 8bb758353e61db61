// Second pass: from composed nodes to plain data, with every scalar and key checked where it stands.
import { isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { DataPath } from '../finding/finding.ts'
import { codes } from './codes.ts'
import { limits } from './limits.ts'
import { type Problem, shown } from './problem.ts'
import { reserved } from './reserved.ts'
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
  const value = plain(root, undefined, { text, problems })
  return { value, problems }
}

interface Work {
  readonly text: string
  readonly problems: Problem[]
}

function notMap(text: string, root: unknown): Problem {
  const [start, end] = rangeOf(root) ?? [0, 0]
  return {
    code: codes.notMap,
    start,
    end: Math.min(end, lineEnd(text, start)),
    message: { zh: '最外层不是键值映射', en: 'the outermost level is not a map of keys and values' },
  }
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

/** A path from its end, so that nothing is copied on the way down; `undefined` is the root. */
type Trail = { readonly parent: Trail; readonly step: string | number } | undefined

function pathOf(trail: Trail): DataPath {
  const path: (string | number)[] = []
  for (let at = trail; at; at = at.parent) path.push(at.step)
  return path.reverse()
}

function plain(node: unknown, trail: Trail, work: Work): unknown {
  if (isMap(node)) return plainMap(node, trail, work)
  if (isSeq(node)) return plainList(node, trail, work)
  return isScalar(node) ? plainScalar(node, trail, work) : undefined
}

function plainList(node: YAMLSeq, trail: Trail, work: Work): unknown[] {
  return node.items.map((item, step) => plain(item, { parent: trail, step }, work))
}

function plainMap(node: YAMLMap, trail: Trail, work: Work): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  if (node.items.length > limits.keysPerMap) {
    work.problems.push(tooManyKeys(node, pathOf(trail)))
    return result
  }
  const seen = new Map<string, unknown>()
  for (const { key, value } of node.items) {
    const step = keyName(key, trail, work)
    if (step === undefined) continue
    const here = { parent: trail, step }
    if (seen.has(step)) work.problems.push(duplicate(here, key, seen.get(step)))
    else seen.set(step, key)
    // `key:` with nothing after it: the node of the value is there, but has no text to point at.
    if (value === null || (isScalar(value) && value.value === null && value.source === ''))
      work.problems.push(noValue(stretchOf(key), here))
    else result[step] = plain(value, here, work)
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

function keyName(key: unknown, parent: Trail, work: Work): string | undefined {
  if (!isScalar(key) || typeof key.value !== 'string' || key.value === '') {
    const message = { zh: '键应为非空文字', en: 'a key must be a text that is not empty' }
    work.problems.push({ code: codes.badKey, ...stretchOf(key), path: pathOf(parent), message })
    return undefined
  }
  const name = key.value
  if (reserved.has(name)) {
    const message = { zh: `键名“${name}”为保留名称`, en: `the key “${name}” is a reserved name` }
    const path = pathOf({ parent, step: name })
    work.problems.push({ code: codes.reservedKey, ...stretchOf(key), path, message })
    return undefined
  }
  checkString(key, name, { parent, step: name }, work)
  return name
}

function duplicate(trail: Exclude<Trail, undefined>, key: unknown, first: unknown): Problem {
  const name = shown(String(trail.step))
  return {
    code: codes.duplicateKey,
    ...stretchOf(key),
    path: pathOf(trail),
    message: { zh: `键“${name}”重复`, en: `the key “${name}” stands twice` },
    related: { ...stretchOf(first), message: { zh: '第一次出现在此处', en: 'it first stands here' } },
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

function noValue(stretch: Stretch, trail: Trail): Problem {
  const step = trail?.step
  const message =
    typeof step === 'string'
      ? { zh: `“${shown(step)}”没有值`, en: `“${shown(step)}” has no value` }
      : { zh: '列表项没有值', en: 'the list item has no value' }
  return { code: codes.noValue, ...stretch, path: pathOf(trail), message }
}

function plainScalar(node: Scalar, trail: Trail, work: Work): unknown {
  const { value } = node
  if (typeof value === 'string') checkString(node, value, trail, work)
  else if (typeof value === 'number') checkNumber(node, value, trail, work)
  else if (value === null) work.problems.push(noValue(stretchOf(node), trail))
  return value
}

/**
 * The one rule for numbers: written back, they are what was written. That refuses octal, hexadecimal and exponent
 * forms, leading and trailing zeros, signs, and digits beyond what a double holds.
 */
function checkNumber(node: Scalar, value: number, trail: Trail, work: Work): void {
  const source = node.source ?? ''
  const isExact = Math.abs(value) <= Number.MAX_SAFE_INTEGER
  if (isExact && String(value) === source && !Object.is(value, -0)) return
  const at = { ...stretchOf(node), path: pathOf(trail) }
  work.problems.push(numberProblem(shown(source), value, at))
}

function numberProblem(source: string, value: number, at: Stretch & { readonly path: DataPath }): Problem {
  if (!Number.isFinite(value)) {
    const message = { zh: `“${source}”不是有限数`, en: `“${source}” is not finite` }
    return { code: codes.notFinite, ...at, message }
  }
  const fix = {
    message: {
      zh: '若为编号、版本或金额，请加引号',
      en: 'put it in quotes if it is an identifier, a version or money',
    },
    replacement: `"${source}"`,
  }
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    const message = { zh: `“${source}”超出可准确表示的范围`, en: `“${source}” is too large to be exact` }
    return { code: codes.numberTooLarge, ...at, message, fix }
  }
  const message = { zh: `“${source}”会被读作 ${value}`, en: `“${source}” would be read as ${value}` }
  return { code: codes.numberForm, ...at, message, fix }
}

const template = /[$%]\{[^}\n]*\}?/

function checkString(node: Scalar, value: string, trail: Trail, { text, problems }: Work): void {
  const hasTemplate = template.test(value)
  if (hasTemplate) problems.push({ ...templateMark(text, stretchOf(node)), path: pathOf(trail) })
  // The raw text was checked already; only escapes can bring such characters back.
  if (node.type !== 'QUOTE_DOUBLE') return
  const stretch = stretchOf(node)
  const raw = text.slice(stretch.start, stretch.end)
  if (!raw.includes('\\')) return
  const broken = hasTemplate ? null : escapedBreak.exec(raw)
  if (broken !== null)
    problems.push({ ...brokenAt(stretch.start + broken[0].length - 2), path: pathOf(trail) })
  const [hidden] = [...checkCharacters(value), ...checkNormalForm(value)]
  if (hidden) problems.push({ code: hidden.code, ...stretch, path: pathOf(trail), message: hidden.message })
}

/** YAML takes the break away and keeps the empty lines after it; readers disagree over how many blanks are left. */
const escapedBreak = /^[^\\]*(?:\\[^\n][^\\]*)*\\\n/

function brokenAt(start: number): Problem {
  const message = {
    zh: '行末的反斜线使文字跨行',
    en: 'a backslash at the end of a line joins it to the next',
  }
  return { code: codes.joinedLines, start, end: start + 1, message }
}

function templateMark(text: string, stretch: Stretch): Problem {
  const raw = template.exec(text.slice(stretch.start, stretch.end))
  const start = raw ? stretch.start + raw.index : stretch.start
  const end = raw ? start + raw[0].length : stretch.end
  const message = { zh: '含有 Terraform 模板标记“${”或“%{”', en: 'a Terraform template mark “${” or “%{”' }
  return { code: codes.template, start, end, message }
}
