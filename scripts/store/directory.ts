import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'

/**
 * `$XDG_CACHE_HOME/tenantry`, or `~/.cache/tenantry`. Undefined where there is no home.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function defaultCacheDirectory(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { XDG_CACHE_HOME: cacheHome, HOME: home, LOCALAPPDATA: windows } = environment
  if (cacheHome !== undefined && isAbsolute(cacheHome)) return join(cacheHome, 'tenantry')
  if (windows !== undefined && isAbsolute(windows)) return join(windows, 'tenantry', 'cache')
  return home !== undefined && isAbsolute(home) ? join(home, '.cache', 'tenantry') : undefined
}

/** Whether a change to the repository could bring cache entries along: then they prove nothing. */
export function liesInside(directory: string, root: string): boolean {
  const path = relative(root, realPathOf(resolve(directory)))
  return path === '' || !(path === '..' || /^\.\.[/\\]/.test(path) || isAbsolute(path))
}

/** Resolves links in the part of a path that exists. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(realPathOf(parent), basename(path))
  }
}
