import { describe, expect, it } from 'vitest'
import type { Model } from '../../../lib/model/model.ts'
import {
  evidenceData,
  evidenceLine,
  unrecordedData,
  unrecordedLines,
} from '../../../scripts/terminal/evidence-lines.ts'
import { changedFiles } from '../../check/rule-table.ts'
import { loaded } from '../../example-repository.ts'

const jiuye = 'xishuangbanna/jiuye-zhongxin/jiuye-fuwu'
const platform = 'catalogue/platform.yaml'
const from = 'exposure: { from: 2026-11-01 }'

describe('what an answer says of evidence', () => {
  it('is the commit and the record up to which it goes', () => {
    const model: Model = { ...loaded().model, evidence: { number: 7, commit: 'a'.repeat(40) } }
    expect(evidenceLine(model, 'en')).toBe('\nby commit aaaaaaaaaaaa, evidence up to record 7\n')
    expect(evidenceLine(model, 'zh')).toBe('\n依据：提交 aaaaaaaaaaaa，第 7 号审批记录\n')
    expect(evidenceData(model)).toEqual({ evidence: { number: 7, commit: 'a'.repeat(40) } })
  })

  it('names no commit where there is no git', () => {
    const model: Model = { ...loaded().model, evidence: { number: 7, commit: undefined } }
    expect(evidenceLine(model, 'en')).toBe('\nby evidence up to record 7\n')
    expect(evidenceData(model)).toEqual({ evidence: { number: 7, commit: null } })
  })

  it('is nothing where evidence does not decide', () => {
    const { model } = loaded()
    const system = model.systemByAddress.get(jiuye)
    expect([evidenceLine(model, 'en'), evidenceData(model)]).toEqual(['', {}])
    expect([unrecordedLines(model, system, 'en'), unrecordedData(model, system)]).toEqual([[], {}])
  })

  it('is the request that no record holds yet', () => {
    const since = `${from}\nevidence: { from: 2026-11-19 }`
    const { model } = loaded(changedFiles([[platform, from, since]]))
    const system = model.systemByAddress.get(jiuye)
    expect(unrecordedLines(model, system, 'en')).toEqual([
      '  not recorded: “submitted” (2026-11-19); run `tenantry record` after the merge',
    ])
    expect(unrecordedData(model, system)).toMatchObject({
      unrecorded: { event: { id: 'submitted' }, on: '2026-11-19' },
    })
  })
})
