// Where the parts of a document stand. Parsed again on demand: only what has a finding is ever asked for.
import { isCollection, isMap, isNode, isScalar, isSeq, type Pair } from 'yaml'
import type { DataPath, Location } from '../finding/finding.ts'
import { recent } from '../model/recent.ts'
import type { Versions } from '../version/index.ts'
import { type LineIndex, lineIndex } from './lines.ts'
import { scan } from './scan.ts'
import { type Composed, compose } from './yaml.ts'

interface Positions {
  readonly text: string
  readonly document: Composed
  readonly lines: LineIndex
}

/** Positions are small, and asked for again on other days and of the same bytes in another revision. */
const located = recent<Location>(4096)

/** Parsed trees are some 30 times larger than their text, and findings come file by file: a few are enough. */
const kept = recent<Positions>(16)

function positionsOf({ digest, bytes, versions }: Located): Positions {
  return kept(digest, () => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    return { text, document: inNewestForm(text, versions), lines: lineIndex(text) }
  })
}

/** As the value has it, and as whoever asks for a place of it names it; what is left of the file's own stands where it did. */
function inNewestForm(text: string, versions: Versions): Composed {
  const document = compose(text, scan(text).tokens)
  versions.upgrade(document)
  return document
}

interface Place {
  readonly path: DataPath
  readonly value: unknown
  /** The map entry that the value belongs to, where it belongs to one. */
  readonly pair?: Pair
}

interface Located {
  readonly file: string
  readonly digest: string
  readonly bytes: Uint8Array
  readonly versions: Versions
}

export function locate(source: Located, path: DataPath, part: 'key' | 'value'): Location {
  const { file, digest } = source
  return located(JSON.stringify([digest, file, part, ...path]), () =>
    locatedAnew(file, positionsOf(source), path, part),
  )
}

function locatedAnew(file: string, positions: Positions, path: DataPath, part: 'key' | 'value'): Location {
  const { text, document, lines } = positions
  const place = nearest(document, path)
  const node = part === 'key' && place.pair ? place.pair.key : place.value
  const [start, end] = tight(node, text)
  return { file, path: place.path, range: lines.range(start, end) }
}

function nearest(document: Composed, path: DataPath): Place {
  let place: Place = { path: [], value: document.contents }
  let written = place
  for (const step of path) {
    const next = child(place.value, step)
    if (!next) break
    place = { path: [...place.path, step], ...next }
    if (isWritten(place.value)) written = place
  }
  return written
}

/** A node that only the newest form has stands nowhere in an older file. */
function isWritten(node: unknown): boolean {
  return isNode(node) && node.range != null
}

function child(node: unknown, step: string | number): Omit<Place, 'path'> | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(step))
    return pair && { value: pair.value ?? pair.key, pair }
  }
  if (!isSeq(node) || typeof step !== 'number') return undefined
  const value = node.items[step]
  return value === undefined ? undefined : { value }
}

/** Start and end of a node without the line breaks and comments that the library counts to it. Other spaces are text. */
function tight(node: unknown, text: string): readonly [number, number] {
  if (!isCollection(node) && !isScalar(node)) return [0, 0]
  const start = node.range?.[0] ?? 0
  let end = endOf(node)
  while (end > start && /[ \n]/.test(text[end - 1] ?? '')) end -= 1
  return [start, end]
}

function endOf(node: unknown): number {
  if (!isCollection(node) && !isScalar(node)) return 0
  const end = node.range?.[1] ?? 0
  if (isScalar(node) || node.flow) return end
  const last = node.items.at(-1)
  if (isMap(node) && last !== undefined && typeof last === 'object' && last !== null && 'key' in last) {
    return Math.max(endOf(last.key), 'value' in last ? endOf(last.value) : 0)
  }
  return last === undefined ? end : endOf(last)
}
