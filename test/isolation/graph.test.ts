import { describe, expect, it } from 'vitest'
import { graphOf, wayBetween } from '../../lib/isolation/graph.ts'
import { emptyDraft, type IsolationModel } from '../../lib/isolation/model.ts'
import { Cidr } from '../../lib/network/cidr.ts'

const origin = { stack: 'stack', address: 'address' }

function subnet(project: string, network: string) {
  return {
    id: `${project} in ${network}`,
    origin,
    project,
    network,
    cidr: Cidr.of('10.0.0.0/24'),
    pooled: true,
  }
}

const model: IsolationModel = {
  ...emptyDraft(),
  subnets: [subnet('a', 'left'), subnet('middle', 'left'), subnet('middle', 'right'), subnet('b', 'right')],
}

function way(from: string, to: string): readonly string[] | undefined {
  const projects = ['a', 'middle', 'b']
  return wayBetween(graphOf(model), place => projects.includes(place), from, to)?.map(hop => hop.to)
}

describe('the way between two projects', () => {
  it('leads over the networks that both have a subnet in', () => {
    expect(way('a', 'middle')).toEqual(['left', 'middle'])
    expect(way('middle', 'b')).toEqual(['right', 'b'])
  })

  it('leads through no third project', () => {
    expect(way('a', 'b')).toBeUndefined()
  })
})
