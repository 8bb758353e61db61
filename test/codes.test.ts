import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeDefinitions, codeGroups, definitionByCode } from '../lib/codes.ts'
import { codesPage } from '../lib/codes-page.ts'
import { retiredCodes } from '../lib/retired-codes.ts'

const root = join(import.meta.dirname, '..')

test('every code is used once', () => {
  const codes = codeDefinitions.map(({ code }) => code)
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

test('every code stands under one heading of the page', () => {
  const headings = codeDefinitions.map(
    ({ code }) => codeGroups.filter(({ prefix }) => code.startsWith(prefix)).length,
  )
  expect(new Set(headings)).toEqual(new Set([1]))
})

test('a retired code is defined nowhere else, and says so', () => {
  expect(
    retiredCodes.filter(({ why }) => !why.zh.startsWith('已停用') || !why.en.startsWith('Retired')),
  ).toEqual([])
  const live = codeDefinitions.filter(definition => !retiredCodes.includes(definition))
  const codes = new Set(live.map(({ code }) => code))
  expect(retiredCodes.filter(({ code }) => codes.has(code))).toEqual([])
})

test('codes are in order and of one form', () => {
  const codes = codeDefinitions.map(({ code }) => code)
  expect(codes).toEqual(codes.toSorted())
  expect(codes.filter(code => !/^TY\d{4}$/.test(code))).toEqual([])
})

test('every code has a title and a reason in Chinese and in English', () => {
  const lacking = codeDefinitions.filter(({ title, why }) =>
    [title, why].some(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/[a-z]{2}/i.test(en)),
  )
  expect(lacking.map(({ code }) => code)).toEqual([])
})

test('Chinese texts are set with Chinese punctuation', () => {
  const halfWidth = /[\p{Script=Han}”][,;:!?]|[,;:!?]\p{Script=Han}|\([^()]*\p{Script=Han}/u
  // What stands in quotes may be YAML, whose punctuation is its own.
  const prose = (text: string) => text.replaceAll(/“[^”]*”/g, '“”')
  const wrong = codeDefinitions.filter(({ title, why }) =>
    [title, why].some(({ zh }) => halfWidth.test(prose(zh))),
  )
  expect(wrong.map(({ code }) => code)).toEqual([])
})

test('every code that the sources and documents mention is defined', () => {
  const files = ['lib', 'scripts', 'stacks', 'docs', 'catalogue'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name)),
  )
  const undefinedCodes = [...files, join(root, 'README.md')].flatMap(file =>
    (readFileSync(file, 'utf8').match(/\bTY\d{4}\b/g) ?? []).filter(code => !definitionByCode.has(code)),
  )
  expect(undefinedCodes).toEqual([])
})

test('docs/codes.md says what the codes say (npm run docs writes it)', async () => {
  await expect(codesPage(codeDefinitions)).toMatchFileSnapshot(join(root, 'docs/codes.md'))
})
