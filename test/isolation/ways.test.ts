import { describe, expect, it } from 'vitest'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import type { Given, ProjectGrant } from '../../lib/isolation/grant.ts'
import { type WayDifference, wayDifferences, waysIn } from '../../lib/isolation/ways.ts'
import { Cidr } from '../../lib/network/cidr.ts'
import { cidrOf, platform, projectId, type Rule, type System, systemStack } from './world.ts'

const quiet: System = { uplink: true, portSecurity: true, rules: [], sharedWith: [], joins: [] }

function grantOf(index: number): ProjectGrant {
  return {
    project: projectId(index),
    stack: `system_${index}`,
    jurisdiction: 'a',
    zone: 'extranet',
    domain: '',
    networks: [Cidr.of(cidrOf(index))],
    traffic: { ingress: [], egress: [] },
    kbps: undefined,
    flavors: new Set(),
  }
}

function waysOf(world: readonly System[], unnamed: readonly Cidr[] = []) {
  const given: Given = {
    zones: [],
    projects: new Map(world.map((_, index) => [projectId(index), grantOf(index)])),
    roles: [],
  }
  const model = modelOfStacks([platform, ...world.map((one, index) => systemStack(index, one))])
  return waysIn(model, given, { projects: new Set([projectId(0)]), unnamed })
}

function told({ kind, from, to, traffic }: WayDifference): string {
  const [sender, receiver] = [from, to].map(end =>
    end.kind === 'project' ? `s${end.id.at(-1)}` : end.kind === 'network' ? end.cidr : '*',
  )
  const ports = traffic.map(
    ({ version, protocol, port }) => `${version}/${protocol.from}/${port.from}-${port.to}`,
  )
  return `${kind} ${sender} → ${receiver} ${ports.join(' ')}`
}

const rule = (direction: Rule['direction'], remote: Rule['remote'], from: number, to = from): Rule => ({
  direction,
  remote,
  protocol: 'tcp',
  ports: [from, to],
})
const having = (...rules: readonly Rule[]): System => ({ ...quiet, rules })

describe('what a change makes reachable', () => {
  it.each<readonly [string, readonly System[], readonly System[], readonly string[]]>([
    [
      'is nothing where nothing differs',
      [having(rule('ingress', 'everybody', 443))],
      [having(rule('ingress', 'everybody', 443))],
      [],
    ],
    [
      'is a port that is open to everybody',
      [quiet],
      [having(rule('ingress', 'everybody', 443))],
      ['new * → s0 4/6/443-443'],
    ],
    [
      'is gone with the rule',
      [having(rule('ingress', 'everybody', 443))],
      [quiet],
      ['gone * → s0 4/6/443-443'],
    ],
    [
      'is only what was not open before',
      [having(rule('ingress', 'everybody', 440, 443))],
      [having(rule('ingress', 'everybody', 443, 445))],
      ['new * → s0 4/6/444-445', 'gone * → s0 4/6/440-442'],
    ],
    [
      'is nothing where the same is written otherwise',
      [having(rule('ingress', 'everybody', 1, 2))],
      [having(rule('ingress', 'everybody', 1), rule('ingress', 'everybody', 2))],
      [],
    ],
    [
      'is nothing without an uplink',
      [quiet],
      [{ ...having(rule('ingress', 'everybody', 443)), uplink: false }],
      [],
    ],
    [
      'is whom it may send to',
      [quiet],
      [having(rule('egress', 'everybody', 443))],
      ['new s0 → * 4/6/443-443'],
    ],
    [
      'is another system where both have a rule',
      [quiet, having(rule('egress', 0, 8443))],
      [having(rule('ingress', 1, 8443)), having(rule('egress', 0, 8443))],
      ['new s1 → s0 4/6/8443-8443'],
    ],
    [
      'is no other system where that one does not send',
      [quiet, quiet],
      [having(rule('ingress', 1, 8443)), quiet],
      [],
    ],
    [
      'is told once of what is open to everybody',
      [quiet, having(rule('egress', 0, 443))],
      [having(rule('ingress', 'everybody', 443)), having(rule('egress', 0, 443))],
      ['new * → s0 4/6/443-443'],
    ],
    [
      'is told of another system where that one alone is let in on more',
      [quiet, having(rule('egress', 0, 442, 443))],
      [
        having(rule('ingress', 'everybody', 443), rule('ingress', 1, 442)),
        having(rule('egress', 0, 442, 443)),
      ],
      ['new * → s0 4/6/443-443', 'new s1 → s0 4/6/442-442'],
    ],
    [
      'leaves out what others than those looked at do',
      [quiet, quiet],
      [quiet, having(rule('ingress', 'everybody', 443))],
      [],
    ],
  ])('%s', (_title, before, after, expected) => {
    expect(wayDifferences(waysOf(before), waysOf(after)).map(told).toSorted()).toEqual(expected.toSorted())
  })

  it('is a network that is no system’s, by its addresses', () => {
    const world = [having(rule('ingress', 3, 443))]
    expect(wayDifferences([], waysOf(world)).map(told)).toEqual(['new 10.0.0.6/31 → s0 4/6/443-443'])
  })

  it('is not told of addresses that every server may ask', () => {
    const world = [having(rule('egress', 3, 53))]
    expect(wayDifferences([], waysOf(world, [Cidr.of('10.0.0.0/24')]))).toEqual([])
  })
})
