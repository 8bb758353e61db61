import { describe, expect, it } from 'vitest'
import type { Scratch } from '../git/scratch.ts'
import { runHere, testDay } from '../harness.ts'
import { appendTo, approvedChange, evidenceSince, oneMoreAsked, xueji } from './approved-change.ts'

const system = 'ningwu/jiaoyuju/xueji-guanli'
const edits = { before: (made: Scratch) => evidenceSince(made, testDay), change: oneMoreAsked }

describe('the evidence, read by an auditor,', () => {
  it('is a log with the newest first, each with verdict, decision, people and article, and is narrowed', async () => {
    const on = await approvedChange(edits)
    const here = { cwd: on.root, environment: { PATH: process.env.PATH } }
    const log = async (...argv: readonly string[]) => {
      const { status, stdout } = await runHere(['audit', 'log', '--json', ...argv], here)
      const { records, findings } = JSON.parse(stdout)
      return { status, records, findings, numbers: records.map(({ record }: { record: number }) => record) }
    }
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    const approved = on.git('rev-parse', 'HEAD')
    appendTo(on, xueji, '# straight to main\n')
    on.commit('straight to main')
    on.publish()
    on.write('docs/x.md', 'x\n')
    const last = on.commit('of nobody')
    expect((await runHere(['audit', 'log'], here)).status).toBe(3)
    on.publish()
    await on.record()
    await on.record()

    const { records, numbers, status } = await log()
    expect([status, numbers]).toEqual([0, [2, 1]])
    expect(records[1]).toMatchObject({
      day: testDay,
      commit: approved,
      change: 7,
      verdict: { id: 'approved', name: { en: 'approved' } },
      about: [system],
      decided: [{ system, event: { id: 'change-approved' }, on: testDay }],
      approvals: [{ system, kind: 'change', steps: [{ by: [{ review: '10', person: 'P-3' }] }] }],
    })
    expect(records[0]).toMatchObject({
      commit: last,
      change: null,
      verdict: { id: 'unapproved' },
      objections: ['TY4513'],
      about: [system],
      decided: [],
    })

    expect((await log('--verdict', 'unapproved')).numbers).toEqual([2])
    expect((await log('--verdict', 'ratified')).numbers).toEqual([])
    expect((await log('--since', testDay, '--until', testDay)).numbers).toEqual([2, 1])
    expect((await log('--since', '2026-11-24')).numbers).toEqual([])
    expect((await log('--until', '2026-11-22')).numbers).toEqual([])
    expect((await log('--at', '2026-11-22')).numbers).toEqual([])
    expect((await log('--system', system)).numbers).toEqual([2, 1])
    // What is there and never was decided on has no records; what is nowhere is refused with what is near.
    expect((await log('--unit', 'ningwu/weijianju')).numbers).toEqual([])
    const unknown = await runHere(
      ['audit', 'log', '--system', 'ningwu/jiaoyuju/xuejii', '--lang', 'en'],
      here,
    )
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringMatching(/TY9\d{3}.*xueji-guanli/)])

    const table = await runHere(['audit', 'log', '--lang', 'en'], here)
    expect(table.stdout.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^record {2}day {9}change {2}commit {8}verdict/),
      expect.stringContaining(`2       ${testDay}          ${last.slice(0, 12)}  bypassed  ${system}`),
      expect.stringMatching(
        new RegExp(
          `^1 {7}${testDay} {2}#7 {6}${approved.slice(0, 12)} {2}approved {2}${system} .*P-3 {2}Ningwu`,
        ),
      ),
    ])
    const csv = await runHere(['audit', 'log', '--format', 'csv', '--lang', 'zh'], here)
    expect(csv.stdout).toMatch(new RegExp(`^\ufeff编号,日期,.*\r\n2,${testDay},,${last},绕过审批,`))
  }, 120_000)

  it('gives the life of one system, with what its records decided and what no record holds', async () => {
    const on = await approvedChange(edits)
    const here = { cwd: on.root, environment: { PATH: process.env.PATH } }
    const life = async (...argv: readonly string[]) => {
      const { stdout } = await runHere(['audit', 'timeline', system, '--json', ...argv], here)
      return JSON.parse(stdout)
    }
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    const approved = on.git('rev-parse', 'HEAD')
    await on.record({ tool: '0.0.9' })
    const { events, states, deadlines, ...rest } = await life()
    expect(events.slice(-2)).toMatchObject([
      { event: { id: 'change-submitted' }, known: { id: 'manifest' }, record: null, people: [] },
      {
        event: { id: 'change-approved' },
        on: testDay,
        known: { id: 'record' },
        decision: true,
        record: 1,
        commit: approved,
        people: ['P-3'],
        article: { id: 'NW-2.5' },
      },
    ])
    expect(events.at(-1).changes.map(({ en }: { en: string }) => en)).toContainEqual(
      expect.stringMatching(/\(ecs\.domestic\.4c8g\) 2 → 3/),
    )
    expect(states.at(-1)).toMatchObject({ state: { id: 'change-approved' }, from: testDay, to: null })
    expect(deadlines.length).toBeGreaterThan(0)
    expect(rest).toMatchObject({
      evidence: { number: 1 },
      bypasses: [],
      unrecorded: null,
      changedSince: null,
    })
    expect((await life('--at', '2023-05-16')).states).toMatchObject([
      { state: { id: 'submitted' }, to: null },
    ])

    appendTo(on, xueji, '# straight to main\n')
    on.commit('straight to main')
    on.publish()
    expect(await life()).toMatchObject({ bypasses: [], changedSince: 1 })
    await on.record()
    expect(await life()).toMatchObject({
      bypasses: [{ record: 2, verdict: { id: 'unapproved' }, ratifiedBy: null }],
      changedSince: null,
    })
    const { stdout } = await runHere(['audit', 'verify', '--json'], here)
    expect(JSON.parse(stdout)).toMatchObject({
      records: 2,
      anchor: { number: 2 },
      decidedAgain: { count: 2, undecidable: [], otherVersions: [{ tool: '0.0.9', records: 1 }] },
      findings: [{ code: 'TY4513' }],
    })
    const verdict = await runHere(['audit', 'verify', '--lang', 'en'], here)
    expect(verdict.stdout).toMatch(
      /^2 records, 2 decided again \(of these by other versions, .*: 0\.0\.9: 1\), newest 2:/,
    )
    const shown = await runHere(['audit', 'timeline', system, '--lang', 'zh'], here)
    expect(shown.stdout).toMatch(/^ {2}2026-11-23 起 {2}\S+ {2}第/m)
    expect(shown.stdout).toMatch(/\[审批记录 第 1 号 #7\] {2}提交 [0-9a-f]{12} {2}P-3 {2}第/)
    expect(shown.stdout).toMatch(/绕过审批的改动\n {2}2026-11-23 {2}第 2 号记录/)
    const csv = await runHere(['audit', 'timeline', system, '--format', 'csv', '--lang', 'en'], here)
    expect(csv.stdout).toMatch(/\r\nbypass,2026-11-23,,bypassed,,2,[0-9a-f]{40},/)
    const several = await runHere(['audit', 'timeline', 'ningwu/jiaoyuju', '--lang', 'en'], here)
    expect([several.status, several.stderr]).toEqual([2, expect.stringMatching(/TY9006.*zhaosheng-baoming/)])
  }, 120_000)

  it('says that its chain is broken', async () => {
    const on = await approvedChange()
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    await on.record()
    on.git('checkout', '--quiet', '-B', 'forged', 'refs/tenantry/evidence')
    appendTo(on, `${testDay.slice(0, 4)}/000001.json.sig`, 'x')
    const forged = on.commit('edited')
    on.git('checkout', '--quiet', 'main')
    const here = { cwd: on.root, environment: { PATH: process.env.PATH } }
    const { status, stdout } = await runHere(['audit', 'log', '--json', '--evidence', forged], here)
    expect(status).toBe(1)
    const { findings, records } = JSON.parse(stdout)
    expect(findings.map(({ code }: { code: string }) => code)).toEqual(['TY4506', 'TY4505'])
    expect(records).toHaveLength(1)
  }, 120_000)

  it('takes no option of another action', async () => {
    const { status, stderr } = await runHere(['audit', 'verify', '--since', testDay, '--lang', 'en'])
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/TY9002.*audit verify takes no option --since/),
    ])
  })
})
