import { expect, test } from 'vitest'
import { codeDefinitions } from '../../../lib/codes.ts'
import { runHere } from '../harness.ts'

test('explain tells a code, its severity, title and reason, in either case', async () => {
  const { status, stdout } = await runHere(['explain', 'ty9101'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^TY9101 {2}error {2}Node\.js is too old\n\nNode\.js 22\.18/)
  expect((await runHere(['explain', 'TY9101', '--lang', 'zh'])).stdout).toMatch(
    /^TY9101 {2}错误 {2}Node\.js 版本过低\n/,
  )
})

test('explain without a code lists every code, one a line', async () => {
  const { stdout } = await runHere(['explain'])
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map(line => line.slice(0, 6)),
  ).toEqual(codeDefinitions.map(({ code }) => code))
})

test('explain --json gives programs the same', async () => {
  const all = JSON.parse((await runHere(['explain', '--json'])).stdout).codes
  expect(all).toHaveLength(codeDefinitions.length)
  const one = JSON.parse((await runHere(['explain', '--json', 'TY9101'])).stdout).codes[0]
  expect(all).toContainEqual(one)
})

test('explain names the articles that a code enforces', async () => {
  const cited = codeDefinitions.find(({ articles = [] }) => articles.length > 0)
  expect(cited).toBeDefined()
  const { stdout } = await runHere(['explain', cited?.code ?? ''])
  expect(stdout).toContain(`Articles: ${cited?.articles?.join(', ')}`)
})
