import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Gives back what reading a repository has left behind, before threads come that need memory of their own: V8 by itself
 * keeps the pages, 100 MB after ten thousand manifests. The space for young objects, once small, stays so.
 */
export function freeMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
