import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { settledGrant } from '../../lib/entitlement/index.ts'
import { system } from '../desired-state/model.ts'
import { granting, regulation } from './regulation.ts'

const asked: HistoryEvent = { event: 'asked', on: '2026-02-01' }
const changed = granting('changed', '2026-03-01')
const noted: HistoryEvent = { event: 'noted', on: '2026-04-01' }

describe('the grant that settled the last request', () => {
  it.each<[string, readonly HistoryEvent[], number | undefined]>([
    ['is none without any history', [], undefined],
    ['is none while a request waits', [asked], undefined],
    ['is that of the event that settles it', [asked, changed], 1],
    ['stays so whatever else happens', [asked, changed, noted], 1],
    ['is none once the next request waits', [asked, changed, asked], undefined],
    ['is the later one of two', [asked, changed, asked, changed], 3],
    [
      'is none where what settles it grants nothing',
      [asked, { event: 'changed', on: '2026-03-01' }],
      undefined,
    ],
    ['is none of an event that settles nothing', [granting('opened', '2026-03-01')], undefined],
    [
      'is none of an event that the profile does not know',
      [granting('constructor', '2026-03-01')],
      undefined,
    ],
    ['is that of a request that grants what it asks for', [granting('asked', '2026-03-01')], 0],
  ])('%s', (_title, history, index) => {
    expect(settledGrant(regulation, system('lantian/unit/menhu', { history: [...history] }))).toBe(index)
  })
})
