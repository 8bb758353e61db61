import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { watch } from 'chokidar'

/** Editors and git write a file in several steps, and many files in a row. */
const settleMs = 100

/** Yields at once, then after each burst of changes below the paths, until the signal aborts. Loses no change in between. */
export async function* settledChanges(paths: readonly string[], signal: AbortSignal): AsyncGenerator<void> {
  const watcher = watch([...paths], { ignoreInitial: true, followSymlinks: false })
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
