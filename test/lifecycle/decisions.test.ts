import { describe, expect, it } from 'vitest'
import {
  isDecision,
  positionAfter,
  requestsIn,
  startOf,
  wayToAnyOf,
  wayToApproval,
} from '../../lib/lifecycle/index.ts'
import { loaded } from '../example-repository.ts'

const changesAndExits = ['change-approved', 'change-refused', 'exit-approved', 'exit-refused']

const decisions: Readonly<Record<string, readonly string[]>> = {
  datong: ['accepted', 'approved', 'refused', 'rejected', 'reviewed'],
  // Its release of a backup is asked for and waits for nobody's approval.
  jiuquan: ['approved', 'emergency-approved', 'refused'],
  ningwu: ['agreed', 'approved', 'not-agreed', 'refused', 'reviewed'],
  xishuangbanna: ['accepted', 'approved', 'emergency-approved', 'refused', 'rejected'],
  // A trial that fails is the using unit's own word, and one that is extended decides no request.
  zhejiang: ['accepted', 'approved', 'final-refused', 'refused', 'rejected', 'reviewed'],
}

describe('which events decide a request', () => {
  it.each(Object.entries(decisions))('follows from the profile of %s', (id, own) => {
    const profile = loaded().model.catalogue.jurisdictions.get(id)?.value
    if (profile === undefined) throw new Error(`no ${id}`)
    const found = Object.keys(profile.lifecycle.events).filter(event => isDecision(profile, event))
    expect(found.sort()).toEqual([...own, ...changesAndExits].sort())
  })
})

describe('the way from a request to its approval', () => {
  it.each([
    ['datong', ['submitted'], 'request', ['accepted', 'reviewed', 'approved']],
    ['ningwu', ['submitted'], 'request', ['reviewed', 'agreed', 'approved']],
    ['jiuquan', ['submitted'], 'request', ['approved']],
    ['zhejiang', ['submitted'], 'request', ['accepted', 'reviewed']],
    [
      'zhejiang',
      ['submitted', 'accepted', 'reviewed', 'trial-started', 'trial-passed'],
      'formal-opening',
      ['approved'],
    ],
    ['datong', ['submitted'], 'exit', undefined],
  ])('of %s after %j to %s is %j', (id, events, kind, way) => {
    const { profile, position } = positionIn(id, events)
    expect(wayToApproval(profile, position, kind)).toEqual(way)
  })

  it.each([
    [
      ['request', 'exit'],
      ['accepted', 'reviewed', 'approved'],
    ],
    // Nothing leads from here to the first of them, which says nothing of the second.
    [
      ['exit', 'request'],
      ['accepted', 'reviewed', 'approved'],
    ],
    [['exit', 'change'], undefined],
    [[], undefined],
  ])('of datong to any of %j is %j', (kinds, way) => {
    const { profile, position } = positionIn('datong', ['submitted'])
    expect(wayToAnyOf(profile, position, kinds)).toEqual(way)
  })
})

function positionIn(id: string, events: readonly string[]) {
  const profile = loaded().model.catalogue.jurisdictions.get(id)?.value
  if (profile === undefined) throw new Error(`no ${id}`)
  const position = events.reduce((at, event) => {
    const definition = profile.lifecycle.events[event]
    const next = definition && positionAfter(profile, definition, at)
    if (next === undefined) throw new Error(`${event} does not fit`)
    return next
  }, startOf(profile))
  return { profile, position }
}

describe('what waits for an approval', () => {
  const found = (id: string, ...events: readonly string[]) => {
    const profile = loaded().model.catalogue.jurisdictions.get(id)?.value
    if (profile === undefined) throw new Error(`no ${id}`)
    const history = events.map(event => ({ event, on: '2026-11-20' }))
    return [...requestsIn(profile, history)].map(({ event }) => event.event)
  }

  it('is a request, and what brings a system to where one decides on it', () => {
    expect(
      found('datong', 'submitted', 'accepted', 'reviewed', 'approved', 'opened', 'change-submitted'),
    ).toEqual(['submitted', 'change-submitted'])
    expect(
      found('zhejiang', 'submitted', 'accepted', 'reviewed', 'trial-started', 'trial-passed', 'approved'),
    ).toEqual(['submitted', 'trial-passed'])
  })

  it('is nothing that is filed beside a request, delivered after it, or taken back', () => {
    expect(
      found('ningwu', 'submitted', 'reviewed', 'agreed', 'approved', 'change-submitted', 'agreement-signed'),
    ).toEqual(['submitted', 'change-submitted'])
    // An emergency may be opened from here without a request, and answers none.
    expect(found('jiuquan', 'submitted', 'withdrawn')).toEqual(['submitted'])
  })
})
