import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { askGitOf } from '../../../scripts/git/held.ts'
import { temporaryDirectory } from '../harness.ts'
import { scratch } from './scratch.ts'

test('what git holds counts as held with its folders, what it is told to ignore as ignored', () => {
  const { checkout, git, write, commit } = scratch()
  write('.gitignore', '/.tenantry/\n*.env\n')
  write('.tenantry/out/x', '')
  write('prod.env', '')
  write('notes.txt', '')
  write(':(glob)**', '')
  git('add', '-f', '.tenantry/out/x')
  commit()
  write('.tenantry/other', '')
  write('new.txt', '')
  const held = askGitOf(checkout)(['.tenantry', 'prod.env', 'notes.txt', 'new.txt', ':(glob)**'])
  if (held === 'silent') throw new Error('git gave no answer')
  expect([...held.tracked].sort()).toEqual(
    [':(glob)**', '.tenantry', '.tenantry/out', '.tenantry/out/x', 'notes.txt'].sort(),
  )
  expect([...held.ignored]).toContain('prod.env')
  expect([...held.ignored]).not.toContain('new.txt')
})

test('paths are those from the data’s root, which may be a part of what git holds', () => {
  const { root, checkout, write, commit } = scratch()
  write('data/.tenantry/x', '')
  write('.gitignore', 'ignored\n')
  commit()
  write('data/ignored', '')
  const held = askGitOf({ ...checkout, root: join(root, 'data') })(['.tenantry', 'ignored'])
  if (held === 'silent') throw new Error('git gave no answer')
  expect(held.tracked.has('.tenantry')).toBe(true)
  expect([...held.ignored]).toEqual(['ignored'])
})

test('outside of git nothing is held, and where git is broken or absent there is no answer', () => {
  const plain = temporaryDirectory()
  const environment = { PATH: process.env.PATH, HOME: plain }
  expect(askGitOf({ root: plain, environment })(['a'])).toEqual({ tracked: new Set(), ignored: new Set() })
  mkdirSync(join(plain, '.git'))
  writeFileSync(join(plain, '.git/HEAD'), 'nonsense')
  expect(askGitOf({ root: plain, environment })(['a'])).toBe('silent')
  expect(askGitOf({ root: scratch().root, environment: { PATH: plain } })(['a'])).toBe('silent')
})

test('more paths than fit on one command line are asked about all the same', () => {
  const { checkout, write, commit } = scratch()
  write('a/last', '')
  commit()
  const paths = [...Array.from({ length: 1500 }, (_, index) => `${'x'.repeat(2000)}${index}`), 'a']
  const held = askGitOf(checkout)(paths)
  expect(held === 'silent' ? held : [...held.tracked]).toEqual(['a', 'a/last'])
})
