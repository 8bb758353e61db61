import { describe, expect, it } from 'vitest'
import type { Paper } from '../../generated/types/system.ts'
import type { Unit } from '../../lib/model/model.ts'
import { papersOf } from '../../lib/profile/papers.ts'
import { single } from './regulation.ts'

const paper = (type: string): Paper => ({ type, on: '2026-01-01' })

describe('the papers of units and systems', () => {
  it('are told with their places: those of files first, then those of events', () => {
    const { system } = single({
      papers: [paper('丙'), paper('丁')],
      history: [
        { event: 'submitted', on: '2026-01-05', papers: [paper('戊')] },
        { event: 'refused', on: '2026-01-06' },
        { event: 'submitted', on: '2026-01-07', papers: [paper('己'), paper('庚')] },
      ],
    })
    const unit: Unit = {
      document: system.document,
      path: [],
      address: 'lantian/zhengban',
      value: {
        apiVersion: 'tenantry/v1',
        kind: 'Unit',
        metadata: { id: 'zhengban', name: '政办', shortName: '政办', jurisdiction: 'lantian' },
        category: 'county',
        contacts: { responsible: { name: '某人', phone: '0000-000000' } },
        papers: [paper('甲'), paper('乙')],
      },
    }
    const found = [...papersOf({ units: [unit], systems: [system] })]
    expect(found.map(({ paper: { type }, path }) => [type, ...path])).toEqual([
      ['甲', 'papers', 0],
      ['乙', 'papers', 1],
      ['丙', 'papers', 0],
      ['丁', 'papers', 1],
      ['戊', 'history', 0, 'papers', 0],
      ['己', 'history', 2, 'papers', 0],
      ['庚', 'history', 2, 'papers', 1],
    ])
    expect(found.map(({ owner }) => owner)).toEqual([unit, unit, system, system, system, system, system])
  })

  it('are none where none is filed', () => {
    const { system } = single({ history: [{ event: 'submitted', on: '2026-01-05' }] })
    expect([...papersOf({ units: [], systems: [system] })]).toEqual([])
  })
})
