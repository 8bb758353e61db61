import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runHere, temporaryDirectory } from '../harness.ts'

const day = ['--at', '2026-11-23', '--lang', 'zh']

interface Told {
  readonly system: string
  readonly deadline: { readonly id: string }
  readonly due?: string
  readonly done?: string
}

interface ToldRoutine {
  readonly jurisdiction: { readonly id: string }
  readonly routine: { readonly id: string }
  readonly period: string
}

/** An article as files name it, such as `DT-11c`: no reader of a regulation knows it. */
const articleId = /\b[A-Z]{2}-\d/

describe('deadlines', () => {
  test('writes a calendar of what it tells, of each that has a day and is not done, on grounds in words', async () => {
    const file = join(temporaryDirectory(), 'deadlines.ics')
    const { status, stdout } = await runHere(['deadlines', '--json', '--ics', file, ...day])
    const answer = JSON.parse(stdout)
    const told: readonly Told[] = answer.deadlines
    const routines: readonly ToldRoutine[] = answer.routines
    const open = told.filter(({ due, done }) => due !== undefined && done === undefined)
    const lines = readFileSync(file, 'utf8').replaceAll('\r\n ', '').split('\r\n')
    const uids = lines.flatMap(line => /^UID:(.+)\/[^/]+@tenantry$/.exec(line)?.[1] ?? [])
    expect(status).toBe(0)
    expect(uids.length).toBeGreaterThan(3)
    const wanted = [
      ...open.map(({ system, deadline }) => `${system}/${deadline.id}`),
      ...routines.map(({ jurisdiction, period, routine }) => `${jurisdiction.id}/${period}/${routine.id}`),
    ]
    expect(routines.length).toBeGreaterThan(3)
    expect(uids.toSorted()).toEqual(wanted.toSorted())
    const grounds = lines.filter(line => line.startsWith('DESCRIPTION:依据：'))
    expect(grounds).toHaveLength(uids.length)
    expect(grounds.filter(line => !line.startsWith('DESCRIPTION:依据：《') || articleId.test(line))).toEqual(
      [],
    )
  })

  test('tells what is open by the names of regulations, roles and articles', async () => {
    const { stdout } = await runHere(['deadlines', 'ningwu/weijianju', 'zhejiang/tongjiju', ...day])
    expect(stdout).not.toMatch(articleId)
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        '  [办理中] 收回云资源  2026-11-25（尚余 2 个工作日）  政务云服务提供方  第二部分第（六）项',
        '  [等待期满] 最短试用期  2026-11-24（尚余 1 天）  使用单位  第九条',
      ]),
    )
  })

  test('tells the routines of a jurisdiction that is asked for as a whole, and of no unit of it', async () => {
    const { stdout } = await runHere(['deadlines', 'zhejiang', ...day])
    expect(stdout.split('\n').slice(-5)).toEqual([
      'zhejiang  例行事项  《浙江省电子政务云计算平台管理办法》',
      '  [办理中] 提供云资源利用情况表、运行维护报告和优化建议（2026年11月）  2026-11-30（尚余 7 天）  政务云平台供应商  第十五条',
      expect.stringContaining('[办理中] 发布安全公告（2026年11月）  2026-11-30'),
      expect.stringContaining('考核各单位政务云平台使用情况（2026年）  2027-12-31'),
      '',
    ])
    const ofUnit = await runHere(['deadlines', 'zhejiang/tongjiju', ...day])
    expect(ofUnit.stdout).not.toContain('例行事项')
  })
})
