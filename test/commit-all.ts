import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Commits the catalogue and the tenants of a folder, in a git repository that may begin with it. */
export function commitAll(cwd: string): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false']
  if (!existsSync(join(cwd, '.git'))) execFileSync('git', ['init', '--quiet'], { cwd })
  execFileSync('git', ['add', '--all', '--', 'catalogue', 'tenants'], { cwd })
  execFileSync('git', [...identity, 'commit', '--quiet', '--allow-empty', '--message=examples'], { cwd })
}
