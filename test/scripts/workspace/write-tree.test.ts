import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeTree } from '../../../scripts/workspace/write-tree.ts'
import { temporaryDirectory } from '../harness.ts'

test('a tree that cannot be completed leaves nothing behind', async () => {
  const directory = temporaryDirectory()
  const failing = async () => {
    throw new Error('no')
  }
  await expect(writeTree(join(directory, 'tree'), new Map([['a/b', 'x']]), failing)).rejects.toThrow('no')
  expect(readdirSync(directory)).toEqual([])
})
