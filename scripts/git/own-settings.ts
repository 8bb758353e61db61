import { join } from 'node:path'
import { type Checkout, tryGit } from './call.ts'

/**
 * Settings as git has them when somebody else calls it, by name in lower case: those of our own command line are left
 * out. Undefined where git does not say.
 *
 * @param pattern an extended regular expression, of names in lower case
 */
export function ownSettings(checkout: Checkout, pattern: string): ReadonlyMap<string, string> | undefined {
  const called = tryGit(checkout, ['config', '--null', '--show-scope', '--get-regexp', pattern])
  // To end with 1 is git's “none”.
  if (called?.status === 1) return new Map()
  if (called?.status !== 0) return undefined
  const fields = called.stdout.toString().split('\0')
  const found = new Map<string, string>()
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [name = '', ...value] = (fields[at + 1] ?? '').split('\n')
    if (fields[at] !== 'command')
      found.set(name.toLowerCase(), value.length === 0 ? 'true' : value.join('\n'))
  }
  return found
}

/** A path as a setting names it: from somebody's home, or from where git works. */
export function settingPath({ environment }: Checkout, value: string): string {
  return value.startsWith('~/') ? join(environment.HOME ?? '/', value.slice(2)) : value
}
