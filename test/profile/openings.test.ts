import { describe, expect, it } from 'vitest'
import type { Condition } from '../../generated/types/condition.ts'
import type { HistoryEvent, IngressRule } from '../../generated/types/system.ts'
import { openingsOf } from '../../lib/network/exposure.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { holds } from '../../lib/profile/condition.ts'
import { regulation, single } from './regulation.ts'

const services = [{ item: 'ecs.small', quantity: 1 }]
const web: IngressRule = { from: 'internet', protocol: 'tcp', ports: [443] }
const admin: IngressRule = { from: 'internet', protocol: 'tcp', ports: ['20-30'] }

function grant(event: string, on: string, ingress?: readonly IngressRule[]): HistoryEvent {
  return { event, on, grants: { internet: { services, ...(ingress && { ingress }) } } }
}

/** What is new at an event, as the ports of its lines. */
function opened(
  history: readonly HistoryEvent[],
  index: number,
  asked: readonly IngressRule[] = [web, admin],
) {
  const { model, system } = single({ zones: { internet: { services, ingress: asked } }, history })
  return caseOf(model, regulation, system, index)
    .opens()
    .map(({ ports }) => ports?.join(','))
}

describe('what an event opens', () => {
  const first = [{ event: 'submitted', on: '2026-01-05' }, grant('approved', '2026-01-08', [web])]
  const request = { event: 'change-submitted', on: '2026-02-05' }

  it('is all that a first request asks for, and all that its grant gives', () => {
    expect(opened(first.slice(0, 1), 0)).toEqual(['443', '20-30'])
    expect(opened(first, 0)).toEqual(['443'])
    expect(opened(first, 1)).toEqual(['443'])
  })

  it('is what a later request and its grant add to the grant before', () => {
    const answered = [...first, request, grant('change-approved', '2026-02-06', [web, admin])]
    expect(opened([...first, request], 2)).toEqual(['20-30'])
    expect(opened(answered, 2)).toEqual(['20-30'])
    expect(opened(answered, 3)).toEqual(['20-30'])
    expect(opened([...first, request, grant('change-approved', '2026-02-06', [])], 3)).toEqual([])
  })

  it('is nothing where the grant says nothing of it, or the event grants and asks nothing', () => {
    expect(opened([{ event: 'submitted', on: '2026-01-05' }, grant('approved', '2026-01-08')], 1)).toEqual([])
    expect(opened([...first, { event: 'papers-completed', on: '2026-02-01' }], 2)).toEqual([])
    expect(opened(first, 7)).toEqual([])
  })

  it('is, of a system whose openings are inherited, what goes beyond those that its request names', () => {
    const inherited = { zones: { internet: { ingress: [web] } } }
    const history = [first[0], grant('approved', '2026-01-08'), { ...request, inherited }].flatMap(
      event => event ?? [],
    )
    expect(opened(history, 2)).toEqual(['20-30'])
    expect(opened([...history.slice(0, 2), request], 2)).toEqual([])
  })
})

describe('a condition on what is opened', () => {
  const { model, system } = single({ history: [{ event: 'submitted', on: '2026-01-05' }] })
  const exchange = [
    {
      through: 'internet',
      from: 'internet',
      to: 'extranet',
      protocol: 'udp',
      ports: [3306],
      authorisedBy: '函',
    },
  ] as const
  const icmp: IngressRule = { from: 'self', protocol: 'icmp' }
  const lines = {
    web: openingsOf({ zones: { internet: { ingress: [web] } } }),
    admin: openingsOf({ zones: { internet: { ingress: [admin] } } }),
    out: openingsOf({
      zones: { internet: { egress: [{ to: 'system:a/b', protocol: 'tcp', ports: [22] }] } },
    }),
    network: openingsOf({ zones: { internet: { ingress: [{ ...web, from: '10.0.0.0/8' }] } } }),
    icmp: openingsOf({ zones: { internet: { ingress: [icmp] } } }),
    exchange: openingsOf({ zones: {}, exchange }),
    nothing: [],
  }
  const held = (opens: Condition['opens']) =>
    Object.entries(lines)
      .filter(([, own]) =>
        holds({ ...(opens && { opens }) }, { ...caseOf(model, regulation, system, 0), opens: () => own }),
      )
      .map(([name]) => name)

  it.each([
    ['anything', {}, ['web', 'admin', 'out', 'network', 'icmp', 'exchange']],
    ['directions', { directions: ['egress', 'exchange'] }, ['out', 'exchange']],
    ['peers, of which a gateway is none', { peers: ['internet'] }, ['web', 'admin']],
    ['systems and networks', { peers: ['system', 'network'] }, ['out', 'network']],
    ['protocols', { protocols: ['udp', 'icmp'] }, ['icmp', 'exchange']],
    ['a protocol that no line names', { protocols: ['gre'] }, []],
    ['a port within a range', { ports: [22] }, ['admin', 'out']],
    ['a range that ends at the port', { ports: ['1-20'] }, ['admin']],
    ['a range that ends below the port', { ports: ['1-19'] }, []],
    [
      'the whole of it at one and the same line',
      { directions: ['ingress'], peers: ['internet'], ports: [22] },
      ['admin'],
    ],
  ] as const)('names %s', (_, opens, names) => {
    expect(held(opens)).toEqual(names)
  })

  it('is none where it says nothing', () => {
    expect(held(undefined)).toEqual(Object.keys(lines))
  })
})
