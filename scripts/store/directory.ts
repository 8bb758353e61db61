import { isAbsolute, join } from 'node:path'
import { liesInside } from '../../lib/read/inside.ts'
import { cacheKeyIn } from './cache-key.ts'

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
  /** Holds the key that entries are sealed with. */
  readonly cacheKeyFile: string | undefined
  readonly root: string
}

/** A cache that may be read and written. */
export interface Store {
  readonly directory: string
  readonly key: Uint8Array
}

/** Undefined where there is none that can be believed: then all work is done anew, and nothing is lost. */
export function storeOf(place: CachePlace): Store | undefined {
  const directory = usableDirectory(place)
  const { cacheKeyFile, root } = place
  if (directory === undefined || cacheKeyFile === undefined || liesInside(cacheKeyFile, root))
    return undefined
  const key = cacheKeyIn(cacheKeyFile)
  return key && { directory, key }
}

/** Where caches may lie; undefined without one, and for one that a change to the repository could bring entries to. */
export function usableDirectory({ cacheDirectory, root }: CachePlace): string | undefined {
  return cacheDirectory === undefined || liesInside(cacheDirectory, root) ? undefined : cacheDirectory
}
