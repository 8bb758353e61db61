import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../scripts/workspace/package-root.ts'

const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false']

/** One jurisdiction of the example in a new git repository. */
export function cloneIn(root: string) {
  for (const folder of ['catalogue', 'tenants/ningwu'])
    cpSync(join(packageRoot, folder), join(root, folder), { recursive: true })
  const git = (...words: readonly string[]) =>
    execFileSync('git', [...identity, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
      .toString()
      .trim()
  return {
    root,
    git,
    write: (file: string, text: string) => {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    },
    /** Commits everything; gives the commit's full name. */
    commit: (message: string) => {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', `--message=${message}`)
      return git('rev-parse', 'HEAD')
    },
  }
}
