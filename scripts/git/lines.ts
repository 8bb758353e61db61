import { type Checkout, callGit } from './call.ts'
import { historyBroken } from './history-broken.ts'

/** What git answers, cut at a separator and without empty pieces. @throws Refusal where it cannot tell */
export function linesOf(checkout: Checkout, words: readonly string[], separator: string): readonly string[] {
  const { status, stdout, stderr } = callGit(checkout, words)
  if (status !== 0) throw historyBroken(words, stderr)
  return stdout
    .toString()
    .split(separator)
    .filter(line => line !== '')
}
