import { describe, expect, it } from 'vitest'
import { grantPeriodsOf } from '../../lib/entitlement/index.ts'
import { granting, regulation } from './regulation.ts'

describe('the days of a grant', () => {
  it('begin with its event, before anything is opened, and have no end of their own', () => {
    expect(grantPeriodsOf(regulation, [granting('approved', '2026-01-10')])).toEqual([
      { event: 0, from: '2026-01-10', until: undefined },
    ])
  })

  it('end with the day before the next grant', () => {
    const history = [
      granting('approved', '2026-01-10'),
      { event: 'opened', on: '2026-02-01' },
      granting('changed', '2026-03-01'),
    ]
    expect(grantPeriodsOf(regulation, history)).toEqual([
      { event: 0, from: '2026-01-10', until: '2026-03-01' },
      { event: 2, from: '2026-03-01', until: undefined },
    ])
  })

  it.each([
    ['recovered', '2026-04-01'],
    ['suspended', undefined],
  ])('after %s run until %s: only a state that a new grant must leave gives a grant up', (event, until) => {
    const history = [
      granting('approved', '2026-01-10'),
      { event: 'opened', on: '2026-02-01' },
      { event, on: '2026-04-01' },
    ]
    expect(grantPeriodsOf(regulation, history)).toEqual([{ event: 0, from: '2026-01-10', until }])
  })

  it('do not end by an event that does not fit its state', () => {
    const history = [
      granting('approved', '2026-01-10'),
      { event: 'recovered', on: '2026-02-01' },
      { event: 'unheard-of', on: '2026-02-02' },
    ]
    expect(grantPeriodsOf(regulation, history)).toEqual([{ event: 0, from: '2026-01-10', until: undefined }])
  })

  it('end for an event that does not fit when it grants', () => {
    const history = [granting('approved', '2026-01-10'), granting('regranted', '2026-02-01')]
    expect(grantPeriodsOf(regulation, history)).toEqual([
      { event: 0, from: '2026-01-10', until: '2026-02-01' },
      { event: 1, from: '2026-02-01', until: undefined },
    ])
  })

  it('begin with an event that does not fit, also in a state that gives every grant up', () => {
    expect(grantPeriodsOf(regulation, [granting('unheard-of', '2026-01-10')])).toEqual([
      { event: 0, from: '2026-01-10', until: undefined },
    ])
    const again = [
      granting('approved', '2026-01-10'),
      { event: 'opened', on: '2026-02-01' },
      { event: 'recovered', on: '2026-04-01' },
      granting('unheard-of', '2026-05-01'),
    ]
    expect(grantPeriodsOf(regulation, again)).toEqual([
      { event: 0, from: '2026-01-10', until: '2026-04-01' },
      { event: 3, from: '2026-05-01', until: undefined },
    ])
  })

  it('are none for a grant of the day on which the next one comes, or that is written after a later one', () => {
    const history = [
      granting('approved', '2026-01-10'),
      granting('opened', '2026-01-10'),
      granting('changed', '2026-01-05'),
    ]
    expect(grantPeriodsOf(regulation, history).map(({ event }) => event)).toEqual([2])
  })

  it('are none for a grant by an event that itself gives the grant up', () => {
    const history = [
      granting('approved', '2026-01-10'),
      { event: 'opened', on: '2026-02-01' },
      granting('recovered', '2026-04-01'),
    ]
    expect(grantPeriodsOf(regulation, history)).toEqual([
      { event: 0, from: '2026-01-10', until: '2026-04-01' },
    ])
  })
})
