import { isAbsolute, join } from 'node:path'
import { liesInside } from '../../lib/read/inside.ts'

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
