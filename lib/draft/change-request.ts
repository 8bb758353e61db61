// A manifest that asks for something else than before: what is asked for, and the request at the end of its history.
import { isDeepStrictEqual } from 'node:util'
import { isCollection, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { ManifestChange } from '../drift/adoption/index.ts'
import { breakIn, columnOf, insert, lineEnd } from '../edit/insertion.ts'
import { inline } from './yaml.ts'

/** The manifest is written in a way that nothing can be put in without changing something else. */
export class NotAsked extends Error {}

/** A request as it is written: `lines` two columns in, of which `value` is what they say. */
export interface WrittenRequest {
  readonly lines: readonly string[]
  readonly value: Readonly<Record<string, unknown>>
}

/**
 * The text of a manifest that asks for changes; everything else stays to the byte. The library finds the places and text
 * goes in there: writing the whole document anew would fold long lines and move comments.
 *
 * @throws NotAsked
 */
export function withRequest(
  text: string,
  changes: readonly ManifestChange[],
  request: WrittenRequest,
): string {
  const asked = changes.reduce(withChange, text)
  const edited = withEvent(asked, request)
  requireAsked(text, edited, changes, request)
  return edited
}

/** An alias would be a second place of what is changed; no checked manifest has one. */
const plain = { maxAliasCount: 0 } as const

/** Text edits that went wrong must never reach a commit: nothing but what is asked for may be another than before. */
function requireAsked(
  before: string,
  after: string,
  changes: readonly ManifestChange[],
  request: WrittenRequest,
): void {
  const [wanted, edited] = [parseDocument(before), parseDocument(after)]
  const isSound = wanted.errors.length === 0 && edited.errors.length === 0
  if (isSound) {
    for (const change of changes)
      if (change.kind === 'quantity') wanted.setIn(quantityPath(change), change.after)
      else append(wanted, rulesPath(change), change.rule)
    append(wanted, ['history'], request.value)
  }
  if (!isSound || !isDeepStrictEqual(wanted.toJS(plain), edited.toJS(plain)))
    throw new NotAsked('the request could not be entered')
}

function append(document: ReturnType<typeof parseDocument>, path: readonly string[], value: unknown): void {
  if (document.hasIn(path)) document.addIn(path, document.createNode(value))
  else document.setIn(path, document.createNode([value]))
}

function quantityPath({ zone, line }: Extract<ManifestChange, { kind: 'quantity' }>) {
  return ['zones', zone, 'services', line, 'quantity']
}

type Opening = Exclude<ManifestChange, { kind: 'quantity' }>

function partPath({ zone, tier }: Opening): readonly string[] {
  return ['zones', zone, ...(tier === undefined ? [] : ['tiers', tier])]
}

function rulesPath(change: Opening): readonly string[] {
  return [...partPath(change), change.kind]
}

function withChange(text: string, change: ManifestChange): string {
  return change.kind === 'quantity' ? withQuantity(text, change) : withRule(text, change)
}

function withQuantity(text: string, change: Extract<ManifestChange, { kind: 'quantity' }>): string {
  const old = parseDocument(text).getIn(quantityPath(change), true)
  if (!isScalar(old) || old.value !== change.before || !old.range) throw new NotAsked('no such line')
  const [start, end] = old.range
  return text.slice(0, start) + change.after + text.slice(end)
}

function withRule(text: string, change: Opening): string {
  const document = parseDocument(text)
  const item = `- ${inline(change.rule)}`
  const rules = document.getIn(rulesPath(change), true)
  if (rules !== undefined) return withItem(text, rules, [item])
  const part = document.getIn(partPath(change), true)
  if (!isMap(part) || !part.range) throw new NotAsked('no such part')
  const [start] = part.range
  if (part.flow === true) return insert(text, start + 1, ` ${change.kind}: [${inline(change.rule)}],`)
  const column = columnOf(text, start)
  // Beside what it is asked for with, and not behind the tiers.
  const services = part.items.find(({ key }) => isScalar(key) && key.value === 'services')
  const anchor = services ?? part.items.at(-1)
  return afterNode(text, anchor, column, [`${change.kind}:`, `  ${item}`])
}

function withEvent(text: string, { lines, value }: WrittenRequest): string {
  const history = parseDocument(text).getIn(['history'], true)
  if (isSeq(history) && history.flow === true) return withItem(text, history, [`- ${inline(value)}`])
  return withItem(
    text,
    history,
    lines.map(line => line.slice(2)),
  )
}

/** @param lines of a block; of an inline list, the first alone */
function withItem(text: string, list: unknown, lines: readonly string[]): string {
  if (!isSeq(list) || !list.range || list.items.length === 0) throw new NotAsked('no such list')
  const [start] = list.range
  const last = list.items.at(-1)
  if (list.flow === true) return insert(text, endOf(last), `, ${lines[0]?.slice(2)}`)
  return afterNode(text, last, columnOf(text, start), lines)
}

/** New lines behind a node, and behind the comments that stand below it further in. */
function afterNode(text: string, node: unknown, column: number, lines: readonly string[]): string {
  const newline = breakIn(text)
  const at = behindComments(text, lineEnd(text, endOf(node)), column)
  return insert(text, at, lines.map(line => `${newline}${' '.repeat(column)}${line}`).join(''))
}

function behindComments(text: string, at: number, column: number): number {
  const [comment] = /^\r?\n([ ]*)#[^\n]*/.exec(text.slice(at)) ?? []
  const indent = /^\r?\n([ ]*)/.exec(comment ?? '')?.[1]?.length ?? 0
  return comment === undefined || indent <= column
    ? at
    : behindComments(text, lineEnd(text, at + comment.length), column)
}

/** Where the last value in a node ends: the end of a block itself lies behind its comments. */
function endOf(node: unknown): number {
  if (isPair(node)) return endOf(isNode(node.value) ? node.value : node.key)
  if (isCollection(node) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1))
  const end = isNode(node) ? node.range?.[1] : undefined
  if (end === undefined) throw new NotAsked('a part has no value')
  return end
}
