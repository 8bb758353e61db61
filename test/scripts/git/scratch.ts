// Real repositories for tests, made by git itself.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Checkout } from '../../../scripts/git/call.ts'
import { temporaryDirectory } from '../harness.ts'

const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false']

export interface Scratch {
  readonly root: string
  readonly checkout: Checkout
  /** What git answers, without the line end. */
  readonly git: (...words: readonly string[]) => string
  readonly write: (file: string, text: string) => void
  /** Commits everything; gives the commit's full name. */
  readonly commit: (message?: string) => string
}

export function scratchAt(root: string): Scratch {
  const git = (...words: readonly string[]) =>
    execFileSync('git', [...identity, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  return {
    root,
    checkout: { root, environment: { PATH: process.env.PATH, HOME: temporaryDirectory() } },
    git,
    write: (file, text) => {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    },
    commit: (message = 'a commit') => {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', `--message=${message}`)
      return git('rev-parse', 'HEAD')
    },
  }
}

/** An empty repository with the branch `main`. */
export function scratch(): Scratch {
  const made = scratchAt(temporaryDirectory())
  made.git('init', '--quiet', '--initial-branch=main')
  return made
}

/** A clone of another, made with more words. */
export function cloneOf({ root }: Scratch, ...words: readonly string[]): Scratch {
  const target = join(temporaryDirectory(), 'clone')
  execFileSync('git', ['clone', '--quiet', '--no-local', ...words, root, target], { stdio: 'ignore' })
  return scratchAt(target)
}
