import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compiledFolder } from '../../../scripts/store/compiled-folder.ts'
import { temporaryDirectory } from '../harness.ts'

const inCache = (XDG_CACHE_HOME: string) => compiledFolder({ XDG_CACHE_HOME })

test('what is compiled lies in the user’s own cache, and nowhere without one', () => {
  const cache = temporaryDirectory()
  expect(inCache(cache)).toBe(join(cache, 'tenantry/compiled'))
  expect(compiledFolder({ HOME: cache })).toBe(join(cache, '.cache/tenantry/compiled'))
  expect(compiledFolder({ XDG_CACHE_HOME: '.', HOME: '' })).toBeUndefined()
  expect(compiledFolder({})).toBeUndefined()
})

test('nothing that a commit could bring is believed, by whatever path', () => {
  const root = temporaryDirectory()
  mkdirSync(join(root, '.git'))
  expect(inCache(join(root, '.cache'))).toBeUndefined()
  const outside = temporaryDirectory()
  symlinkSync(root, join(outside, 'link'))
  expect(inCache(join(outside, 'link'))).toBeUndefined()
})

test.each([
  ['the folder', 'tenantry/compiled'],
  ['the one around it', 'tenantry'],
])('nothing is believed where others can write to %s', (_, folder) => {
  const cache = temporaryDirectory()
  expect(inCache(cache)).toBeDefined()
  chmodSync(join(cache, folder), 0o777)
  expect(inCache(cache)).toBeUndefined()
})

test('a folder that is a link or a file, or cannot be made, is none', () => {
  const linked = temporaryDirectory()
  mkdirSync(join(linked, 'tenantry'), { mode: 0o700 })
  symlinkSync(temporaryDirectory(), join(linked, 'tenantry/compiled'))
  expect(inCache(linked)).toBeUndefined()
  const filed = temporaryDirectory()
  writeFileSync(join(filed, 'tenantry'), '')
  expect(inCache(filed)).toBeUndefined()
})
