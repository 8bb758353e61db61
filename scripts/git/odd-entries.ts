import { type Checkout, tryGit } from './call.ts'

/**
 * What git's index holds below the data's root and is no plain file: links, and other repositories. On the disk neither
 * need look like one: a submodule that nobody filled is an empty folder, and with `core.symlinks=false` a link is a file.
 * Undefined where git does not say.
 */
export function oddEntries(checkout: Checkout): readonly string[] | undefined {
  const called = tryGit(checkout, ['ls-files', '--stage', '-z'])
  if (called?.status !== 0) return undefined
  const text = called.stdout.toString()
  if (!odd.test(text)) return []
  return text.split('\0').flatMap(line => entry.exec(line)?.[1] ?? [])
}

const odd = /(?:^|\0)(?:120000|160000) /
const entry = /^(?:120000|160000) [0-9a-f]+ \d\t(.+)$/s
