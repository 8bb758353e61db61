import { describe, expect, it } from 'vitest'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import type { Given, ProjectGrant } from '../../lib/isolation/grant.ts'
import { believed, proofOf, told } from './proof.ts'
import { platform, projectId, type System, systemStack } from './world.ts'

const closed: System = { uplink: true, portSecurity: true, rules: [], sharedWith: [], joins: [] }

function given(count: number): Given {
  const grants = Array.from({ length: count }, (_, index): [string, ProjectGrant] => [
    projectId(index),
    {
      project: projectId(index),
      stack: `system_${index}`,
      jurisdiction: 'xs',
      zone: 'extranet',
      domain: `extranet/one domain  d${index}`,
      networks: [],
      traffic: { ingress: [], egress: [] },
      kbps: undefined,
      flavors: new Set(),
    },
  ])
  const zone = {
    id: 'extranet',
    cloud: 'extranet/one',
    platform: 'extranet/one project extranet/one domain  platform platform',
    networks: [],
    dedicatedFlavors: new Set<string>(),
  }
  return { zones: [zone], projects: new Map(grants), roles: [] }
}

function proven(world: readonly System[]) {
  const model = modelOfStacks([platform, ...world.map((one, index) => systemStack(index, one))])
  return proofOf(model, given(world.length), [believed('networks-unshared')])
}

describe('the proof of isolation', () => {
  it('finds nothing where nobody shares', () => {
    expect(told(proven([closed, closed]).findings)).toEqual([])
  })

  it('names a share once, however many pairs it joins', () => {
    expect(told(proven([closed, { ...closed, sharedWith: [0] }, closed]).findings)).toEqual([
      'TY5202 system_1 openstack_networking_rbac_policy_v2.share-0',
    ])
  })

  it('names a subnet and a router in the network of another', () => {
    expect(told(proven([closed, { ...closed, joins: [0] }]).findings)).toEqual([
      'TY5202 system_1 openstack_networking_router_interface_v2.joins-0',
    ])
  })

  it('says nothing of any pair when something could not be read', () => {
    const model = modelOfStacks([platform, systemStack(0, closed), systemStack(1, closed)])
    const unread = [{ origin: { stack: 'system_0', address: 'a.b' }, attribute: 'value_specs' }]
    const { beliefs, tally, findings } = proofOf({ ...model, unread }, given(2))
    expect([beliefs, tally]).toEqual([[], undefined])
    expect(told(findings)).toEqual(['TY5201 system_0 a.b'])
  })

  it('counts no pairs while a network is open to everybody', () => {
    const model = modelOfStacks([platform, systemStack(0, closed), systemStack(1, closed)])
    const open = { ...model, networks: model.networks.map(network => ({ ...network, shared: true })) }
    expect(proofOf(open, given(2)).tally).toBeUndefined()
    expect(proofOf(model, given(2)).tally?.pairs).toBe(2)
  })
})
