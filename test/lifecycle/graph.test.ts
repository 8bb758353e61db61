import { describe, expect, it } from 'vitest'
import {
  canBeGranted,
  isKept,
  isOver,
  isTerminal,
  leadsOut,
  replay,
  requestsServices,
  resourcesIn,
  wayOut,
} from '../../lib/lifecycle/index.ts'
import { regulation } from '../entitlement/regulation.ts'
import { loaded } from '../example-repository.ts'

const states = Object.keys(regulation.lifecycle.states)

describe('a state', () => {
  it('keeps a grant while resources stand or can come without a new one', () => {
    expect(states.filter(state => isKept(regulation, state))).toEqual([
      'approved',
      'trial',
      'live',
      'suspended',
    ])
  })

  it('is over once no event can bring resources, granted anew or not', () => {
    expect(states.filter(state => isOver(regulation, state))).toEqual(['closing', 'gone'])
  })

  it('is terminal when besides no event leads out of it: one that changes nothing does not', () => {
    expect(states.filter(state => isTerminal(regulation, state))).toEqual(['gone'])
  })

  it('is not terminal while something stands in the cloud, even where no event leaves it', () => {
    const { lifecycle } = regulation
    const stuck = { ...regulation, lifecycle: { ...lifecycle, events: {} } }
    expect(isTerminal(stuck, 'live')).toBe(false)
    expect(isTerminal(stuck, 'draft')).toBe(true)
  })

  it('that no profile has is over, holds nothing, and is no end that a manifest could be removed after', () => {
    expect(isOver(regulation, 'constructor')).toBe(true)
    expect(resourcesIn(regulation, 'constructor')).toBe('none')
    expect(isTerminal(regulation, 'constructor')).toBe(false)
  })
})

describe('a state of a procedure', () => {
  const profiles = [...loaded().model.catalogue.jurisdictions.values()].map(({ value }) => value)

  it.each(profiles.map(profile => [profile.metadata.id, profile] as const))(
    'can be granted under %s while a first request waits, and not once it is withdrawn or refused',
    (_id, profile) => {
      const open = ['submitted', 'withdrawn', 'refused', 'terminated'].filter(state =>
        canBeGranted(profile, [state]),
      )
      expect(open).toEqual(['submitted'])
    },
  )

  it.each(profiles.map(profile => [profile.metadata.id, profile] as const))(
    'leads out of the cloud under %s where it is an exit, and not where it is a change',
    (_id, profile) => {
      const leading = ['exit-submitted', 'exit-approved', 'change-submitted', 'change-approved'].filter(
        state => leadsOut(profile, state),
      )
      expect(leading).toEqual(['exit-submitted', 'exit-approved'])
    },
  )
})

describe('an event', () => {
  const { lifecycle } = regulation
  const asking = (id: string, changes: object) => {
    const event = lifecycle.events[id]
    if (event === undefined) throw new Error(`no event ${id}`)
    return {
      ...regulation,
      lifecycle: { ...lifecycle, events: { ...lifecycle.events, [id]: { ...event, ...changes } } },
    }
  }

  it('asks for services when a grant can answer it: what only leads out of the cloud is no request', () => {
    const answerless = Object.keys(lifecycle.events).filter(
      id => !requestsServices(asking(id, { requests: true }), id),
    )
    expect(answerless).toEqual(['closed', 'ended'])
  })

  it('asks for nothing that the profile does not mark as a request', () => {
    const asked = Object.keys(lifecycle.events).filter(id =>
      requestsServices(asking(id, { requests: false }), id),
    )
    expect(asked).toEqual([])
    expect(requestsServices(regulation, 'constructor')).toBe(false)
  })
})

describe('a history that is replayed', () => {
  const history = [
    { event: 'approved', on: '2026-01-10' },
    { event: 'recovered', on: '2026-01-20' },
    { event: 'opened', on: '2026-02-01' },
    { event: 'noted', on: '2026-02-02' },
  ]

  it('tells the state after each event, and which event does not fit', () => {
    const steps = [...replay(regulation, history)]
    expect(steps.map(({ index, state }) => [index, state])).toEqual([
      [0, 'approved'],
      [1, 'approved'],
      [2, 'live'],
      [3, 'live'],
    ])
    expect(steps.map(({ misfit }) => misfit?.reason)).toEqual([
      undefined,
      'wrong-state',
      undefined,
      undefined,
    ])
    expect(steps.map(({ event }) => event)).toEqual(history)
  })

  it('has no event after the day asked about, and those of the day itself', () => {
    expect([...replay(regulation, history, '2026-02-01')].map(({ index }) => index)).toEqual([0, 1, 2])
    expect([...replay(regulation, history, '2026-01-31')].map(({ index }) => index)).toEqual([0, 1])
  })

  it('keeps the place of an event behind one that is dated later', () => {
    const misordered = [
      { event: 'approved', on: '2026-03-01' },
      { event: 'approved', on: '2026-01-01' },
    ]
    expect([...replay(regulation, misordered, '2026-02-01')].map(({ index }) => index)).toEqual([1])
  })
})

describe('the way out of a state', () => {
  it.each([
    ['approved', ['opened', 'recovered']],
    ['trial', ['opened', 'recovered']],
    // `closed` leads out as well: the one that the profile names first counts.
    ['live', ['recovered']],
    ['suspended', ['resumed', 'recovered']],
    ['recovered', []],
    ['gone', []],
  ])('from %s is %j', (state, way) => {
    expect(wayOut(regulation, state)).toEqual(way)
  })

  it('is not there where no event leads to a state without a grant', () => {
    const { lifecycle } = regulation
    const { recovered: _, closed: __, ...events } = lifecycle.events
    expect(wayOut({ ...regulation, lifecycle: { ...lifecycle, events } }, 'live')).toBeUndefined()
  })
})
