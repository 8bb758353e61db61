import { type Called, type Checkout, callGit, tryGit } from './call.ts'
import { historyBroken } from './history-broken.ts'

/** What git answers, cut at a separator and without empty pieces. @throws Refusal where it cannot tell */
export function linesOf(checkout: Checkout, words: readonly string[], separator: string): readonly string[] {
  const called = callGit(checkout, words)
  if (called.status !== 0) throw historyBroken(words, called.stderr)
  return piecesOf(called, separator)
}

/** The same where git's silence is an answer too: undefined where it does not tell. */
export function linesToldOf(
  checkout: Checkout,
  words: readonly string[],
  separator: string,
  input = '',
): readonly string[] | undefined {
  const called = tryGit(checkout, words, input)
  return called?.status === 0 ? piecesOf(called, separator) : undefined
}

/** What a call wrote, cut at a separator and without empty pieces. */
export function piecesOf({ stdout }: Called, separator: string): readonly string[] {
  return stdout
    .toString()
    .split(separator)
    .filter(piece => piece !== '')
}
