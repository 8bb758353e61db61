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

/** An article as files name it, such as `DT-11c`: no reader of a regulation knows it. */
const articleId = /\b[A-Z]{2}-\d/

describe('deadlines', () => {
  test('writes a calendar of what it tells, of each that has a day and is not done, on grounds in words', async () => {
    const file = join(temporaryDirectory(), 'deadlines.ics')
    const { status, stdout } = await runHere(['deadlines', '--json', '--ics', file, ...day])
    const told: readonly Told[] = JSON.parse(stdout).deadlines
    const open = told.filter(({ due, done }) => due !== undefined && done === undefined)
    const lines = readFileSync(file, 'utf8').replaceAll('\r\n ', '').split('\r\n')
    const uids = lines.flatMap(line => /^UID:(.+)\/[^/]+@tenantry$/.exec(line)?.[1] ?? [])
    expect(status).toBe(0)
    expect(uids.length).toBeGreaterThan(3)
    expect(uids.toSorted()).toEqual(open.map(({ system, deadline }) => `${system}/${deadline.id}`).toSorted())
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
})
