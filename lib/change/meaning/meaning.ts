import type { Severity, Text } from '../../finding/finding.ts'

/** What a field says about what has been granted, is owed or was charged, and thus who may rewrite it. */
export type Meaning =
  /** Any other value means something else for what stands. */
  | { readonly kind: 'changes'; readonly what: Text; readonly severity: Severity }
  /** A list or map of rows, each with fields of its own. */
  | Rows
  /** The day of something that is done again and again: it moves on, and never back. */
  | { readonly kind: 'renewed'; readonly what: Text }
  /** A person's particulars: others come with a confirmation of their own. */
  | { readonly kind: 'confirmed'; readonly what: Text }
  /** Other rules look at it: about changes, or about the repository as the change leaves it. */
  | { readonly kind: 'elsewhere'; readonly codes: readonly string[] }
  /** Labels and the like. With `whole`, everything below too, whatever comes to stand there. */
  | { readonly kind: 'nothing'; readonly because: string; readonly whole?: true }

export interface Rows {
  readonly kind: 'rows'
  /** The fields that make a row of a list the same row; 'itself' where it has no name: it is then compared as a whole. */
  readonly by: readonly string[] | 'key' | 'itself'
  /** What it means that a row is gone. */
  readonly what: Text
  /** Whether a new row alone means something for what stands. */
  readonly added: 'free' | 'changes'
  /** Whether other rules see that a row is gone. */
  readonly gone?: 'elsewhere'
  /** The first day on which a row counts: as long as it is still to come, the row may change. */
  readonly since?: (row: Readonly<Record<string, unknown>>) => string | undefined
}

/** By the place of a field: `zones.*.pools.*.dedicated`, `deadlines[].days`. */
export type MeaningTable = Readonly<Record<string, Meaning>>

export function changes(zh: string, en: string, severity: Severity = 'error'): Meaning {
  return { kind: 'changes', what: { zh, en }, severity }
}

export function rows(
  by: Rows['by'],
  what: Text,
  more: Partial<Pick<Rows, 'added' | 'gone' | 'since'>> = {},
): Meaning {
  return { kind: 'rows', by, what, added: 'changes', ...more }
}

export function renewed(zh: string, en: string): Meaning {
  return { kind: 'renewed', what: { zh, en } }
}

export function confirmed(zh: string, en: string): Meaning {
  return { kind: 'confirmed', what: { zh, en } }
}

export function elsewhere(...codes: readonly string[]): Meaning {
  return { kind: 'elsewhere', codes }
}

export function nothing(because: string): Meaning {
  return { kind: 'nothing', because }
}

export function nothingBelow(because: string): Meaning {
  return { kind: 'nothing', because, whole: true }
}
