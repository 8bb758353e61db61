import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { pastGrantsOf } from '../../lib/entitlement/index.ts'
import { single } from '../profile/regulation.ts'
import { granting, regulation } from './regulation.ts'

const both = { internet: { services: [] }, extranet: { services: [] } }
const approved: HistoryEvent = { event: 'approved', on: '2026-01-01', grants: both }
const opened: HistoryEvent = { event: 'opened', on: '2026-01-02' }
const closed: HistoryEvent = { event: 'closed', on: '2026-03-01' }

function pastOn(asOf: string, history: readonly HistoryEvent[], profiles = [regulation]) {
  const { model, system } = single({ history }, { asOf })
  const { catalogue } = model
  const jurisdictions = new Map(
    [...catalogue.jurisdictions].flatMap(([id, one]) =>
      profiles.map(value => [id, { ...one, value }] as const),
    ),
  )
  return pastGrantsOf({ ...model, catalogue: { ...catalogue, jurisdictions } }, system)
}

describe('the zones that a system was granted and has nothing in', () => {
  it('are none while it stands, nor before it was granted any', () => {
    expect(pastOn('2026-02-28', [approved, opened, closed])).toEqual({})
    expect(pastOn('2025-12-31', [approved, opened, closed])).toEqual({})
  })

  it('came to their end by the event that gives the grant up, from its day on', () => {
    const end = { index: 2, event: 'closed', on: '2026-03-01', isSettled: false }
    expect(pastOn('2026-03-01', [approved, opened, closed])).toEqual({ internet: end, extranet: end })
    const ended: HistoryEvent = { event: 'ended', on: '2026-03-05' }
    const settled = { ...end, isSettled: true }
    expect(pastOn('2026-04-01', [approved, opened, closed, ended])).toEqual({
      internet: settled,
      extranet: settled,
    })
  })

  it('came to their end by the grant that speaks of them no more, while the others go on', () => {
    const changed = granting('changed', '2026-02-01')
    expect(pastOn('2026-02-01', [approved, opened, changed])).toEqual({
      extranet: { index: 2, event: 'changed', on: '2026-02-01', isSettled: false },
    })
    expect(pastOn('2026-01-31', [approved, opened, changed])).toEqual({})
  })

  it('keep the end that came first', () => {
    const changed = granting('changed', '2026-02-01')
    expect(pastOn('2026-03-01', [approved, opened, changed, closed])).toEqual({
      extranet: { index: 2, event: 'changed', on: '2026-02-01', isSettled: false },
      internet: { index: 3, event: 'closed', on: '2026-03-01', isSettled: false },
    })
  })

  it('have no end where the grant holds: waiting to be opened, or resting', () => {
    expect(pastOn('2026-01-01', [approved])).toEqual({ internet: null, extranet: null })
    const suspended: HistoryEvent = { event: 'suspended', on: '2026-02-01' }
    expect(pastOn('2026-02-01', [approved, opened, suspended])).toEqual({ internet: null, extranet: null })
  })

  it('live again by a new grant, and only where it speaks of them', () => {
    const recovered: HistoryEvent = { event: 'recovered', on: '2026-02-01' }
    const end = { index: 2, event: 'recovered', on: '2026-02-01', isSettled: false }
    expect(pastOn('2026-02-10', [approved, opened, recovered, granting('regranted', '2026-02-10')])).toEqual({
      extranet: end,
    })
  })

  it('do not end by an event that does not fit', () => {
    const ended: HistoryEvent = { event: 'ended', on: '2026-02-01' }
    expect(pastOn('2026-02-01', [approved, opened, ended])).toEqual({})
    expect(pastOn('2026-02-01', [granting('unheard-of', '2026-01-01')])).toEqual({ internet: null })
  })

  it('are unknown where the jurisdiction has no profile', () => {
    expect(pastOn('2026-04-01', [approved, opened, closed], [])).toEqual({})
  })
})
