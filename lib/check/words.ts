import { closest } from '../finding/closest.ts'
import type { Fix } from '../finding/finding.ts'
import { text } from './place.ts'

/** "Did you mean": the likeliest of the names, put in place of the finding's range. */
export function meant(word: string, names: Iterable<string>): Fix | undefined {
  const name = closest(word, names)
  return name === undefined ? undefined : replacement(name)
}

/** The text that belongs there instead. */
export function replacement(value: string): Fix {
  return { message: text(`改为 ${value}`, `write ${value}`), replacement: value }
}

/** Advice that takes a person. */
export function advice(zh: string, en: string): Fix {
  return { message: text(zh, en) }
}
