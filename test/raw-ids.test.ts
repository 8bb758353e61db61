import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeDefinitions } from '../lib/codes.ts'
import { loadCommands } from '../scripts/commands/index.ts'
import { globalOptions } from '../scripts/terminal/global-options.ts'
import { packageRoot } from '../scripts/workspace/package-root.ts'
import { exampleIds } from './check/rule-table.ts'
import { rawIn, rawWithin } from './wording.ts'

test.each([
  ['须有 resources 为 trial 的状态', ['trial']],
  ['须有资源为试用（“trial”）的状态', []],
  ['catalogue/ 下的文件', []],
  ['由 catalogue 登记', ['catalogue']],
  ['如 --live', []],
])('an id stands raw in “%s”: %j', (text, ids) => {
  expect(rawIn(text, 'zh', exampleIds())).toEqual(ids)
})

test('an example is to be typed, and what follows it is not', () => {
  const help = { zh: '分区，如 zone:internet、platform，或 extranet' }
  expect(rawWithin(help, exampleIds(), 'x')).toEqual([`x.zh: extranet in “${help.zh}”`])
})

test('no explanation of a code shows an id raw that has a term', () => {
  const raw = codeDefinitions.flatMap(({ code, title, why }) => rawWithin({ title, why }, exampleIds(), code))
  expect(raw).toEqual([])
})

test('no help of a command shows an id raw that has a term', async () => {
  const said = [...(await loadCommands()), { name: 'global options', options: globalOptions }]
  expect(said.flatMap(one => rawWithin(one, exampleIds(), one.name))).toEqual([])
})

/** What an editor shows of a schema: with where it stands, but for the example of what an article's id looks like. */
function hoversIn(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value !== 'object' || value === null || path.endsWith('.article')) return []
  return Object.entries(value).flatMap(([key, member]) =>
    typeof member === 'string' && /^(?:description|markdownDescription)$|^\d+$/.test(key)
      ? [[`${path}.${key}`, member] as const]
      : hoversIn(member, `${path}.${key}`),
  )
}

const schemaFolder = join(packageRoot, 'catalogue/schema')

test.each(readdirSync(schemaFolder))('no hover of %s names an article by its id', name => {
  const schema: unknown = JSON.parse(readFileSync(join(schemaFolder, name), 'utf8'))
  const hovers = hoversIn(schema, name)
  expect(hovers.length).toBeGreaterThan(0)
  expect(hovers.filter(([, text]) => /\b[A-Z]{2}\d?-\d/.test(text))).toEqual([])
})
