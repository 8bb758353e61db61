import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { liesInside } from '../../../lib/read/inside.ts'
import { defaultCacheDirectory } from '../../../scripts/store/directory.ts'
import { temporaryFolder } from '../../read/tree.ts'

test('inside and outside are told apart through links and dots', () => {
  const root = temporaryFolder()
  const outside = temporaryFolder()
  mkdirSync(join(root, 'inner'))
  symlinkSync(join(root, 'inner'), join(outside, 'into'))
  expect(liesInside(root, root)).toBe(true)
  expect(liesInside(join(root, 'a/b'), root)).toBe(true)
  expect(liesInside(join(root, '..data'), root)).toBe(true)
  expect(liesInside(join(outside, 'into/cache'), root)).toBe(true)
  expect(liesInside(join(root, '../elsewhere'), root)).toBe(false)
  expect(liesInside(`${root}-cache`, root)).toBe(false)
})

test('the default place follows the XDG specification, which ignores relative paths', () => {
  expect(defaultCacheDirectory({ XDG_CACHE_HOME: '/x', HOME: '/h' })).toBe(join('/x', 'tenantry'))
  expect(defaultCacheDirectory({ XDG_CACHE_HOME: 'x', HOME: '/h' })).toBe(join('/h', '.cache', 'tenantry'))
  expect(defaultCacheDirectory({ HOME: '/h' })).toBe(join('/h', '.cache', 'tenantry'))
  expect(defaultCacheDirectory({})).toBeUndefined()
})
