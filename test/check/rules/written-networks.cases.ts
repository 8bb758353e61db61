import type { Change, RuleCase } from '../rule-table.ts'
import { gapInternet, ofNetworks, ofPlatform } from './address-edits.ts'
import { shebao } from './files.ts'

const unreadable: readonly RuleCase[] = [
  ...ofNetworks('TY3201', [
    ['finds', 'an address of three parts', 'ipv4', '10.64.0/26'],
    ['finds', 'a part of an address above 255', 'ipv4', '10.64.0.256/26'],
    ['finds', 'a prefix length with a leading zero', 'ipv4', '10.64.0.192/026'],
    ['finds', 'an IPv4 prefix of 33', 'ipv4', '10.64.0.192/33'],
    ['passes', 'an IPv4 prefix of 32', 'ipv4', '10.64.0.192/32'],
    ['finds', 'an IPv6 prefix of 129', 'ipv6', 'fd6a:4b1e:64:7::1/129'],
    ['passes', 'an IPv6 prefix of 128', 'ipv6', 'fd6a:4b1e:64:7::1/128'],
    ['finds', 'an IPv6 address shortened twice', 'ipv6', 'fd6a::64::/64'],
    ['finds', 'an IPv4 address written as IPv6', 'ipv6', '"::ffff:10.64.0.192/122"'],
    ['finds', 'an IPv6 network under ipv4', 'ipv4', 'fd6a:4b1e:64:9::/64'],
    ['finds', 'an IPv4 network under ipv6', 'ipv6', '10.64.2.64/26'],
    ['passes', 'a network that is only not canonical', 'ipv6', 'FD6A:4B1E:64:7::1/64'],
  ]),
  ...ofPlatform('TY3201', [
    ['finds', 'an address pool', 'cidr: 10.64.0.0/12', 'cidr: 10.64.0/12', 'cidr: |10.64.0/12'],
    ['passes', 'an address pool of either version', 'cidr: 10.64.0.0/12', 'cidr: fd6a:4b1e:65::/48'],
    ['finds', 'an IPv4 egress network', '203.0.113.0/24', '203.0.113.0/33'],
    [
      'finds',
      'an IPv4 egress network that is IPv6',
      'ipv4: 203.0.113.0/24',
      'ipv4: fd6a::/64',
      'ipv4: |fd6a::/64',
    ],
    ['finds', 'an IPv6 egress network', '"2001:db8:64::/64"', '"2001:db8:64::/129"'],
    [
      'finds',
      'an IPv6 egress network that is IPv4',
      'ipv6: "2001:db8:64::/64"',
      'ipv6: 203.0.114.0/24',
      'ipv6: |203.0.114.0/24',
    ],
    ['passes', 'no IPv6 egress network', '      ipv6: "2001:db8:64::/64"\n', ''],
    ['finds', 'a nameserver', '203.0.113.3]', '203.0.113.256]'],
    ['passes', 'another IPv4 nameserver', '203.0.113.3]', '203.0.113.4]'],
    ['finds', 'an IPv6 nameserver', '203.0.113.3]', '"2001::53::"]'],
    ['passes', 'an IPv6 nameserver that is an address', '203.0.113.3]', '"2001:db8::53"]'],
    ['passes', 'no nameservers', '    nameservers: [203.0.113.2, 203.0.113.3]\n', ''],
    ['finds', 'a gateway address', gapInternet, '172.31.64/28'],
    ['passes', 'an IPv6 gateway address', gapInternet, 'fd6a:4b1e:1::/126'],
    [
      'passes',
      'a gateway without addresses',
      '\n    addresses: { internet: 172.31.64.0/28, extranet: 172.31.96.0/28 }',
      '',
    ],
  ]),
  ...(['10.0.0/8', '10.0.0.0/33', '"::ffff:10.0.0.0/104"'] as const).flatMap(peer => [
    ingressFrom(peer, [`from: |${peer}`]),
    egressTo(peer, [`to: |${peer}`]),
  ]),
  ...(['fd00::/16', '172.24.0.0/15'] as const).flatMap(peer => [ingressFrom(peer, []), egressTo(peer, [])]),
]

function ingressFrom(peer: string, marks: readonly string[], code = 'TY3201'): RuleCase {
  const changes: Change[] = [[shebao, 'from: 172.24.0.0/16', `from: ${peer}`]]
  return { code, title: `a rule from ${peer}`, changes, finds: marks.map(mark => ({ file: shebao, mark })) }
}

function egressTo(peer: string, marks: readonly string[], code = 'TY3201'): RuleCase {
  const changes: Change[] = [[shebao, 'to: self', `to: ${peer}`]]
  return { code, title: `a rule to ${peer}`, changes, finds: marks.map(mark => ({ file: shebao, mark })) }
}

const absent: RuleCase = {
  code: 'TY3201',
  title: 'no IPv6 network',
  changes: [[shebao, ', ipv6: fd6a:4b1e:64:7::/64', '']],
  finds: [],
}

const notCanonical: readonly RuleCase[] = [
  ...ofNetworks('TY3202', [
    ['finds', 'the first address after the network address', 'ipv4', '10.64.0.193/26'],
    ['finds', 'a prefix shorter by one than the address has room for', 'ipv4', '10.64.0.192/25'],
    ['passes', 'a prefix longer by one', 'ipv4', '10.64.0.192/27'],
    ['passes', 'the next network', 'ipv4', '10.64.1.0/26'],
    ['passes', 'what cannot be read', 'ipv4', '10.64.0.193/026'],
    ['finds', 'an IPv6 network with host bits', 'ipv6', 'fd6a:4b1e:64:7::1/64'],
    ['passes', 'an IPv6 network of one address', 'ipv6', 'fd6a:4b1e:64:7::1/128'],
    ['finds', 'IPv6 in upper case', 'ipv6', 'FD6A:4b1e:64:7::/64'],
    ['finds', 'an IPv6 part with a leading zero', 'ipv6', 'fd6a:4b1e:064:7::/64'],
    ['finds', 'IPv6 that could be shorter', 'ipv6', 'fd6a:4b1e:64:7:0:0:0:0/64'],
  ]),
  ...ofPlatform('TY3202', [
    ['finds', 'an address pool', 'cidr: 10.64.0.0/12', 'cidr: 10.65.0.0/12', 'cidr: |10.65.0.0/12'],
    ['finds', 'an IPv6 address pool', 'fd6a:4b1e:64::/48', 'fd6a:4b1e:64:1::/48', '|"fd6a:4b1e:64:1::/48"'],
    ['finds', 'an IPv4 egress network', '203.0.113.0/24', '203.0.113.1/24'],
    ['finds', 'an IPv6 egress network', '"2001:db8:64::/64"', '"2001:DB8:64::/64"'],
    ['finds', 'a gateway address', gapInternet, '172.31.64.1/28'],
    ['passes', 'a gateway address of the next network', gapInternet, '172.31.64.16/28'],
    ['passes', 'a nameserver, which is one address and no network', '203.0.113.3]', '"2001:DB8::53"]'],
  ]),
  ...(['10.0.0.1/8', 'FD00::/16'] as const).flatMap(peer => [
    ingressFrom(peer, [`from: |${peer}`], 'TY3202'),
    egressTo(peer, [`to: |${peer}`], 'TY3202'),
  ]),
  ...(['10.0.0.0/8', 'fd00::/16'] as const).flatMap(peer => [
    ingressFrom(peer, [], 'TY3202'),
    egressTo(peer, [], 'TY3202'),
  ]),
]

/** Networks as texts: that they can be read, and that each is written in one way. */
export const writtenNetworks: readonly RuleCase[] = [...unreadable, absent, ...notCanonical]
