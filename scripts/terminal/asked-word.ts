import { createInterface } from 'node:readline/promises'
import type { Text } from '../../lib/finding/finding.ts'
import type { Context } from './command.ts'

/** Whether a person is there to be asked. */
export function canAsk({ interactive, json }: Context): boolean {
  return interactive && !json && process.stdin.isTTY === true
}

/** What a person is asked, the one word that is taken as consent, and what is said without it. */
export interface WordAsked {
  readonly question: Text
  readonly word: string
  readonly declined: Text
}

/** Asks a person, who can also break off; anything but the word declines. */
export async function askedWord(
  { language, signal, stdout, heart }: Context,
  { question, word, declined }: WordAsked,
): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const speak = heart.hush()
  try {
    if ((await lines.question(question[language], { signal: signal() })).trim() === word) return true
  } catch (error) {
    if (!signal().aborted) throw error
  } finally {
    speak()
    lines.close()
  }
  stdout(`${declined[language]}\n`)
  return false
}
