import { execFileSync } from 'node:child_process'

/** Commits the catalogue and the tenants of a folder, in a git repository that begins with it. */
export function commitAll(cwd: string): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false']
  execFileSync('git', ['init', '--quiet'], { cwd })
  execFileSync('git', ['add', '--all', '--', 'catalogue', 'tenants'], { cwd })
  execFileSync('git', [...identity, 'commit', '--quiet', '--message=examples'], { cwd })
}
