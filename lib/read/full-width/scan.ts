// Where a text may have been typed with the wrong width. It reads as a forgiving reader of YAML would, finds more than
// there is, and leaves it to `needed` to tell which of it makes the text any better.
import type { Edit, Slip } from './slip.ts'
import { bracketOf, either, fullWidth, isTwinOf } from './twins.ts'

const indentation = /[ \u3000]{0,200}/y
const blanks = /[ \u3000]{0,200}/y
const dash = new RegExp(`${either.dash}(?=[ \\u3000]|$)|[－﹣−](?=[^－﹣−—–\\s])`, 'my')
const key = new RegExp(
  `(?:"[^"\\n]{0,200}"|'[^'\\n]{0,200}'|[“”‘’"'][^“”‘’"'\\n]{1,60}[“”‘’"']|[\\p{L}\\p{N}_＿][\\p{L}\\p{N}_./()（）＿－-]{0,200})(?=[ \\u3000]{0,20}${either.colon})`,
  'uy',
)
/** What a comma of full width ends, where a key follows it. */
const nextKey = new RegExp(
  `[ \\u3000]{0,20}["'A-Za-z_][\\w.-]{0,60}["']?[ \\u3000]{0,20}${either.colon}`,
  'y',
)
const valueEnd = new RegExp(`[ \\u3000]{0,20}(?:${either.comma}|[\\]}］】﹞｝」﹜#＃\\n]|$)`, 'y')
const lineOver = /[ \u3000]{0,200}(?:[#＃][^\n]*)?(?:\n|$)/y
const entry = new RegExp(`[ \\u3000]{0,200}(?:- )?[A-Za-z_][\\w.-]{0,60}[ \\u3000]{0,20}${either.colon}`, 'y')
const openKey = new RegExp(`${either.colon} *$`)
const asciiWord = /^[A-Za-z_][\w.-]*$/

export function slipsIn(text: string): Slip[] {
  return new Scanner(text).all()
}

interface Open {
  readonly sign: '[' | '{'
  readonly at: number
  /** Where the bracket itself is of another width. */
  readonly edit?: Edit
}

class Scanner {
  readonly #text: string
  #slips: Slip[] = []
  #at = 0
  /** Texts by lines below `|` are deeper than this column, -1 outside of them. */
  #literal = -1
  /** The indentation of the last line that is not empty, and where lines below it would begin. */
  #indented = 0
  #below = 0

  constructor(text: string) {
    this.#text = text
  }

  all(): Slip[] {
    while (this.#at < this.#text.length) {
      const start = this.#at
      this.#line()
      if (this.#at < this.#lineEnd(start)) this.#at = this.#lineEnd(start)
      if (this.#at === start || this.#text[this.#at - 1] !== '\n') this.#at += 1
    }
    return this.#slips
  }

  #lineEnd(from: number): number {
    const end = this.#text.indexOf('\n', from)
    return end === -1 ? this.#text.length : end
  }

  #match(pattern: RegExp, at = this.#at): string | undefined {
    pattern.lastIndex = at
    return pattern.exec(this.#text)?.[0]
  }

  #add(edits: readonly Edit[], strong = false): void {
    if (edits.length === 0) return
    const changing = edits.filter(
      ({ start, end, replacement }) => this.#text.slice(start, end) !== replacement,
    )
    if (changing.length > 0) this.#slips.push({ edits: changing, strong })
  }

  #line(): void {
    const start = this.#at
    const indent = this.#match(indentation) ?? ''
    this.#at += indent.length
    const isEmpty = this.#at === this.#lineEnd(start)
    if (this.#literal >= 0 && (isEmpty || indent.length > this.#literal)) return
    this.#literal = -1
    if (isEmpty) return
    const found = this.#slips.length
    // A blank of full width stands for one or for two, whichever keeps the lines together.
    const isOne = indent.length === this.#indented || indent.length === this.#below
    const wide = blankEdits(indent, start, isOne ? ' ' : '  ')
    this.#indented = indent.length + (isOne ? 0 : wide.reduce((sum, { start, end }) => sum + end - start, 0))
    // Paragraphs begin with such blanks: they count only where an entry follows.
    if (this.#entry(start) && wide.length > 0) this.#slips.splice(found, 0, { edits: wide, strong: false })
    const isOpen = openKey.test(this.#text.slice(start, this.#lineEnd(start)))
    this.#below = isOpen ? this.#indented + 2 : this.#indented
  }

  /** Dashes, a key, a value. Whether there was any of the first two. */
  #entry(lineStart: number): boolean {
    let isEntry = false
    for (let sign = this.#match(dash); sign !== undefined; sign = this.#match(dash)) {
      isEntry = true
      this.#dash(sign)
    }
    const first = this.#text[this.#at]
    if (first === '#') return isEntry
    if (isTwinOf('#', first)) {
      this.#add([{ start: this.#at, end: this.#at + 1, replacement: '#', kind: 'sign' }])
      return true
    }
    const column = this.#at - lineStart
    const hasKey = this.#key()
    if (hasKey || isEntry) this.#value(column)
    return hasKey || isEntry
  }

  #dash(sign: string): void {
    const start = this.#at
    this.#at += sign.length
    const gap = this.#match(blanks) ?? ''
    this.#at += gap.length
    const edits: Edit[] = []
    if (sign !== '-')
      edits.push({ start, end: start + 1, replacement: gap === '' ? '- ' : '-', kind: 'sign' })
    this.#add([...edits, ...blankEdits(gap, start + 1, ' ')])
  }

  #key(): boolean {
    const name = this.#match(key)
    if (name === undefined) return false
    const start = this.#at
    const gap = this.#match(blanks, start + name.length) ?? ''
    const colon = start + name.length + gap.length
    const after = this.#match(blanks, colon + 1) ?? ''
    const next = this.#text[colon + 1 + after.length]
    const isAscii = this.#text[colon] === ':'
    const isOver = next === undefined || next === '\n'
    // `http://` and `system:unit/system` are values.
    if (isAscii && after === '' && !isOver && (next === '/' || next === ':')) return false
    const space = after === '' && !isOver ? ' ' : ''
    const kind = isAscii ? 'blank' : 'sign'
    const wideKey = isNarrowable(name) ? narrowEdits(name, start) : quoteEdits(name, start)
    this.#add(
      [
        ...wideKey,
        ...blankEdits(gap, start + name.length, ' '),
        { start: colon, end: colon + 1, replacement: `:${space}`, kind },
        ...blankEdits(after, colon + 1, isOver ? '' : ' '),
      ],
      !isAscii && asciiWord.test(name),
    )
    this.#at = colon + 1 + after.length
    return true
  }

  #value(column: number): void {
    const start = this.#at
    const end = this.#lineEnd(start)
    if (start >= end) return
    const first = this.#text[start]
    if (first === '|' || first === '>') {
      this.#literal = column
      return
    }
    if (first === '[' || first === '{') {
      this.#flow()
      this.#afterValue()
      return
    }
    const bracket = bracketOf(first)
    if ((bracket === '[' || bracket === '{') && this.#tried()) return
    if (this.#quoted()) {
      this.#afterValue()
      return
    }
    this.#plain(start, end)
    this.#at = end
  }

  /** Brackets of full width begin a text as well: they count where nothing follows them. */
  #tried(): boolean {
    const [at, found] = [this.#at, this.#slips.length]
    this.#flow()
    if (this.#match(lineOver) !== undefined) {
      this.#afterValue()
      return true
    }
    this.#at = at
    this.#slips = this.#slips.slice(0, found)
    return false
  }

  /** A comment behind a value that is closed. */
  #afterValue(): void {
    const gap = this.#match(blanks) ?? ''
    const at = this.#at + gap.length
    if (isTwinOf('#', this.#text[at])) this.#add([{ start: at, end: at + 1, replacement: '#', kind: 'sign' }])
    this.#add(blankEdits(gap, this.#at, this.#text[at] === '\n' ? '' : ' '))
  }

  /** A text in quotes of either width. */
  #quoted(): boolean {
    const start = this.#at
    const first = this.#text[start] ?? ''
    const quote = ['"', "'"].find(sign => sign === first || isTwinOf(sign, first))
    if (quote === undefined) return false
    const end = this.#lineEnd(start)
    const close = this.#closing(quote, first === quote, end)
    if (close === undefined) {
      if (first !== quote) return false
      this.#at = Math.max(end, this.#text.indexOf(quote, start + 1) + 1)
      return true
    }
    const inner = this.#text.slice(start + 1, close)
    if (first !== quote && (/["\\]/.test(inner) || inner.includes(quote))) return false
    this.#add([
      { start, end: start + 1, replacement: quote, kind: 'sign' },
      { start: close, end: close + 1, replacement: quote, kind: 'sign' },
    ])
    this.#at = close + 1
    return true
  }

  /** Where the text ends whose quote has just been opened: its own quote first, one of the other width where none is. */
  #closing(quote: string, isAscii: boolean, end: number): number | undefined {
    const start = this.#at + 1
    for (let at = start; isAscii && at < end; at += 1) {
      if (this.#text[at] === '\\' && quote === '"') at += 1
      else if (this.#text[at] === quote && this.#text[at + 1] === quote && quote === "'") at += 1
      else if (this.#text[at] === quote) return at
    }
    for (let at = start; at < end; at += 1) {
      const character = this.#text[at]
      if (character !== quote && !isTwinOf(quote, character)) continue
      return this.#match(valueEnd, at + 1) === undefined ? undefined : at
    }
    return undefined
  }

  #plain(start: number, end: number): void {
    const source = this.#text.slice(start, end)
    const comment = /[ \u3000](#|＃|﹟)/u.exec(source)
    if (comment !== null && comment[1] !== '#') {
      const at = start + comment.index + 1
      this.#add([{ start: at, end: at + 1, replacement: '#', kind: 'sign' }])
    }
    this.#scalar(start, comment === null ? end : start + comment.index)
  }

  /** Digits and letters of full width, where nothing else stands, and blanks behind them. */
  #scalar(start: number, end: number): void {
    const source = this.#text.slice(start, end)
    const text = source.replace(/[ \u3000]+$/u, '')
    if (isNarrowable(text)) this.#add(narrowEdits(text, start))
    this.#add(blankEdits(source.slice(text.length), start + text.length, ''))
  }

  /** From an opening bracket behind its closing one, or to the line from which nothing belongs to it. */
  #flow(): void {
    const open: Open[] = []
    const end = { at: this.#lineEnd(this.#at) }
    let isKey = false
    while (this.#at < this.#text.length) {
      const gap = this.#match(blanks) ?? ''
      this.#add(blankEdits(gap, this.#at, ' '))
      this.#at += gap.length
      const character = this.#text[this.#at]
      if (character === '\n') {
        if (this.#isEntry(this.#at + 1)) return
        this.#at += 1
        end.at = this.#lineEnd(this.#at)
        continue
      }
      if (character === '#') {
        this.#at = end.at
        continue
      }
      const bracket = bracketOf(character)
      if (bracket === '[' || bracket === '{') {
        this.#open(open, bracket, character === bracket)
        isKey = bracket === '{'
      } else if (bracket !== undefined && bracket === closingOf(open.at(-1))) {
        if (this.#close(open, bracket)) return
        isKey = false
      } else if (character === ',' || isTwinOf(',', character)) {
        this.#comma(character === ',')
        isKey = true
      } else {
        if (isKey && this.#key()) isKey = false
        else this.#flowScalar(open.at(-1), end.at)
      }
      if (open.length === 0) return
    }
  }

  /** Whether a line is too far left to belong to brackets that an earlier one has opened, and looks like an entry. */
  #isEntry(start: number): boolean {
    const indent = this.#match(indentation, start)?.length ?? 0
    return indent <= this.#indented && this.#match(entry, start) !== undefined
  }

  #open(open: Open[], sign: '[' | '{', isAscii: boolean): void {
    const at = this.#at
    open.push(
      isAscii
        ? { sign, at }
        : { sign, at, edit: { start: at, end: at + 1, replacement: sign, kind: 'sign' } },
    )
    this.#at += 1
  }

  /** Whether that was the last one. */
  #close(open: Open[], sign: ']' | '}'): boolean {
    const opened = open.pop()
    const edit: Edit = { start: this.#at, end: this.#at + 1, replacement: sign, kind: 'sign' }
    this.#add(opened?.edit === undefined ? [edit] : [opened.edit, edit])
    this.#at += 1
    return open.length === 0
  }

  #comma(isAscii: boolean): void {
    const at = this.#at
    this.#at += 1
    if (isAscii) return
    const next = this.#text[at + 1] ?? ''
    const replacement = /[ \u3000\n]/u.test(next) ? ',' : ', '
    this.#add([{ start: at, end: at + 1, replacement, kind: 'sign' }], this.#match(nextKey) !== undefined)
  }

  #flowScalar(inside: Open | undefined, end: number): void {
    const start = this.#at
    if (this.#quoted()) return
    const { stop, isBare } = this.#scalarEnd(inside, start, end)
    this.#at = Math.max(stop, start + 1)
    const text = this.#text.slice(start, stop).trimEnd()
    if (isBare) {
      const replacement =
        text.includes('"') || text.includes('\\') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
      this.#add([{ start, end: start + text.length, replacement, kind: 'quotes' }])
    } else this.#scalar(start, stop)
  }

  /** Where a text without quotes ends within brackets, and whether it holds brackets itself. */
  #scalarEnd(inside: Open | undefined, start: number, end: number) {
    let isBare = false
    let depth = 0
    for (let at = start; at < end; at += 1) {
      const character = this.#text[at]
      const bracket = bracketOf(character)
      const isAscii = bracket === character
      if (bracket === '[' || bracket === '{') {
        depth += 1
        isBare ||= isAscii
      } else if (bracket !== undefined && depth > 0) depth -= 1
      else if (bracket !== undefined && bracket === closingOf(inside)) {
        if (isAscii || this.#match(valueEnd, at + 1) !== undefined) return { stop: at, isBare }
      } else if (bracket !== undefined) isBare ||= isAscii
      else if (character === ',' && depth === 0) return { stop: at, isBare }
      else if (character === '#' && this.#text[at - 1] === ' ') return { stop: at, isBare }
      else if (isTwinOf(',', character) && depth === 0 && this.#separates(inside, start, at))
        return { stop: at, isBare }
    }
    return { stop: end, isBare }
  }

  /** Commas of full width belong to texts: one counts before a key, and in a list between words and numbers of ASCII. */
  #separates(inside: Open | undefined, start: number, at: number): boolean {
    if (this.#match(nextKey, at + 1) !== undefined) return true
    const before = this.#text.slice(start, at).normalize('NFKC')
    const after = this.#match(/[ \u3000]{0,20}[\w０-９"“]/uy, at + 1)
    return inside?.sign === '[' && /^[\w. -]+$/.test(before) && after !== undefined
  }
}

function closingOf(open: Open | undefined): ']' | '}' | undefined {
  return open === undefined ? undefined : open.sign === '[' ? ']' : '}'
}

/** Only where all of it is ASCII in the other width: a Chinese text keeps its signs. */
function isNarrowable(text: string): boolean {
  return fullWidth.test(text) && /^[\x20-\x7e]+$/.test(text.normalize('NFKC'))
}

function narrowEdits(text: string, offset: number): Edit[] {
  return [...text.matchAll(/[^\x20-\x7e]+/gu)].map(({ 0: run, index }) => ({
    start: offset + index,
    end: offset + index + run.length,
    replacement: run.normalize('NFKC'),
    kind: 'sign',
  }))
}

/** The quotes around a key. */
function quoteEdits(name: string, offset: number): Edit[] {
  const quote = ['"', "'"].find(sign => sign === name[0] || isTwinOf(sign, name[0]))
  if (quote === undefined) return []
  return [offset, offset + name.length - 1].map(start => ({
    start,
    end: start + 1,
    replacement: quote,
    kind: 'sign',
  }))
}

function blankEdits(gap: string, offset: number, blank: string): Edit[] {
  if (!gap.includes('\u3000')) return []
  return [...gap.matchAll(/\u3000+/gu)].map(({ 0: run, index }) => ({
    start: offset + index,
    end: offset + index + run.length,
    replacement: blank.repeat(blank === '' ? 0 : run.length),
    kind: 'sign',
  }))
}
