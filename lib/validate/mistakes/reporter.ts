import type { CodeDefinition, DataPath, Finding, FindingDetails, Fix, Text } from '../../finding/finding.ts'
import { finding } from '../../finding/finding.ts'
import { printable } from '../../finding/printable.ts'
import type { SourceDocument } from '../../read/document.ts'
import { isPlainObject, type JsonSchema, valueAt } from '../json-schema.ts'
import { labelAt } from '../schema-at.ts'
import type { Mistake } from './mistake.ts'

/** What a reporter may look at to say what is wrong. */
export interface Setting {
  readonly document: SourceDocument
  /** The whole bundled schema. */
  readonly root: JsonSchema
}

/** Turns the mistakes of one keyword into findings: one file each. */
export type Reporter = (mistake: Mistake, setting: Setting) => Finding

/** At a value; of a list or a map that spans lines, at its key, which is what a person looks for. */
export function atValue(
  { document }: Setting,
  { path, data }: Mistake,
  definition: CodeDefinition,
  details: FindingDetails,
): Finding {
  const part = typeof data === 'object' && typeof path.at(-1) === 'string' ? 'key' : 'value'
  return finding(definition, document.at(path, part), details)
}

/** At the key of a map, or at its first key where it has none of its own: as an entry of a list, or the whole file. */
export function atMap(
  { document }: Setting,
  path: DataPath,
  definition: CodeDefinition,
  details: FindingDetails,
): Finding {
  if (typeof path.at(-1) === 'string')
    return finding(definition, { ...document.at(path, 'key'), path }, details)
  const map = valueAt(document.value, path)
  const first = isPlainObject(map) ? Object.keys(map)[0] : undefined
  const place = first === undefined ? document.at(path) : document.at([...path, first], 'key')
  return finding(definition, { ...place, path }, details)
}

/** A key with its Chinese name, where the schema gives one: `“purpose”（用途）`. */
export function keyName({ root }: Setting, path: DataPath): Text {
  const key = printable(String(path.at(-1) ?? ''))
  const label = labelAt(root, path)
  return { zh: label === undefined ? `“${key}”` : `“${key}”（${label}）`, en: `“${key}”` }
}

/** How a value's place is called in a sentence: by its key, in a list by the list's key. */
export function placeName(setting: Setting, path: DataPath): Text {
  const depth = path.findLastIndex(step => typeof step === 'string')
  return depth === -1 ? { zh: '此处', en: 'the value here' } : keyName(setting, path.slice(0, depth + 1))
}

const longestShown = 40

/** A value as it may be shown in a message: safe characters, and not too many of them. */
export function shown(value: unknown): string {
  const text = printable(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}

/**
 * A fix that puts a text into the place of a value or a key.
 * @param certain whether nothing else can have been meant
 */
export function replaceWith(text: string, certain: boolean): Fix {
  return {
    message: { zh: `改为“${text}”`, en: `use “${text}”` },
    replacement: scalar(text),
    ...(certain ? { certain } : {}),
  }
}

/** Texts that stay texts in YAML without quotes, also between braces: words, ids and dates. */
const plain =
  /^(?!(?:true|false|null)$)(?:[\p{L}_][\p{L}\p{N}_./〔〕（）-]*(?::[\p{L}\p{N}_./〔〕（）-]+)*|\d{4}-\d{2}-\d{2})$/iu

function scalar(text: string): string {
  return plain.test(text) ? text : JSON.stringify(text)
}

/** Words that follow a statement: the guess, when there is one. */
export function guess(meant: string | undefined): Text {
  return meant === undefined
    ? { zh: '', en: '' }
    : { zh: `；是否为“${printable(meant)}”？`, en: `; did you mean “${printable(meant)}”?` }
}
