import { describe, expect, it } from 'vitest'
import {
  hasPorts,
  icmpTypeOf,
  icmpTypes,
  protocolName,
  protocolNumber,
  protocolOf,
  protocols,
} from '../../lib/network/protocol.ts'

describe('the protocols that a rule may name', () => {
  // By hand from IANA's registry of protocol numbers.
  it.each([
    ['tcp', 6n],
    ['udp', 17n],
    ['icmp', 1n],
    ['ipv6-icmp', 58n],
    ['gre', 47n],
    ['esp', 50n],
    ['ah', 51n],
    ['vrrp', 112n],
  ] as const)('%s has its number of the registry, and is found by it', (name, number) => {
    expect([protocolNumber(name), protocolName(number)]).toEqual([number, name])
  })

  it('are these alone', () => {
    const names = Object.values(protocols).flatMap(({ name }) => [name[4], name[6]])
    expect([...new Set(names)].sort()).toEqual([
      'ah',
      'esp',
      'gre',
      'icmp',
      'ipv6-icmp',
      'tcp',
      'udp',
      'vrrp',
    ])
    expect([protocolNumber('sctp'), protocolName(132n)]).toEqual([undefined, undefined])
  })

  it('are found by their numbers of either version', () => {
    const found = [
      protocolOf(6n, 4),
      protocolOf(58n, 6),
      protocolOf(58n, 4),
      protocolOf(1n, 4),
      protocolOf(51n, 6),
    ]
    expect(found).toEqual(['tcp', 'icmp', undefined, 'icmp', 'ah'])
  })

  it('of ICMP are found by their types of either version', () => {
    const found = [
      icmpTypeOf(8n, 4),
      icmpTypeOf(128n, 6),
      icmpTypeOf(8n, 6),
      icmpTypeOf(3n, 4),
      icmpTypeOf(3n, 6),
    ]
    expect(found).toEqual([
      'echo-request',
      'echo-request',
      undefined,
      'destination-unreachable',
      'time-exceeded',
    ])
  })

  it('have ports if they are TCP or UDP', () => {
    expect([hasPorts('tcp'), hasPorts('udp')]).toEqual([true, true])
    expect([hasPorts('icmp'), hasPorts('vrrp'), hasPorts('esp'), hasPorts('ah'), hasPorts('gre')]).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it.each([
    ['tcp', 'ports'],
    ['udp', 'ports'],
    ['icmp', 'icmpTypes'],
    ['vrrp', 'nothing'],
    ['esp', 'nothing'],
    ['ah', 'nothing'],
    ['gre', 'nothing'],
  ] as const)('are narrowed, %s by %s', (name, by) => {
    expect(protocols[name].narrowedBy).toBe(by)
  })

  it('send to a group if they are VRRP', () => {
    expect(protocols.vrrp.multicast).toEqual({ 4: '224.0.0.18/32', 6: 'ff02::12/128' })
    const others = Object.entries(protocols).filter(([name]) => name !== 'vrrp')
    expect(others.filter(([, { multicast }]) => multicast !== undefined)).toEqual([])
  })

  // By hand from RFC 792 and RFC 4443.
  it('know kinds of ICMP message by their numbers in both IP versions', () => {
    expect(icmpTypes).toEqual({
      'echo-request': { 4: 8, 6: 128 },
      'destination-unreachable': { 4: 3, 6: 1 },
      'time-exceeded': { 4: 11, 6: 3 },
      'parameter-problem': { 4: 12, 6: 4 },
    })
  })
})
