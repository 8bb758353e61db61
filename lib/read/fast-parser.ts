// Plain manifests in a twentieth of the time. This reader knows a part of YAML in which every character has one meaning:
// each pattern below starts where the one before ended, and after each piece only what the grammar allows there matches.
// Whatever lies outside, right or wrong, is left to the full reader, which also says what is wrong and where.
import { limits } from './limits.ts'
import { plainScalar } from './plain-scalar.ts'
import { reserved } from './reserved.ts'
import { shared } from './shared-strings.ts'

/** No text has more pieces than twice its characters, so that the limit of pieces holds for a shorter one. */
const longestText = limits.pieces / 2
/** YAML's own limit, 1,024 characters up to the colon, is not everybody's. */
const longestKey = 500

/** Marks of Terraform's templates, which the full reader finds in values and leaves alone in comments. */
const template = /[$%]\{/

/** Lines without content, and the blanks before the next content. */
const emptyLines = /(?: {0,200}(?:#[^\n]*)?\n)*/y
const indentation = / {0,200}(?! )/y
/** What may follow a value that is whole: blanks, a comment that blanks keep apart from it, the line's end. */
const lineEnd = /(?: {1,200}#[^\n]*| {0,200})(?:\n|$)/y
/** `word:`, `"any text":`, and the end of the line or a blank. No escape within quotes, and a `'` never twice. */
const key =
  /(?:([A-Za-z0-9_\x80-\uffff][A-Za-z0-9_./()\x80-\uffff-]*)|"([^"\\\n]*)"|'([^'\n]*)'):(?=[ \n]|$)/y
const dash = /- {1,200}(?![ #\n])/y
const blanks = / {1,200}(?![ #\n])/y
const quoted = /"([^"\\\n]*)"|'([^'\n]*)'/y
/** Few of the signs that YAML has a use for may begin a text without quotes here. */
const plain = /(?:[A-Za-z0-9_./(+\x80-\uffff]|-[A-Za-z0-9.])[^\n]*/y
const plainInFlow = /(?:[A-Za-z0-9_./(+\x80-\uffff]|-[A-Za-z0-9.])[^\n,[\]{}]*/y
/** A colon that could end a key, a blank that could begin a comment: such a text reads differently here and there. */
const notPlain = /:(?: |$)| #/
const opening = /[[{] {0,200}/y
const comma = / {0,200}, {0,200}/y
const closing = / {0,200}[\]}]/y
const literalHead = /\|(-?)(?: {1,200}#[^\n]*| {0,200})\n/y

/**
 * The value of a text in which `checkText` found nothing: maps, lists, texts, exact numbers and booleans. Undefined
 * where only the full parser can tell.
 */
export function fastValue(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.length > longestText || template.test(text)) return undefined
  try {
    return new Reading(text).document()
  } catch (error) {
    if (error instanceof Unusual) return undefined
    throw error
  }
}

class Unusual extends Error {}
const unusual = new Unusual()

/** One pass over the text; throws at the first piece that is not plain. */
class Reading {
  readonly #text: string
  #at = 0
  /** Where the content of the line begins, -1 at the text's end. Only true between entries. */
  #column = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): Readonly<Record<string, unknown>> {
    this.#nextLine()
    if (this.#column !== 0) throw unusual
    const value = this.#map(0)
    if (!this.#isOver()) throw unusual
    return value
  }

  #isOver(): boolean {
    return this.#column === -1
  }

  /** Moves on to the next content, from the start of a line. */
  #nextLine(): void {
    this.#take(emptyLines)
    const start = this.#at
    this.#take(indentation)
    const rest = this.#text[this.#at]
    if (rest === '#') this.#at = this.#text.length
    this.#column = this.#at === this.#text.length ? -1 : this.#at - start
  }

  #take(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match === null) throw unusual
    this.#at = pattern.lastIndex
    return match
  }

  #isNext(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    return pattern.test(this.#text)
  }

  #nested<Value>(collection: () => Value): Value {
    this.#depth += 1
    if (this.#depth > limits.depth) throw unusual
    const value = collection()
    this.#depth -= 1
    return value
  }

  #map(column: number): Record<string, unknown> {
    return this.#nested(() => {
      const map: Record<string, unknown> = {}
      let count = 0
      do {
        const name = this.#key(map)
        count += 1
        if (count > limits.keysPerMap) throw unusual
        map[name] = this.#isNext(lineEnd) ? this.#below(column) : this.#beside(column)
      } while (this.#column === column)
      if (this.#column > column) throw unusual
      return map
    })
  }

  #key(map: object): string {
    const [, bare, double, single] = this.#take(key)
    const name = shared(bare ?? double ?? single ?? '')
    const isUsual = name !== '' && name !== '<<' && name.length <= longestKey
    if (!isUsual || reserved.has(name) || Object.hasOwn(map, name)) throw unusual
    return name
  }

  /** The value of a key that ends its line. A list may start in the column of its key. */
  #below(column: number): unknown {
    this.#take(lineEnd)
    this.#nextLine()
    const isList = this.#isNext(dash)
    if (this.#column < column || (this.#column === column && !isList)) throw unusual
    return isList ? this.#list(this.#column) : this.#map(this.#column)
  }

  #list(column: number): unknown[] {
    return this.#nested(() => {
      const list: unknown[] = []
      do {
        const start = this.#at
        this.#take(dash)
        list.push(this.#item(column, column + this.#at - start))
      } while (this.#column === column && this.#text[this.#at] === '-')
      if (this.#column > column) throw unusual
      return list
    })
  }

  /** What follows a dash: a map or list that begins in its line, or a value. */
  #item(column: number, inner: number): unknown {
    if (this.#isNext(dash)) return this.#list(inner)
    return this.#isNext(key) ? this.#map(inner) : this.#whole(column)
  }

  #beside(column: number): unknown {
    this.#take(blanks)
    return this.#whole(column)
  }

  /** A value and the rest of its line. */
  #whole(column: number): unknown {
    const first = this.#text[this.#at]
    if (first === '|') return this.#literal(column)
    const value = first === '[' || first === '{' ? this.#flow(first) : this.#scalar(first, plain)
    this.#take(lineEnd)
    this.#nextLine()
    return value
  }

  #scalar(first: string | undefined, pattern: RegExp): unknown {
    if (first === '"' || first === "'") {
      const [, double, single] = this.#take(quoted)
      return shared(double ?? single ?? '')
    }
    const [source] = this.#take(pattern)
    const text = source.slice(0, endOfPlain(source))
    this.#at -= source.length - text.length
    if (notPlain.test(text)) throw unusual
    const value = plainScalar(text)
    if (value === undefined) throw unusual
    return typeof value === 'string' ? shared(value) : value
  }

  /** A list or map in brackets, on one line: around line breaks within brackets, readers differ. */
  #flow(bracket: '[' | '{'): unknown {
    return this.#nested(() => {
      this.#take(opening)
      const value = bracket === '[' ? this.#flowList() : this.#flowMap()
      const end = this.#take(closing)[0].at(-1)
      if (end !== (bracket === '[' ? ']' : '}')) throw unusual
      return value
    })
  }

  #flowList(): unknown[] {
    const list: unknown[] = []
    if (this.#text[this.#at] === ']') return list
    do list.push(this.#flowValue())
    while (this.#isComma())
    return list
  }

  #flowMap(): Record<string, unknown> {
    const map: Record<string, unknown> = {}
    if (this.#text[this.#at] === '}') return map
    let count = 0
    do {
      const name = this.#key(map)
      count += 1
      if (count > limits.keysPerMap) throw unusual
      this.#take(blanks)
      map[name] = this.#flowValue()
    } while (this.#isComma())
    return map
  }

  #isComma(): boolean {
    if (!this.#isNext(comma)) return false
    this.#take(comma)
    return true
  }

  #flowValue(): unknown {
    const first = this.#text[this.#at]
    if (first === '[' || first === '{') return this.#flow(first)
    const value = this.#scalar(first, plainInFlow)
    // Nothing but a comma or the bracket may follow, `"a"b` and `"a": b` for two may not.
    if (!this.#isNext(comma) && !this.#isNext(closing)) throw unusual
    return value
  }

  /** A text by lines, kept as they stand. Lines of blanks, and a first line that is empty, are read differently here and there. */
  #literal(column: number): string {
    const [, strip] = this.#take(literalHead)
    const inner = this.#text.slice(this.#at, this.#at + 200).search(/[^ ]/)
    if (inner <= column || this.#text[this.#at + inner] === '\n') throw unusual
    const margin = ' '.repeat(inner)
    const lines: string[] = []
    for (;;) {
      const end = this.#text.indexOf('\n', this.#at)
      const line = this.#text.slice(this.#at, end === -1 ? undefined : end)
      if (line !== '' && !line.startsWith(margin)) break
      if (end === -1 && line !== '') throw unusual
      if (/^ +$/.test(line)) throw unusual
      if (end === -1) break
      lines.push(line.slice(inner))
      this.#at = end + 1
    }
    if (this.#isNext(/ +(?:\n|$)/y)) throw unusual
    this.#nextLine()
    const text = lines.join('\n').replace(/\n+$/, '')
    return shared(strip === '-' ? text : `${text}\n`)
  }
}

/** Where a text without quotes ends within the rest of its line: before a comment and the blanks before it. */
function endOfPlain(source: string): number {
  const comment = source.indexOf(' #')
  let end = comment === -1 ? source.length : comment
  while (source[end - 1] === ' ') end -= 1
  return end
}
