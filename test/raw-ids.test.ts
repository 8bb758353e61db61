import { expect, test } from 'vitest'
import { codeDefinitions } from '../lib/codes.ts'
import { loadCommands } from '../scripts/commands/index.ts'
import { globalOptions } from '../scripts/terminal/global-options.ts'
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
