import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { periodInWords } from '../../lib/profile/routine-words.ts'
import { openRoutinesOf, routineRunsOf } from '../../lib/profile/routines.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { exampleText, loaded } from '../example-repository.ts'

const profileFile = 'catalogue/jurisdictions/shili-jia.yaml'
const written = readFileSync(join(packageRoot, 'test/fixtures/composed/shili-jia/profile.yaml'), 'utf8')

/** The composed example in force from 2026-01-01, recording from a day on, as it stands at the end of another. */
function runsOn(day: string, from: string, done: readonly string[], profileText = written) {
  const rows = done.map(row => `  - { ${row}, papers: [{ type: 记录 }] }\n`).join('')
  const list = rows === '' ? 'done: []\n' : `done:\n${rows}`
  const records = `apiVersion: tenantry/v1\nkind: RoutineRecords\njurisdiction: shili-jia\nfrom: ${from}\n${list}`
  const { model } = loaded(
    new Map([
      [profileFile, profileText],
      ['catalogue/routines/shili-jia.yaml', records],
    ]),
    day,
  )
  const profile = model.catalogue.jurisdictions.get('shili-jia')?.value
  if (profile === undefined) throw new Error('the composed example has no profile')
  return { model, profile }
}

const told = (day: string, from: string, ...done: readonly string[]) => {
  const { model, profile } = runsOn(day, from, done)
  return routineRunsOf(model, profile).map(
    ({ routine, period, deadline }) => `${routine.id} ${period.id} ${deadline.state} ${deadline.due}`,
  )
}

describe('the routines of a jurisdiction', () => {
  it('are due on the last day of the period, of the next one, of so many days after, or of the year', () => {
    expect(told('2027-01-31', '2027-01-01')).toEqual([
      'bulletin 2027-01 due-soon 2027-01-31',
      // 清明节 of 2027, 5 April, is a day off.
      'inventory 2027-Q1 running 2027-04-15',
      'usage-report 2027 running 2028-12-31',
      'drill 2027 running 2027-09-30',
    ])
  })

  it('are each owed for themselves: a later period stands for no earlier one', () => {
    const done = ['routine: bulletin, period: 2027-02, on: 2027-02-10']
    expect(told('2027-03-01', '2027-01-01', ...done).filter(row => row.startsWith('bulletin'))).toEqual([
      'bulletin 2027-01 missed 2027-01-31',
      'bulletin 2027-02 met 2027-02-28',
      'bulletin 2027-03 running 2027-03-31',
    ])
  })

  it('may be done ahead of the day from which the others count', () => {
    const done = ['routine: inventory, period: 2027-Q1, on: 2027-03-30']
    expect(
      told('2027-04-30', '2027-01-01', ...done).filter(row => row.startsWith('inventory 2027-Q1')),
    ).toEqual(['inventory 2027-Q1 met 2027-04-15'])
  })

  it('that were done late are missed, and no longer open', () => {
    const { model, profile } = runsOn('2027-02-20', '2027-01-01', [
      'routine: bulletin, period: 2027-01, on: 2027-02-01',
    ])
    const [run] = routineRunsOf(model, profile)
    expect(run).toMatchObject({
      done: '2027-02-01',
      deadline: { state: 'missed', missedBy: { calendar: 1 } },
    })
    expect(openRoutinesOf(model, profile).map(({ period }) => period.id)).not.toContain('2027-01')
  })

  it('are counted from the first day of the regulation where records begin earlier', () => {
    const [first] = told('2027-02-01', '2020-01-01')
    expect(first).toMatch(/^bulletin 2026-01 /)
  })

  it('are none where nobody keeps records', () => {
    const { model } = loaded(new Map([['catalogue/routines/zhejiang.yaml', undefined]]))
    const profile = model.catalogue.jurisdictions.get('zhejiang')?.value
    expect(profile && routineRunsOf(model, profile)).toEqual([])
  })

  it('that an authority has decided are owed from the first period after its decision', () => {
    const file = 'catalogue/jurisdictions/xishuangbanna.yaml'
    const decision =
      'decisions:\n  - id: advice\n    name: 资源使用评估的周期\n    leftOpen: 第二十四条只写定期\n    decided: { by: authority, on: 2026-02-10, paper: 州数据局通知 }\n    routines: [{ id: advice, name: 提交使用评估报告, every: quarter, responsible: provider }]\n'
    const text = exampleText(file)
    const decided = text.includes('\ndecisions:\n')
      ? text.replace('\ndecisions:\n', `\n${decision}`)
      : `${text}\n${decision}`
    const { model, findings } = loaded(
      new Map([
        [file, decided],
        [
          'catalogue/routines/xishuangbanna.yaml',
          'apiVersion: tenantry/v1\nkind: RoutineRecords\njurisdiction: xishuangbanna\nfrom: 2026-01-01\ndone: []\n',
        ],
      ]),
    )
    const profile = model.catalogue.jurisdictions.get('xishuangbanna')?.value
    expect(profile && routineRunsOf(model, profile).map(({ period }) => period.id)).toEqual([
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ])
    expect(findings.filter(({ code }) => code === 'TY4601').map(({ article }) => article)).toEqual([
      undefined,
    ])
  })
})

describe('the name of a period', () => {
  it.each([
    ['month', '2026-09-01', '2026年9月'],
    ['quarter', '2026-01-01', '2026年第一季度'],
    ['quarter', '2026-10-01', '2026年第四季度'],
    ['half-year', '2026-01-01', '2026年上半年'],
    ['half-year', '2026-07-01', '2026年下半年'],
    ['year', '2026-01-01', '2026年'],
  ] as const)('of a %s from %s is %s', (every, first, words) => {
    expect(periodInWords({ every }, { id: '', first, last: first }).zh).toBe(words)
  })
})
