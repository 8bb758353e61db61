import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import { type Change, describeRules, newFindings } from '../rule-table.ts'
import { shebao } from './files.ts'
import { appended } from './history-edits.ts'
import {
  announced,
  approved,
  changing,
  done,
  noticeOfExit,
  plan,
  platformChangeCases,
  trialOn,
} from './platform-change.cases.ts'

describeRules(
  'rules about periods and changes to the platform',
  ruleGroups['platform-change'],
  platformChangeCases,
)

const texts = (code: string, changes: readonly Change[]) =>
  newFindings(code, changes).map(({ message, severity }) => [message.en, severity])

describe('a period that was too short', () => {
  it('gives the first day allowed and the day on which it ended', () => {
    expect(texts('TY4301', [trialOn('2024-04-01')])).toEqual([
      [
        '“trial minimum” was not over: this could come on 2024-04-16 at the earliest, and came on 2024-04-15',
        'error',
      ],
    ])
  })

  it('says that nothing announced what came', () => {
    expect(
      texts('TY4301', [noticeOfExit, appended(shebao, 'event: exit-submitted, on: 2026-11-13')]),
    ).toEqual([['“exit notice” did not come before this', 'error']])
  })
})

describe('a change to the platform', () => {
  it('is told which paper it lacks', () => {
    expect(texts('TY4303', [changing([plan()], { major: true })])).toEqual([
      ['the change “switch upgrade” lacks the paper 《平台调整评估报告》', 'error'],
    ])
  })

  it('is told which approval it lacks', () => {
    expect(texts('TY4304', [changing([plan(), done('2026-09-16')])])).toEqual([
      ['“switch upgrade” is not approved: no “change approved” before “change carried out”', 'error'],
    ])
  })

  it('cites no article where the regulation approves nothing', () => {
    const found = newFindings('TY4304', [changing([done('2026-09-16')], { jurisdiction: 'zhejiang' })])
    expect(found.map(({ article }) => article)).toEqual([undefined])
  })

  it('is told the first day on which it may be done, or that it was never announced', () => {
    expect(texts('TY4305', [announced('2026-09-15')])).toEqual([
      [
        '“switch upgrade” could be carried out on 2026-09-16 at the earliest, after “platform change notice”',
        'error',
      ],
    ])
    expect(texts('TY4305', [changing([plan(), approved, done('2026-09-16')])])).toEqual([
      ['“switch upgrade” without “platform change notice”', 'error'],
    ])
  })

  it('stands where it is written among others', () => {
    const second = announced('2026-09-15')
    const before =
      '  - { id: first, name: 先行调整, jurisdiction: datong, major: false, interrupts: false, history: [{ event: platform-change-refused, on: 2026-09-01 }] }\n'
    const changes: Change = [second[0], second[1], second[2]?.replace('changes:\n', `changes:\n${before}`)]
    expect(newFindings('TY4305', [changes]).map(({ path }) => path)).toEqual([
      ['changes', 1, 'history', 3, 'on'],
    ])
  })
})
