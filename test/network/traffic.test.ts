import { describe, expect, it } from 'vitest'
import { Cidr } from '../../lib/network/cidr.ts'
import { peerOf } from '../../lib/network/peer.ts'
import {
  isEverywhere,
  type Narrowing,
  peerAddress,
  peerNetwork,
  peerSystem,
  sharesPort,
  trafficIn,
} from '../../lib/network/traffic.ts'
import { modelOf, system } from '../desired-state/model.ts'

describe('the other end of a rule', () => {
  it.each([
    ['internet', { kind: 'internet' }],
    ['self', { kind: 'self' }],
    ['system:unit/menhu', { kind: 'system', unit: 'unit', system: 'menhu' }],
    ['10.0.0.0/8', { kind: 'network', cidr: '10.0.0.0/8' }],
    ['system:unit', { kind: 'network', cidr: 'system:unit' }],
    ['system:/menhu', { kind: 'network', cidr: 'system:/menhu' }],
    ['system:unit/menhu/more', { kind: 'network', cidr: 'system:unit/menhu/more' }],
    ['my-system:unit/menhu', { kind: 'network', cidr: 'my-system:unit/menhu' }],
    ['Internet', { kind: 'network', cidr: 'Internet' }],
  ])('%s is read as %o', (text, peer) => {
    expect(peerOf(text)).toEqual(peer)
  })
})

const services = [{ item: 'a', quantity: 1 }]
const manifest = system('lantian/unit/menhu', {
  zones: {
    internet: {
      services,
      ingress: [
        { from: 'internet', protocol: 'tcp', ports: [443] },
        { from: 'system:other/luntan', protocol: 'icmp', authorisedBy: '函1' },
      ],
      egress: [{ to: '172.16.0.0/12', protocol: 'udp' }],
    },
    extranet: { services, egress: [{ to: 'system:other/nobody', protocol: 'tcp', ports: ['80-81'] }] },
    dmz: { services, ingress: [{ from: 'self', protocol: 'tcp' }] },
    idle: { services },
  },
})
const model = modelOf({ systems: [manifest, system('lantian/other/luntan', {})] })
const [own, other] = model.systems
if (own === undefined || other === undefined) throw new Error('no systems')
const rules = trafficIn(own)

describe('the traffic of a system', () => {
  it('is every rule with its place, zone by zone, ingress first', () => {
    expect(rules.map(({ path, peerKey }) => [...path, peerKey].join('.'))).toEqual([
      'zones.internet.ingress.0.from',
      'zones.internet.ingress.1.from',
      'zones.internet.egress.0.to',
      'zones.extranet.egress.0.to',
      'zones.dmz.ingress.0.from',
    ])
    expect(rules.map(({ zone, direction }) => `${zone} ${direction}`)).toEqual([
      'internet ingress',
      'internet ingress',
      'internet egress',
      'extranet egress',
      'dmz ingress',
    ])
    expect(rules.every(rule => rule.system === own)).toBe(true)
  })

  it('is what each rule says', () => {
    expect(
      rules.map(({ peerText, protocol, ports, authorisedBy }) => [peerText, protocol, ports, authorisedBy]),
    ).toEqual([
      ['internet', 'tcp', [443], undefined],
      ['system:other/luntan', 'icmp', undefined, '函1'],
      ['172.16.0.0/12', 'udp', undefined, undefined],
      ['system:other/nobody', 'tcp', ['80-81'], undefined],
      ['self', 'tcp', undefined, undefined],
    ])
    expect(rules.map(({ peer }) => peer.kind)).toEqual(['internet', 'system', 'network', 'system', 'self'])
  })

  it('names systems of its own jurisdiction, there or not, and networks', () => {
    expect(rules.map(peerAddress)).toEqual([
      undefined,
      'lantian/other/luntan',
      undefined,
      'lantian/other/nobody',
      undefined,
    ])
    expect(rules.map(rule => peerSystem(model, rule))).toEqual([
      undefined,
      other,
      undefined,
      undefined,
      undefined,
    ])
    expect(rules.map(rule => peerNetwork(rule)?.toString())).toEqual([
      undefined,
      undefined,
      '172.16.0.0/12',
      undefined,
      undefined,
    ])
  })

  it('names no network where the text is none', () => {
    const [first] = rules
    if (first === undefined) throw new Error('no rule')
    expect(peerNetwork({ ...first, peer: peerOf('10.0.0.0/33') })).toBeUndefined()
  })
})

describe('two rules', () => {
  it.each<[Narrowing, Narrowing, boolean]>([
    [{ ports: ['80-90'] }, { ports: ['90-99'] }, true],
    [{ ports: ['90-99'] }, { ports: ['80-90'] }, true],
    [{ ports: ['80-90'] }, { ports: ['91-99'] }, false],
    [{ ports: ['91-99'] }, { ports: ['80-90'] }, false],
    [{ ports: [22, 443] }, { ports: [80, 443] }, true],
    [{ ports: [22, 80] }, { ports: [443, 8443] }, false],
    [{ ports: ['1-100'] }, { ports: [50] }, true],
    [{ ports: [50] }, { ports: ['1-100'] }, true],
    [{ ports: undefined }, { ports: [65535] }, true],
    [{ ports: [] }, { ports: undefined }, false],
    [{ ports: undefined, icmpTypes: ['echo-request'] }, { ports: undefined }, true],
    [
      { ports: undefined, icmpTypes: ['echo-request'] },
      { ports: undefined, icmpTypes: ['time-exceeded'] },
      false,
    ],
  ])('%j and %j have a port or a kind of message in common: %s', (one, other, shares) => {
    expect(sharesPort(one, other)).toBe(shares)
  })
})

describe('a network is as wide as everywhere', () => {
  it.each([
    ['0.0.0.0/0', true],
    ['128.0.0.0/1', true],
    ['10.0.0.0/7', true],
    ['10.0.0.0/8', false],
    ['10.0.0.0/16', false],
    ['::/0', true],
    ['2000::/8', true],
    ['2400::/15', true],
    ['2400::/16', false],
  ])('%s: %s', (text, everywhere) => {
    expect(isEverywhere(Cidr.of(text))).toBe(everywhere)
  })
})
