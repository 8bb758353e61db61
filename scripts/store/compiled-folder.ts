import { join } from 'node:path'
import { gitRootOf, realPathOf } from '../../lib/read/inside.ts'
import { makeFolder } from '../files/folder.ts'
import { isOwn } from './cache-folder.ts'
import { defaultCacheDirectory } from './directory.ts'

/**
 * Where Node may keep what it compiles of this program. It runs what it finds there, so that it is a folder to which
 * nobody else writes, neither another user nor a commit; undefined without one, and then all is compiled each time.
 */
export function compiledFolder(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const cache = defaultCacheDirectory(environment)
  if (cache === undefined || gitRootOf(realPathOf(cache)) !== undefined) return undefined
  const folder = join(cache, 'compiled')
  return isMade(folder) && isOwn(cache) && isOwn(folder) ? folder : undefined
}

function isMade(folder: string): boolean {
  try {
    makeFolder(folder, 0o700)
    return true
  } catch {
    return false
  }
}
