import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import { type Change, describeRules, newFindings } from '../rule-table.ts'
import { records, routineCases } from './routine.cases.ts'

describeRules('the rules about routines', ruleGroups.routine, routineCases)

describe('a finding about routines', () => {
  const unknown: Change = [records('zhejiang'), 'routine: drill', 'routine: dril']

  it('offers the routine that is most like what is written', () => {
    expect(newFindings('TY4602', [unknown]).map(({ fix }) => fix?.replacement)).toEqual(['drill'])
  })

  it('names the periods that are missed and the first last day', () => {
    const from: Change = [records('jiuquan'), 'from: 2026-01-01', 'from: 2025-11-01']
    const [found] = newFindings('TY4601', [from])
    expect(found?.message.zh).toContain('2025年11月、2025年12月，最早一期至迟 2025-12-31')
  })
})
