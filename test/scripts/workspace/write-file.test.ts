import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWhole } from '../../../scripts/workspace/write-file.ts'
import { temporaryDirectory } from '../harness.ts'

test('a file is written whole, over the old one too, with the directories it needs', () => {
  const directory = temporaryDirectory({ 'a/b.txt': 'old' })
  writeWhole(join(directory, 'a/b.txt'), 'new')
  writeWhole(join(directory, 'c/d.txt'), 'other')
  expect(readFileSync(join(directory, 'a/b.txt'), 'utf8')).toBe('new')
  expect(readFileSync(join(directory, 'c/d.txt'), 'utf8')).toBe('other')
})

test('a file that cannot be put in its place leaves nothing behind', () => {
  const directory = temporaryDirectory()
  mkdirSync(join(directory, 'taken'))
  expect(() => writeWhole(join(directory, 'taken'), 'x')).toThrow()
  expect(readdirSync(directory)).toEqual(['taken'])
})

test('what the system refuses is told at the path asked for, not at a temporary one', () => {
  const directory = temporaryDirectory({ file: 'x' })
  const path = join(directory, 'file/b.txt')
  expect(() => writeWhole(path, 'x')).toThrow(expect.objectContaining({ path }))
})
