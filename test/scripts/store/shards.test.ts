import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCache } from '../../../scripts/store/shards.ts'
import { repository, temporaryFolder } from '../../read/tree.ts'

/** What one user's runs seal with. */
const secret = Buffer.alloc(32, 7)
const cacheIn = (directory: string, version: string) => openCache(directory, version, secret)

const digest = (index: number) => index.toString(16).padStart(2, '0').repeat(32)

function shards(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.jsonl'))
    .map(name => join(directory, name))
    .sort()
}

test('what was put and saved is there for the next run', () => {
  const directory = temporaryFolder()
  const first = cacheIn(directory, 'v1')
  first.put(digest(1), '{"a":"系统\\n"}')
  expect(first.get(digest(1))).toEqual({ a: '系统\n' })
  first.save()
  expect(cacheIn(directory, 'v1').get(digest(1))).toEqual({ a: '系统\n' })
})

test('another version and another key find nothing', () => {
  const directory = temporaryFolder()
  const cache = cacheIn(directory, 'v1')
  cache.put(digest(1), '1')
  cache.save()
  expect(cacheIn(directory, 'v2').get(digest(1))).toBeUndefined()
  expect(cacheIn(directory, 'v1').get(digest(65))).toBeUndefined()
})

test('a shard that is truncated, changed, foreign, a folder or a link is as good as none', () => {
  const directory = temporaryFolder()
  const fill = () => {
    const cache = cacheIn(directory, 'v1')
    cache.put(digest(1), '{"level":3}')
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
    expect(cacheIn(directory, 'v1').get(digest(1))).toBeUndefined()
    fill()
    expect(readFileSync(path)).toEqual(good)
  }
})

test('what was sealed with another secret is as good as none, and is written anew', () => {
  const directory = temporaryFolder()
  const foreign = openCache(directory, 'v1', Buffer.alloc(32, 8))
  foreign.put(digest(1), '"theirs"')
  foreign.save()
  const cache = cacheIn(directory, 'v1')
  expect(cache.get(digest(1))).toBeUndefined()
  cache.put(digest(1), '"ours"')
  cache.save()
  expect(cacheIn(directory, 'v1').get(digest(1))).toBe('ours')
})

test('an entry in the place of another, of its version or of its kind, is as good as none', () => {
  const [directory, other] = [join(temporaryFolder(), 'one'), join(temporaryFolder(), 'other')]
  const cache = cacheIn(directory, 'v1')
  cache.put(digest(1), '1')
  cache.save()
  const [path = ''] = shards(directory)
  cpSync(path, join(directory, 'v1/02.jsonl'))
  cpSync(join(directory, 'v1'), join(directory, 'v2'), { recursive: true })
  cpSync(directory, other, { recursive: true })
  expect(cacheIn(directory, 'v1').get(digest(1))).toBe(1)
  expect(cacheIn(directory, 'v1').get(digest(2))).toBeUndefined()
  expect(cacheIn(directory, 'v2').get(digest(1))).toBeUndefined()
  expect(cacheIn(other, 'v1').get(digest(1))).toBeUndefined()
})

test('a cache folder that others can write to is not trusted', () => {
  const directory = join(temporaryFolder(), 'verdicts')
  const cache = cacheIn(directory, 'v1')
  cache.put(digest(1), '1')
  cache.save()
  const open = join(temporaryFolder(), 'verdicts')
  cpSync(directory, open, { recursive: true })
  expect(cacheIn(open, 'v1').get(digest(1))).toBe(1)
  chmodSync(join(open, 'v1'), 0o777)
  expect(cacheIn(open, 'v1').get(digest(1))).toBeUndefined()
  const link = join(temporaryFolder(), 'verdicts')
  mkdirSync(link)
  symlinkSync(join(directory, 'v1'), join(link, 'v1'))
  expect(cacheIn(link, 'v1').get(digest(1))).toBeUndefined()
})

test('entries that a run did not use go when they are more than those it used', () => {
  const directory = temporaryFolder()
  const json = JSON.stringify('x'.repeat(300_000))
  for (let run = 0; run < 12; run += 1) {
    const cache = cacheIn(directory, 'v1')
    // One shard: digests whose first byte is the same.
    cache.put(`01${run.toString(16).padStart(62, '0')}`, json)
    cache.save()
  }
  const size = shards(directory).reduce((sum, path) => sum + statSync(path).size, 0)
  expect(size).toBeLessThan(2_000_000)
  expect(cacheIn(directory, 'v1').get(`01${(11).toString(16).padStart(62, '0')}`)).toHaveLength(300_000)
  expect(cacheIn(directory, 'v1').get(`01${'0'.repeat(62)}`)).toBeUndefined()
})

test('versions that nobody wrote for days, and remains of killed runs, are swept away', () => {
  const directory = temporaryFolder()
  for (const version of ['old', 'recent', 'v1']) {
    const cache = cacheIn(directory, version)
    cache.put(digest(1), '1')
    cache.save()
  }
  const remains = join(directory, 'v1/01.jsonl.1.aa.tmp')
  writeFileSync(remains, '')
  utimesSync(remains, 0, 0)
  utimesSync(join(directory, 'old'), 0, 0)
  const cache = cacheIn(directory, 'v1')
  cache.put(digest(2), '2')
  cache.save()
  expect(readdirSync(directory).sort()).toEqual(['recent', 'v1'])
  expect(readdirSync(join(directory, 'v1')).filter(name => name.endsWith('.tmp'))).toEqual([])
})

test('runs at the same time lose nothing but work', () => {
  const directory = temporaryFolder()
  const [first, second] = [cacheIn(directory, 'v1'), cacheIn(directory, 'v1')]
  first.get(digest(1))
  second.get(digest(1))
  first.put(digest(1), '1')
  second.put(digest(1), '1')
  first.save()
  second.save()
  expect(cacheIn(directory, 'v1').get(digest(1))).toBe(1)
})

test('a cache that cannot be written is a cache that forgets', () => {
  const directory = join(repository({ file: '' }), 'file')
  const cache = cacheIn(directory, 'v1')
  cache.put(digest(1), '1')
  cache.save()
  expect(cacheIn(directory, 'v1').has(digest(1))).toBe(false)
})
