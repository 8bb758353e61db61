import { describe, expect, it } from 'vitest'
import { isDecision, positionAfter, startOf, wayToApproval } from '../../lib/lifecycle/index.ts'
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
    const profile = loaded().model.catalogue.jurisdictions.get(id)?.value
    if (profile === undefined) throw new Error(`no ${id}`)
    const position = events.reduce((at, event) => {
      const definition = profile.lifecycle.events[event]
      const next = definition && positionAfter(profile, definition, at)
      if (next === undefined) throw new Error(`${event} does not fit`)
      return next
    }, startOf(profile))
    expect(wayToApproval(profile, position, kind)).toEqual(way)
  })
})
