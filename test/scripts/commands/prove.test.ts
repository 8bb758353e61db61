import { describe, expect, test } from 'vitest'
import { runHere } from '../harness.ts'

interface Told {
  readonly from: string
  readonly to: string
  readonly reaches: boolean
  readonly barrier?: string
  readonly rules?: readonly { readonly stack: string }[]
}

async function told(...selectors: readonly string[]): Promise<readonly Told[]> {
  const { status, stdout } = await runHere(['prove', ...selectors, '--json'])
  expect(status).toBe(0)
  return JSON.parse(stdout).verdicts
}

function zoneOf(stack: string): string | undefined {
  return stack.split('_')[1]
}

describe('prove', () => {
  test('keeps every system of one zone from every system of the other', async () => {
    const across = (await told()).filter(({ from, to }) => zoneOf(from) !== zoneOf(to))
    expect(across.length).toBeGreaterThan(0)
    for (const verdict of across) expect(verdict).toMatchObject({ reaches: false, barrier: 'way' })
  })

  test('names a rule of either side for every pair that is open', async () => {
    const open = (await told()).filter(({ reaches }) => reaches)
    expect(open.length).toBeGreaterThan(0)
    for (const { from, to, rules = [] } of open)
      expect(new Set(rules.map(({ stack }) => stack))).toEqual(new Set([from, to]))
  })

  test('tells only of pairs with a system that is asked for', async () => {
    const pairs = await told('ningwu/jiaoyuju')
    expect(pairs.length).toBeGreaterThan(0)
    for (const { from, to } of pairs) expect(`${from} ${to}`).toContain('_ningwu_jiaoyuju_')
  })

  test('counts in either language the pairs that it keeps apart', async () => {
    const zh = await runHere(['prove', '--lang', 'zh'])
    const en = await runHere(['prove', '--lang', 'en'])
    const [pairs, apart] = /^(\d+) 对系统：(\d+) 对不可达/.exec(zh.stdout)?.slice(1) ?? []
    expect(en.stdout.startsWith(`${pairs} pairs of systems: ${apart} unreachable`)).toBe(true)
  })
})
