import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultCacheDirectory, liesInside, openCache } from '../../lib/read/cache.ts'
import { readRepository } from '../../lib/read/index.ts'
import { readerVersion } from '../../lib/read/version.ts'
import { catalogue, repository, temporaryFolder, write } from './tree.ts'

const digest = (index: number) => index.toString(16).padStart(2, '0').repeat(32)

function shards(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.jsonl'))
    .map(name => join(directory, name))
    .sort()
}

test('what was put and saved is there for the next run', () => {
  const directory = temporaryFolder()
  const first = openCache(directory, 'v1')
  first.put('system', digest(1), '{"a":"系统\\n"}')
  expect(first.get('system', digest(1))).toEqual({ a: '系统\n' })
  first.save()
  expect(openCache(directory, 'v1').get('system', digest(1))).toEqual({ a: '系统\n' })
})

test('another version, another kind and other bytes find nothing', () => {
  const directory = temporaryFolder()
  const cache = openCache(directory, 'v1')
  cache.put('system', digest(1), '1')
  cache.save()
  expect(openCache(directory, 'v2').get('system', digest(1))).toBeUndefined()
  expect(openCache(directory, 'v1').get('unit', digest(1))).toBeUndefined()
  expect(openCache(directory, 'v1').get('system', digest(65))).toBeUndefined()
})

test('a shard that is truncated, changed, foreign, a folder or a link is as good as none', () => {
  const directory = temporaryFolder()
  const fill = () => {
    const cache = openCache(directory, 'v1')
    cache.put('system', digest(1), '{"level":3}')
    cache.save()
  }
  fill()
  const [path = ''] = shards(directory)
  const good = readFileSync(path)
  const tampered = Buffer.from(good.toString().replace('"level":3', '"level":1'))
  for (const content of [
    good.subarray(0, -3),
    good.subarray(0, 30),
    tampered,
    Buffer.alloc(0),
    Buffer.from('{}\n'),
  ]) {
    writeFileSync(path, content)
    expect(openCache(directory, 'v1').get('system', digest(1))).toBeUndefined()
    fill()
    expect(readFileSync(path)).toEqual(good)
  }
})

test('a cache folder that others can write to is not trusted', () => {
  const directory = temporaryFolder()
  const cache = openCache(directory, 'v1')
  cache.put('system', digest(1), '1')
  cache.save()
  const open = temporaryFolder()
  cpSync(directory, open, { recursive: true })
  expect(openCache(open, 'v1').get('system', digest(1))).toBe(1)
  chmodSync(join(open, 'read/v1'), 0o777)
  expect(openCache(open, 'v1').get('system', digest(1))).toBeUndefined()
  const link = temporaryFolder()
  mkdirSync(join(link, 'read'))
  symlinkSync(join(directory, 'read/v1'), join(link, 'read/v1'))
  expect(openCache(link, 'v1').get('system', digest(1))).toBeUndefined()
})

test('entries that a run did not use go when they are more than those it used', () => {
  const directory = temporaryFolder()
  const json = JSON.stringify('x'.repeat(300_000))
  for (let run = 0; run < 12; run += 1) {
    const cache = openCache(directory, 'v1')
    // One shard: digests whose first byte is the same.
    cache.put('system', `01${run.toString(16).padStart(62, '0')}`, json)
    cache.save()
  }
  const size = shards(directory).reduce((sum, path) => sum + statSync(path).size, 0)
  expect(size).toBeLessThan(2_000_000)
  expect(openCache(directory, 'v1').get('system', `01${(11).toString(16).padStart(62, '0')}`)).toHaveLength(
    300_000,
  )
  expect(openCache(directory, 'v1').get('system', `01${'0'.repeat(62)}`)).toBeUndefined()
})

test('versions that nobody wrote for a month, and remains of killed runs, are swept away', () => {
  const directory = temporaryFolder()
  for (const version of ['old', 'recent', 'v1']) {
    const cache = openCache(directory, version)
    cache.put('system', digest(1), '1')
    cache.save()
  }
  const remains = join(directory, 'read/v1/01.jsonl.1.aa.tmp')
  writeFileSync(remains, '')
  utimesSync(remains, 0, 0)
  utimesSync(join(directory, 'read/old'), 0, 0)
  const cache = openCache(directory, 'v1')
  cache.put('system', digest(2), '2')
  cache.save()
  expect(readdirSync(join(directory, 'read')).sort()).toEqual(['recent', 'v1'])
  expect(readdirSync(join(directory, 'read/v1')).filter(name => name.endsWith('.tmp'))).toEqual([])
})

test('runs at the same time lose nothing but work', () => {
  const directory = temporaryFolder()
  const [first, second] = [openCache(directory, 'v1'), openCache(directory, 'v1')]
  first.get('system', digest(1))
  second.get('system', digest(1))
  first.put('system', digest(1), '1')
  second.put('system', digest(1), '1')
  first.save()
  second.save()
  expect(openCache(directory, 'v1').get('system', digest(1))).toBe(1)
})

test('a cache that cannot be written changes nothing', async () => {
  const directory = join(repository({ file: '' }), 'file')
  const { documents, findings } = await readRepository(repository(catalogue), { cacheDirectory: directory })
  expect(findings).toEqual([])
  expect(documents).toHaveLength(3)
})

test('a second run reads the same from the cache, and one changed file is parsed again', async () => {
  const cacheDirectory = temporaryFolder()
  const system = 'tenants/ningwu/jiaoyuju/xueji.yaml'
  const root = repository({ ...catalogue, [system]: 'name: 学籍\n' })
  const plain = async () =>
    (await readRepository(root, { cacheDirectory })).documents.map(({ file, kind, digest, value }) => ({
      file,
      kind,
      digest,
      value,
    }))
  const cold = await plain()
  expect(shards(cacheDirectory).length).toBeGreaterThan(0)
  expect(await plain()).toEqual(cold)
  write(root, system, 'name: 学籍管理\n')
  expect((await plain()).find(({ file }) => file === system)?.value).toEqual({ name: '学籍管理' })
})

test('positions come from the bytes, for cached documents too', async () => {
  const cacheDirectory = temporaryFolder()
  const root = repository(catalogue)
  await readRepository(root, { cacheDirectory })
  const { documents } = await readRepository(root, { cacheDirectory })
  expect(documents.map(document => document.at(['kind']).range.start.column)).toEqual([7, 7, 7])
})

test('a file with findings is never cached', async () => {
  const cacheDirectory = temporaryFolder()
  const root = repository({ ...catalogue, 'tenants/ningwu/jiaoyuju/xueji.yaml': 'a: ${x}\n' })
  const codes = async () => (await readRepository(root, { cacheDirectory })).findings.map(({ code }) => code)
  expect(await codes()).toEqual(['TY1209'])
  expect(await codes()).toEqual(['TY1209'])
})

test('a poisoned entry inside the repository is never read: such a cache is refused and said to be', async () => {
  const root = repository(catalogue)
  const cacheDirectory = join(root, '.cache')
  const { findings } = await readRepository(root, { cacheDirectory })
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['TY1013', 'info']])
  expect(readdirSync(root)).not.toContain('.cache')
})

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

test('the version changes with any line of the reader', () => {
  const source = join(import.meta.dirname, '../../lib/read')
  const copy = temporaryFolder()
  cpSync(source, copy, { recursive: true })
  expect(readerVersion(copy)).toBe(readerVersion(source))
  truncateSync(join(copy, 'limits.ts'), 100)
  expect(readerVersion(copy)).not.toBe(readerVersion(source))
})

test('the default place follows the XDG specification, which ignores relative paths', () => {
  expect(defaultCacheDirectory({ XDG_CACHE_HOME: '/x', HOME: '/h' })).toBe(join('/x', 'tenantry'))
  expect(defaultCacheDirectory({ XDG_CACHE_HOME: 'x', HOME: '/h' })).toBe(join('/h', '.cache', 'tenantry'))
  expect(defaultCacheDirectory({ HOME: '/h' })).toBe(join('/h', '.cache', 'tenantry'))
  expect(defaultCacheDirectory({})).toBeUndefined()
})
