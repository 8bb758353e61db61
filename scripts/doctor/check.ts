import type { Text } from '../../lib/finding/finding.ts'
import type { Context } from '../terminal/command.ts'

/** What one look at the machine gave. */
export interface Outcome {
  readonly state: 'ok' | 'missing' | 'skipped'
  readonly what: Text
  /** What to do about it. */
  readonly advice?: Text
}

/** One thing that the tool needs, one file. A check changes nothing, and does not throw for what is missing. */
export interface Check {
  readonly name: string
  readonly run: (context: Context) => Promise<readonly Outcome[]>
}

export function ok(zh: string, en: string): Outcome {
  return { state: 'ok', what: { zh, en } }
}

export function missing(what: Text, advice: Text): Outcome {
  return { state: 'missing', what, advice }
}
