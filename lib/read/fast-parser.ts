// Plain manifests in a twentieth of the time. What this reader takes is a part of YAML on which no two readers differ;
// whatever lies outside of it, right or wrong, is left to the full one, which also says what is wrong and where.
import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import { limits } from './limits.ts'
import { reserved } from './reserved.ts'
import { shared } from './shared-strings.ts'

/** No text has more pieces than twice its characters, so that the limit of pieces holds for a shorter one. */
const longestText = limits.pieces / 2

/** Marks of Terraform's templates and of documents, a comment that touches what it follows, a stretch of blanks. */
const unusual = /[$%]\{|^(?:---|\.\.\.)|["'\]}]#| {500}/m
/** YAML's own limit, 1,024 characters up to the colon, is not everybody's. */
const longestKey = 500

/**
 * The value of a text in which `checkText` found nothing: maps, lists, texts, exact numbers and booleans. Undefined
 * where only the full parser can tell.
 */
export function fastValue(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.length > longestText || unusual.test(text)) return undefined
  try {
    // The library counts the document and a scalar too; the reading counts collections, as the limit does.
    return new Reading(text, parseEvents(text, { filename: '', maxDepth: limits.depth + 2 })).document()
  } catch {
    // The library throws at what is wrong, and a reading at what is unusual.
    return undefined
  }
}

class Unusual extends Error {}

/** Lines of blanks and numbers of columns, about which readers of block texts have different opinions. */
const unusualWithBlocks = /^ +$|[|>][+-]?[1-9]/m
const blockStyles: ReadonlySet<number> = new Set([SCALAR_STYLE.LITERAL_BLOCK, SCALAR_STYLE.FOLDED_BLOCK])

const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map(word => [word, true] as const),
  ...['false', 'False', 'FALSE'].map(word => [word, false] as const),
])
/** Whatever YAML's core schema takes for a number. */
const numberLike =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const mayBeNumber = /^[-+.0-9]/
const isNothing = /^(?:~|null|Null|NULL|)$/
/** How a text may begin without quotes here: few of the signs that YAML has a use for. */
const plainStart = /^(?:[A-Za-z0-9_./(+]|-[^ ]|[^\0-\x7f])/

function isUnusualKey(key: string): boolean {
  return key === '' || key === '<<' || key.length > longestKey || reserved.has(key)
}

/** One pass over the library's events; throws at the first that is not plain. */
class Reading {
  readonly #text: string
  readonly #events: readonly Event[]
  readonly #brackets: Brackets
  #at = 0
  #depth = 0

  constructor(text: string, events: readonly Event[]) {
    this.#text = text
    this.#events = events
    this.#brackets = new Brackets(text)
  }

  document(): Readonly<Record<string, unknown>> {
    const start = this.#next()
    const isBare = start.type === EVENT_ID.DOCUMENT && !start.explicitStart && start.directives.length === 0
    const root = this.#next()
    if (!isBare || root.type !== EVENT_ID.MAPPING) throw new Unusual()
    const value = this.#map(root)
    if (this.#next().type !== EVENT_ID.POP || this.#at !== this.#events.length) throw new Unusual()
    return value
  }

  #next(): Event {
    const event = this.#events[this.#at]
    if (event === undefined) throw new Unusual()
    this.#at += 1
    return event
  }

  #value(event: Event): unknown {
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event)
    if (event.type === EVENT_ID.MAPPING) return this.#map(event)
    if (event.type === EVENT_ID.SEQUENCE) return this.#list(event)
    throw new Unusual()
  }

  #map(start: MappingEvent): Record<string, unknown> {
    this.#open(start)
    const map: Record<string, unknown> = {}
    let keys = 0
    for (let event = this.#next(); event.type !== EVENT_ID.POP; event = this.#next()) {
      if (event.type !== EVENT_ID.SCALAR) throw new Unusual()
      const key = this.#source(event)
      keys += 1
      if (keys > limits.keysPerMap || isUnusualKey(key) || Object.hasOwn(map, key)) throw new Unusual()
      map[key] = this.#value(this.#next())
    }
    this.#shut(start, '}')
    return map
  }

  #list(start: SequenceEvent): unknown[] {
    this.#open(start)
    const list: unknown[] = []
    for (let event = this.#next(); event.type !== EVENT_ID.POP; event = this.#next())
      list.push(this.#value(event))
    this.#shut(start, ']')
    return list
  }

  #open(start: MappingEvent | SequenceEvent): void {
    this.#depth += 1
    if (this.#depth > limits.depth || start.anchorStart !== -1 || start.tagStart !== -1) throw new Unusual()
    if (start.style === COLLECTION_STYLE.FLOW) this.#brackets.open(start.start)
  }

  #shut(start: MappingEvent | SequenceEvent, bracket: string): void {
    this.#depth -= 1
    if (start.style === COLLECTION_STYLE.FLOW) this.#brackets.shut(bracket)
  }

  #scalar(event: ScalarEvent): unknown {
    const source = this.#source(event)
    if (event.style !== SCALAR_STYLE.PLAIN) return source
    if (mayBeNumber.test(source) && numberLike.test(source)) return exactNumber(source)
    if (isNothing.test(source)) throw new Unusual()
    return words.get(source) ?? source
  }

  #block(event: ScalarEvent): string {
    if (unusualWithBlocks.test(this.#text)) throw new Unusual()
    return getScalarValue(this.#text, event)
  }

  /** A block text, or one on a line of its own that stands there as it is. */
  #source(event: ScalarEvent): string {
    if (event.anchorStart !== -1 || event.tagStart !== -1) throw new Unusual()
    if (blockStyles.has(event.style)) return this.#block(event)
    if (!event.fast) throw new Unusual()
    const source = shared(this.#text.slice(event.valueStart, event.valueEnd))
    if (event.style === SCALAR_STYLE.PLAIN && !plainStart.test(source)) throw new Unusual()
    this.#brackets.pass(event)
    return source
  }
}

/** Holds flow collections to one line: around line breaks within brackets, readers differ. */
class Brackets {
  readonly #text: string
  #count = 0
  /** Where the line ends on which the outermost one opened. */
  #lineEnd = 0
  /** How far the line has been read. */
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  open(at: number): void {
    if (this.#count === 0) {
      const lineEnd = this.#text.indexOf('\n', at)
      this.#lineEnd = lineEnd === -1 ? this.#text.length : lineEnd
    }
    this.#count += 1
    if (this.#text[at] !== '{' && this.#text[at] !== '[') throw new Unusual()
    this.#advance(at + 1)
  }

  pass({ style, valueEnd }: ScalarEvent): void {
    if (this.#count > 0) this.#advance(style === SCALAR_STYLE.PLAIN ? valueEnd : valueEnd + 1)
  }

  shut(bracket: string): void {
    let at = this.#at
    while (this.#text[at] === ' ' || this.#text[at] === ',') at += 1
    if (this.#text[at] !== bracket) throw new Unusual()
    this.#advance(at + 1)
    this.#count -= 1
    if (this.#count > 0) return
    const rest = this.#text.slice(at + 1, this.#lineEnd)
    if (!/^ *$|^ +#/.test(rest)) throw new Unusual()
  }

  #advance(to: number): void {
    if (to > this.#lineEnd) throw new Unusual()
    this.#at = to
  }
}

function exactNumber(source: string): number {
  const value = Number(source)
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER || String(value) !== source) throw new Unusual()
  return value
}
