import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { cacheKeyIn, defaultKeyFile } from '../../../scripts/store/cache-key.ts'
import { temporaryFolder } from '../../read/tree.ts'

test('the key is made once, for nobody else to read, and is the same from then on', () => {
  const file = join(temporaryFolder(), 'states/tenantry/cache.key')
  const key = cacheKeyIn(file)
  expect(key).toHaveLength(32)
  expect(cacheKeyIn(file)).toEqual(key)
  expect(readFileSync(file)).toEqual(key)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
  expect(cacheKeyIn(join(temporaryFolder(), 'cache.key'))).not.toEqual(key)
})

test('a key that others could know is none', () => {
  const file = join(temporaryFolder(), 'tenantry/cache.key')
  cacheKeyIn(file)
  chmodSync(file, 0o644)
  expect(cacheKeyIn(file)).toBeUndefined()
  chmodSync(file, 0o600)
  chmodSync(dirname(file), 0o777)
  expect(cacheKeyIn(file)).toBeUndefined()
  chmodSync(dirname(file), 0o700)
  expect(cacheKeyIn(file)).toHaveLength(32)
  const link = join(temporaryFolder(), 'cache.key')
  symlinkSync(file, link)
  expect(cacheKeyIn(link)).toBeUndefined()
})

test('what is no key, or has no place to be kept, gives none and throws nothing', () => {
  const folder = temporaryFolder()
  for (const [name, content] of [
    ['short', 'x'],
    ['long', 'x'.repeat(33)],
    ['empty', ''],
  ] as const) {
    writeFileSync(join(folder, name), content, { mode: 0o600 })
    expect(cacheKeyIn(join(folder, name))).toBeUndefined()
  }
  mkdirSync(join(folder, 'directory'))
  expect(cacheKeyIn(join(folder, 'directory'))).toBeUndefined()
  expect(cacheKeyIn(join(folder, 'short/cache.key'))).toBeUndefined()
})

test('the default place is that of the state, and follows the XDG specification', () => {
  expect(defaultKeyFile({ XDG_STATE_HOME: '/x', HOME: '/h' })).toBe('/x/tenantry/cache.key')
  expect(defaultKeyFile({ XDG_STATE_HOME: 'x', HOME: '/h' })).toBe('/h/.local/state/tenantry/cache.key')
  expect(defaultKeyFile({})).toBeUndefined()
})
