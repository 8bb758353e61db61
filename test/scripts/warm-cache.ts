import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { lazily } from '../../lib/model/lazily.ts'
import { cacheKeyIn, defaultKeyFile } from '../../scripts/store/cache-key.ts'

const shared = lazily(() => {
  const directory = mkdtempSync(join(tmpdir(), 'tenantry-test-cache-'))
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }))
  return directory
})

/**
 * Lets a machine of a test have the cache of this worker: what other tests have looked at, it need not look at again.
 * Only for tests that are about something else than what is remembered.
 *
 * @param environment names the home of states, in which the key is laid
 */
export function withWarmCache<E extends Readonly<Record<string, string | undefined>>>(
  environment: E,
): E & { readonly XDG_CACHE_HOME: string } {
  const key = join(shared(), 'key/cache.key')
  const own = defaultKeyFile(environment)
  if (cacheKeyIn(key) === undefined || own === undefined) throw new Error('no key can be kept')
  mkdirSync(dirname(own), { recursive: true, mode: 0o700 })
  copyFileSync(key, own)
  return { ...environment, XDG_CACHE_HOME: join(shared(), 'cache') }
}
