import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  makeFolder,
  namesIn,
  namesInPlain,
  namesInReadable,
  removeIfEmpty,
} from '../../../scripts/files/folder.ts'
import { temporaryDirectory } from '../harness.ts'

function place() {
  const root = temporaryDirectory({ 'full/a': '', file: '' })
  mkdirSync(join(root, 'empty'))
  symlinkSync(join(root, 'full'), join(root, 'link'))
  symlinkSync(join(root, 'empty'), join(root, 'link-to-empty'))
  symlinkSync(join(root, 'nothing'), join(root, 'dangling'))
  return (name: string) => join(root, name)
}

test('each way to look into a folder has its own answer to links, files and nothing', () => {
  const at = place()
  const names = ['full', 'link', 'empty', 'nothing', 'dangling']
  expect(names.map(name => namesIn(at(name)))).toEqual([['a'], ['a'], [], [], []])
  expect(() => namesIn(at('file'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }))
  expect([...names, 'file'].map(name => namesInPlain(at(name)))).toEqual([['a'], [], [], [], [], []])
  expect([...names, 'file'].map(name => namesInReadable(at(name)))).toEqual([['a'], ['a'], [], [], [], []])
})

test('only an empty folder itself is removed', () => {
  const at = place()
  for (const name of ['full', 'link', 'link-to-empty', 'nothing', 'dangling', 'file', 'empty'])
    removeIfEmpty(at(name))
  expect(existsSync(at('empty'))).toBe(false)
  expect(readdirSync(at('.')).sort()).toEqual(['dangling', 'file', 'full', 'link', 'link-to-empty'])
})

test('a folder is made with those around it, and what stands in the way is told', () => {
  const at = place()
  makeFolder(at('new/deep/er'), 0o700)
  expect(statSync(at('new/deep/er')).mode & 0o777).toBe(0o700)
  makeFolder(at('new/deep/er'))
  expect(() => makeFolder(at('file/x'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }))
  expect(() => makeFolder(at('dangling/x'))).toThrow(expect.objectContaining({ code: 'EEXIST' }))
  expect(() => makeFolder(at('file'))).toThrow(expect.objectContaining({ code: 'EEXIST' }))
})
