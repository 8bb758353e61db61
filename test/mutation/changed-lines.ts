import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './folders.ts'
import type { Stretch } from './mutants.ts'

/** The stretches of code that differ from a commit, or nothing where this clone does not have the commit. */
export function changedSince(ref: string): readonly Stretch[] | undefined {
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)?.trim()
  if (commit === undefined) return undefined
  const diff = git('diff', '--unified=0', '--no-color', '--no-ext-diff', '--no-prefix', commit, '--', 'lib')
  if (diff === undefined) throw new Error(`git cannot compare with ${commit}`)
  return stretchesIn(diff).filter(({ file }) => file.endsWith('.ts') && existsSync(join(root, file)))
}

/** What a diff without context adds or changes; a hunk that only removes lines leaves nothing to mutate. */
export function stretchesIn(diff: string): readonly Stretch[] {
  let file = ''
  const found: Stretch[] = []
  for (const line of diff.split('\n')) {
    file = /^\+\+\+ (.*)$/.exec(line)?.[1] ?? file
    const [, start, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? []
    if (start === undefined || Number(count) === 0) continue
    found.push({ file, from: Number(start), to: Number(start) + Number(count) - 1 })
  }
  return found
}

function git(...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    })
  } catch {
    return undefined
  }
}
