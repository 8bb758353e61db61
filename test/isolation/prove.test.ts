import { describe, expect, it } from 'vitest'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { proveIsolation } from '../../lib/isolation/prove.ts'
import { platform, projectId, type System, systemStack } from './world.ts'

const closed: System = { uplink: true, portSecurity: true, rules: [], sharedWith: [], joins: [] }

function proofOf(world: readonly System[], asked: readonly number[] = [...world.keys()]) {
  const model = modelOfStacks([platform, ...world.map((one, index) => systemStack(index, one))])
  return proveIsolation(model, [...world.keys()].map(projectId), new Set(asked.map(projectId)))
}

function findsIn(world: readonly System[]): readonly string[] {
  return proofOf(world).findings.map(({ code, stack, address }) => `${code} ${stack} ${address}`)
}

describe('the proof of isolation', () => {
  it('finds nothing where nobody shares', () => {
    expect(findsIn([closed, closed])).toEqual([])
  })

  it('names a share once, however many pairs it joins', () => {
    expect(findsIn([closed, { ...closed, sharedWith: [0] }, closed])).toEqual([
      'TY5202 system_1 openstack_networking_rbac_policy_v2.share-0',
    ])
  })

  it('judges both ways of every pair that is asked for, and no other', () => {
    const pairs = proofOf([closed, closed, closed], [0]).verdicts.map(({ from, to }) => [from, to])
    const [a, b, c] = [projectId(0), projectId(1), projectId(2)]
    expect(pairs).toEqual([
      [a, b],
      [a, c],
      [b, a],
      [c, a],
    ])
  })

  it('says nothing of any pair when something could not be read', () => {
    const model = modelOfStacks([platform, systemStack(0, closed), systemStack(1, closed)])
    const unread = [{ origin: { stack: 'system_0', address: 'a.b' }, attribute: 'value_specs' }]
    const both = [projectId(0), projectId(1)]
    const { verdicts, findings } = proveIsolation({ ...model, unread }, both, new Set(both))
    expect(verdicts).toEqual([])
    expect(findings.map(({ code, stack, address }) => [code, stack, address])).toEqual([
      ['TY5201', 'system_0', 'a.b'],
    ])
  })
})
