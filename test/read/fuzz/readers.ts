// What two readers of ours and one of others make of a text, and where they differ.
import { isDeepStrictEqual } from 'node:util'
import { CORE_SCHEMA, EVENT_ID, FAILSAFE_SCHEMA, load, parseEvents, SCALAR_STYLE } from 'js-yaml'
import { isScalar, visit } from 'yaml'
import type { DataPath } from '../../../lib/finding/finding.ts'
import { decodeBytes } from '../../../lib/read/bytes.ts'
import { fastValue } from '../../../lib/read/fast-parser.ts'
import { fullValue } from '../../../lib/read/full-parser.ts'
import { locate } from '../../../lib/read/locate.ts'
import { scan } from '../../../lib/read/scan.ts'
import { checkText } from '../../../lib/read/text.ts'
import { compose } from '../../../lib/read/yaml.ts'
import { knownVersions } from '../../../lib/version/index.ts'

/** Which readers took a text; `difference` says what is not as it must be. */
export interface Comparison {
  readonly isFast: boolean
  readonly isFull: boolean
  readonly difference?: string
}

const neither: Comparison = { isFast: false, isFull: false }

/** `fast` may be another reader, to see what would be noticed. */
export function compare(text: string, fast: (text: string) => unknown = fastValue): Comparison {
  const bytes = Buffer.from(text)
  const { text: decoded, problem } = decodeBytes('system', bytes)
  if (problem !== undefined || decoded !== text || checkText(text).length > 0) return neither
  const quick = ofPresentForm(fast(text))
  const full = tried(() => fullValue(text, knownVersions))
  const whole = full !== undefined && full.problems.length === 0 ? { value: full.value } : undefined
  const isFast = quick !== undefined
  const difference =
    differenceOfValues(text, quick, whole) ??
    (whole === undefined ? undefined : differenceOfPlaces(text, bytes, whole.value))
  return { isFast, isFull: whole !== undefined, ...(difference === undefined ? {} : { difference }) }
}

/** What says that it has another form, the full reader is asked about, whoever can read it. */
function ofPresentForm(value: unknown): unknown {
  return knownVersions.ageOf(value) === undefined ? value : undefined
}

function tried<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

interface Whole {
  readonly value: unknown
}

function differenceOfValues(text: string, quick: unknown, whole: Whole | undefined): string | undefined {
  const other = thirdOf(text)
  if (quick !== undefined) {
    if (whole === undefined) return 'the fast reader takes what the full one refuses'
    if (!isSame(quick, whole.value))
      return `fast ${JSON.stringify(quick)}, full ${JSON.stringify(whole.value)}`
    if (other === undefined) return 'the fast reader takes what the third one refuses'
  }
  if (whole === undefined || other === undefined) return undefined
  if (isSame(texts(whole.value), texts(other.asText)) && isAlike(whole.value, other.asValue)) return undefined
  return `full ${JSON.stringify(whole.value)}, third ${JSON.stringify(other)}`
}

/** In order, too: what is written from a value keeps the order of its keys. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other) && JSON.stringify(one) === JSON.stringify(other)
}

interface Third {
  /** With every scalar as the text that it is. */
  readonly asText: unknown
  /** Undefined where keys that are two texts are one number, as 1.0 and 1: our keys are always text. */
  readonly asValue: unknown
}

function thirdOf(text: string): Third | undefined {
  return tried(() => ({
    asText: load(text, { schema: FAILSAFE_SCHEMA }),
    asValue: tried(() => load(text, { schema: CORE_SCHEMA })),
  }))
}

/** Every scalar as text; numbers are written as they were read, booleans in one of three ways. */
function texts(value: unknown): unknown {
  return mapped(value, leaf =>
    /^(?:true|false)$/i.test(String(leaf)) ? String(leaf).toLowerCase() : String(leaf),
  )
}

function mapped(value: unknown, leaf: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(item => mapped(item, leaf))
  if (typeof value !== 'object' || value === null) return leaf(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, leaf)]))
}

/** Equal types wherever the third reader has the same keys. */
function isAlike(one: unknown, other: unknown): boolean {
  if (other === undefined) return true
  if (typeof one !== 'object' || one === null) return one === other
  if (typeof other !== 'object' || other === null) return false
  const theirs = new Map(Object.entries(other))
  return Object.entries(one).every(([key, value]) => isAlike(value, theirs.get(key)))
}

/** Every part stands where `locate` says; and every scalar where the third reader says as well. */
function differenceOfPlaces(text: string, bytes: Uint8Array, value: unknown): string | undefined {
  for (const { path, part, source } of partsOf(value)) {
    const place = locate({ file: 'f', digest: text, bytes, versions: knownVersions }, path, part)
    const found = textOf(text, place.range)
    if (!isDeepStrictEqual(place.path, path)) return `no place for ${path.join('.')}`
    if (source === undefined || /^[|>]/.test(found)) continue
    const again = /^["']/.test(found) ? tried(() => load(found, { schema: FAILSAFE_SCHEMA })) : found
    if (!found.includes('\n') && again !== source)
      return `${part} ${path.join('.')} stands at ${JSON.stringify(found)}`
  }
  return differenceOfRanges(text)
}

function textOf(
  text: string,
  { start, end }: { start: { line: number; column: number }; end: { line: number; column: number } },
): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const offset = ({ line, column }: { line: number; column: number }) => (starts[line - 1] ?? 0) + column - 1
  return text.slice(offset(start), offset(end))
}

interface Part {
  readonly path: DataPath
  readonly part: 'key' | 'value'
  /** As text; absent of a list or map. */
  readonly source?: string
}

function* partsOf(value: unknown, path: DataPath = []): Generator<Part> {
  if (typeof value !== 'object' || value === null) {
    // True and TRUE are the same value as true.
    yield { path, part: 'value', ...(typeof value === 'boolean' ? {} : { source: String(value) }) }
    return
  }
  yield { path, part: 'value' }
  for (const [name, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(name) : name
    if (!Array.isArray(value)) yield { path: [...path, step], part: 'key', source: name }
    yield* partsOf(inner, [...path, step])
  }
}

/** Start and end of each scalar that is no block text, in order. */
function differenceOfRanges(text: string): string | undefined {
  const ours: number[] = []
  visit(compose(text, scan(text).tokens), (_, node) => {
    if (isScalar(node) && node.range && !node.type?.startsWith('BLOCK_'))
      ours.push(node.range[0], node.range[1])
  })
  const theirs = tried(() => rangesOfThird(text))
  if (theirs === undefined || isDeepStrictEqual(ours, theirs)) return undefined
  return `scalars stand at ${ours}, third ${theirs}`
}

function rangesOfThird(text: string): number[] {
  return parseEvents(text, { filename: '' }).flatMap(event => {
    if (event.type !== EVENT_ID.SCALAR) return []
    const { style, valueStart, valueEnd } = event
    if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) return []
    return style === SCALAR_STYLE.PLAIN ? [valueStart, valueEnd] : [valueStart - 1, valueEnd + 1]
  })
}
