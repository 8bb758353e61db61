import { harmless } from './harmless.ts'

const written: unique symbol = Symbol('written')

/** Markdown whose markup is ours. Only `markdown` makes one: whoever holds one knows that its values are text. */
export interface Markdown {
  readonly [written]: string
}

export type Part = string | number | Markdown | readonly Markdown[]

/** A template whose values are text unless they are Markdown themselves, so that no manifest can write markup. */
export function markdown(strings: TemplateStringsArray, ...parts: readonly Part[]): Markdown {
  const text = strings.map((own, index) => own + (index < parts.length ? textOf(parts[index] ?? '') : ''))
  return { [written]: text.join('') }
}

/** The name of an object of git, as text that a forge may make a link of: what is none is a stranger's text. */
export function objectName(name: string): Markdown {
  return /^[0-9a-f]+$/.test(name) ? { [written]: name } : markdown`${name}`
}

export function writtenOut(value: Markdown): string {
  return value[written]
}

/** A list stands line by line. */
function textOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return harmless(String(part))
  return written in part ? part[written] : part.map(writtenOut).join('\n')
}
