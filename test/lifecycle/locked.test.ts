import { describe, expect, it } from 'vitest'
import { lockedState } from '../../lib/lifecycle/index.ts'
import { regulation } from '../entitlement/regulation.ts'

const barred = (events: readonly string[], after?: string) =>
  lockedState(regulation, { events: new Set(events), after })

describe('a state from which no way leads out any more', () => {
  it('is the first to which a system comes that can then not give up what it has', () => {
    expect(barred(['recovered', 'closed'])).toBe('approved')
  })

  it('is not there while one way is left', () => {
    expect(barred(['closed'])).toBeUndefined()
    expect(barred([])).toBeUndefined()
  })

  it('is there only once what bars the way has happened', () => {
    expect(barred(['recovered', 'closed'], 'suspended')).toBe('suspended')
    // What was recovered may be granted anew, and is then locked in.
    expect(barred(['recovered', 'closed'], 'recovered')).toBe('live')
    expect(barred(['recovered', 'closed'], 'closed')).toBeUndefined()
  })

  it('is no fault of the bar where no way out was there before', () => {
    const { lifecycle } = regulation
    const { recovered: _, closed: __, ...events } = lifecycle.events
    const endless = { ...regulation, lifecycle: { ...lifecycle, events } }
    expect(lockedState(endless, { events: new Set(['opened']), after: undefined })).toBeUndefined()
  })
})
