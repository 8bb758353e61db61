import { once } from 'node:events'
import { relative, sep } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { watch } from 'chokidar'

/** Editors and git write a file in several steps, and many files in a row. */
const settleMs = 100

/**
 * Yields at once, then after each burst of changes in the folders of a root, until the signal aborts. Loses no change in
 * between. The root itself is watched, for a folder that git takes away and brings back is another one.
 */
export async function* editBursts(
  root: string,
  folders: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<void> {
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: path => {
      const [top = ''] = relative(root, path).split(sep)
      return top !== '' && !folders.includes(top)
    },
  })
  let changed = Promise.withResolvers<void>()
  const wake = () => changed.resolve()
  watcher.on('all', wake)
  signal.addEventListener('abort', wake)
  try {
    await once(watcher, 'ready', { signal })
    while (!signal.aborted) {
      changed = Promise.withResolvers<void>()
      yield
      await changed.promise
      await delay(settleMs, undefined, { signal })
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', wake)
    await watcher.close()
  }
}
