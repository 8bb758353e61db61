import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runHere, temporaryDirectory } from '../harness.ts'

async function told(...words: readonly string[]) {
  const { status, stdout } = await runHere(['prove', ...words, '--json'])
  expect(status).toBe(0)
  return JSON.parse(stdout)
}

const whole = await told()

describe('prove', () => {
  test('proves every belief of the example, and cites its article or basis', () => {
    expect(whole.beliefs.length).toBeGreaterThan(10)
    for (const { holds, projects, breaches, article, basis } of whole.beliefs) {
      expect({ holds, breaches, about: projects > 0 }).toEqual({ holds: true, breaches: [], about: true })
      expect(article ?? basis).toMatch(/\S/)
    }
    expect(whole.findings).toEqual([])
  })

  test('counts every pair once: kept apart by one thing, or open', () => {
    const { total, apart, named, unnamed } = whole.pairs
    const closed = Object.values<number>(apart).reduce((sum, count) => sum + count, 0)
    const open = unnamed.reduce((sum: number, { pairs }: { pairs: number }) => sum + pairs, named.length)
    expect(closed + open).toBe(total)
    expect(open).toBeGreaterThan(0)
  })

  test('names a rule of either side for what is open', () => {
    for (const { sample } of whole.pairs.unnamed) {
      const sides = new Set(sample.rules.map(({ stack }: { stack: string }) => stack))
      expect(sides).toEqual(new Set([sample.from, sample.to]))
    }
  })

  test('looks only at the systems that are asked for, and at those that their rules name', async () => {
    const { beliefs, pairs, findings } = await told('ningwu/jiaoyuju')
    expect(pairs.total).toBeLessThan(whole.pairs.total)
    expect(findings).toEqual([])
    const regions = beliefs.flatMap(({ jurisdiction }: { jurisdiction?: string }) => jurisdiction ?? [])
    expect(new Set(regions)).toEqual(new Set(['ningwu']))
  })

  test('says in either language what holds, and counts the pairs that it keeps apart', async () => {
    const zh = await runHere(['prove', 'ningwu/jiaoyuju', '--lang', 'zh'])
    const en = await runHere(['prove', 'ningwu/jiaoyuju', '--lang', 'en'])
    // Articles as officials cite them.
    expect(zh.stdout).toMatch(/^角色均经授予（roles-granted，《宁武县.+》第三部分/m)
    expect(zh.stdout).toMatch(/^分区隔离（zones-apart，.+）：成立，\d+ 个项目：/m)
    expect(en.stdout).toMatch(/^zones apart \(zones-apart, .+\): holds for \d+ projects: /m)
    const [pairs] = /^(\d+) 对系统：/m.exec(zh.stdout)?.slice(1) ?? []
    expect(en.stdout).toMatch(new RegExp(`^${pairs} pairs of systems: `, 'm'))
  })

  test('writes its findings in the form that is asked for, beside the proof', async () => {
    const folder = temporaryDirectory()
    const out = join(folder, 'isolation.sarif')
    const { stdout } = await runHere(['prove', 'ningwu', '--format', 'sarif', '--out', out])
    expect(JSON.parse(readFileSync(out, 'utf8')).version).toBe('2.1.0')
    expect(stdout).toContain('zones-apart')
  })

  test('writes nothing but the form that is asked for, where no file is named', async () => {
    const { status, stdout } = await runHere(['prove', '--format', 'sarif'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0' })
  })

  test('makes no folder for a file that was named', async () => {
    const folder = temporaryDirectory()
    const { status } = await runHere(['prove', 'ningwu', '--out', join(folder, 'slip', 'isolation.txt')])
    expect([status, readdirSync(folder)]).toEqual([2, []])
  })

  test('writes for programs what they asked for, where no form is named', async () => {
    const out = join(temporaryDirectory(), 'isolation.json')
    await runHere(['prove', 'ningwu', '--json', '--out', out])
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ findings: [] })
  })

  test('writes the proof as a page, the same bytes each time, with the digest of every stack', async () => {
    const folder = temporaryDirectory()
    const pages = await Promise.all(
      ['one.html', 'two.html'].map(async name => {
        const run = await runHere(['prove', '--page', join(folder, name)])
        expect(run.status, run.stderr).toBe(0)
        return readFileSync(join(folder, name), 'utf8')
      }),
    )
    expect(pages[1]).toBe(pages[0])
    expect(pages[0]?.match(/<td><code>[0-9a-f]{64}<\/code><\/td>/g)?.length).toBe(33)
    expect(pages[0]).toContain('社会保险经办系统')
  })
})
