import { existsSync, realpathSync } from 'node:fs'
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

/** Whose cache, and for which data repository. */
export interface CachePlace {
  /** Undefined without a cache. */
  readonly cacheDirectory: string | undefined
  readonly root: string
}

/** Where caches may lie; undefined without one, and for one that a change to the repository could bring entries to. */
export function usableDirectory({ cacheDirectory, root }: CachePlace): string | undefined {
  return cacheDirectory === undefined || liesInside(cacheDirectory, root) ? undefined : cacheDirectory
}

/** Whether a directory lies in the data repository, or in the git repository around it: its entries would prove nothing. */
export function liesInside(directory: string, root: string): boolean {
  const path = relative(gitRootOf(root) ?? root, realPathOf(resolve(directory)))
  return path === '' || !(path === '..' || /^\.\.[/\\]/.test(path) || isAbsolute(path))
}

function gitRootOf(root: string): string | undefined {
  for (let folder = realPathOf(resolve(root)); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
  }
  return undefined
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
