import type { RuleCase } from '../rule-table.ts'
import { network, ofNetworks } from './address-edits.ts'
import { chengguan, huji, pucha, shebao, tousu, xueji, yingji, zhaosheng } from './files.ts'
import { withoutGateways } from './platform-edits.ts'

/** `zhaosheng` was asked for before `shebao`, which therefore gives way wherever the mistake was made. */
export const overlaps: readonly RuleCase[] = [
  ...ofNetworks('TY3205', [
    ['finds', 'the network of another system', 'ipv4', '10.64.0.0/26'],
    ['finds', 'a part of the network of another system', 'ipv4', '10.64.0.32/27'],
    ['finds', 'the last address of another system', 'ipv4', '10.64.0.63/32'],
    ['passes', 'the network right after others', 'ipv4', '10.64.2.64/26'],
    ['finds', 'a network around that of another system', 'ipv4', '10.64.0.128/25'],
    ['passes', 'the network of a system whose life is over', 'ipv4', '10.64.3.64/26'],
    ['finds', 'a network of the zone beyond the gateway', 'ipv4', '10.96.0.0/26'],
    ['finds', 'the IPv6 network of another system', 'ipv6', 'fd6a:4b1e:64:3::/64'],
    ['finds', 'a part of the IPv6 network of another system', 'ipv6', 'fd6a:4b1e:64:3:ffff::/80'],
    ['passes', 'the IPv6 network right after others', 'ipv6', 'fd6a:4b1e:64:9::/64'],
    ['passes', 'the IPv6 network of a system whose life is over', 'ipv6', 'fd6a:4b1e:64:21::/64'],
    ['passes', 'what is of the other version', 'ipv6', '10.64.0.0/26'],
    ['passes', 'what cannot be read', 'ipv4', '10.64.0.0/026'],
  ]),
  {
    code: 'TY3205',
    title: 'two networks of the other version',
    changes: [
      network('ipv6', '10.66.0.0/26'),
      [zhaosheng, 'ipv6: fd6a:4b1e:64:3::/64', 'ipv6: 10.66.0.0/26'],
    ],
    finds: [],
  },
  {
    code: 'TY3205',
    title: 'a system that still lives on the day',
    changes: [network('ipv4', '10.64.3.64/26')],
    finds: [{ file: shebao, mark: 'ipv4: |10.64.3.64/26' }],
    day: '2026-03-05',
  },
  {
    code: 'TY3205',
    title: 'the younger system, though the elder was changed',
    changes: [[zhaosheng, 'ipv4: 10.64.0.0/26', 'ipv4: 10.64.0.192/26']],
    finds: [{ file: shebao, mark: 'ipv4: |10.64.0.192/26' }],
    article: 'XS-22.2',
  },
  {
    code: 'TY3205',
    title: 'the younger system, though its address comes first',
    changes: [network('ipv4', '10.64.1.192/26')],
    finds: [{ file: chengguan, mark: 'ipv4: |10.64.1.192/26' }],
    article: 'JQ-18',
  },
  {
    code: 'TY3205',
    title: 'of two systems of one day the later by address',
    changes: [
      [tousu, 'on: 2025-02-17', 'on: 2025-07-02'],
      [tousu, 'ipv4: 10.64.0.128/26', 'ipv4: 10.64.0.192/26'],
    ],
    finds: [{ file: shebao, mark: 'ipv4: |10.64.0.192/26' }],
  },
  {
    code: 'TY3205',
    title: 'the system that is younger by one day, though its address comes first',
    changes: [
      [tousu, 'on: 2025-02-17', 'on: 2025-07-03'],
      [tousu, 'ipv4: 10.64.0.128/26', 'ipv4: 10.64.0.192/26'],
    ],
    finds: [{ file: tousu, mark: 'ipv4: |10.64.0.192/26' }],
  },
  {
    code: 'TY3205',
    title: 'two zones of one system',
    changes: [[shebao, 'ipv4: 10.96.1.0/26', 'ipv4: 10.64.0.192/26']],
    finds: [{ file: shebao, mark: 'internet:\n    network: { ipv4: |10.64.0.192/26' }],
  },
  {
    code: 'TY3205',
    title: 'networks in one another, each with the nearest around it',
    changes: [network('ipv4', '10.64.1.0/25'), [zhaosheng, 'ipv4: 10.64.0.0/26', 'ipv4: 10.64.1.0/24']],
    finds: [
      // In the /24, and around the /26 of a system that is older.
      { file: shebao, mark: 'ipv4: |10.64.1.0/25' },
      { file: shebao, mark: 'ipv4: |10.64.1.0/25' },
      { file: pucha, mark: 'ipv4: |10.64.1.0/26' },
      { file: zhaosheng, mark: 'ipv4: |10.64.1.0/24' },
      { file: chengguan, mark: 'ipv4: |10.64.1.192/26' },
    ],
  },
  {
    code: 'TY3205',
    title: 'the same addresses in a zone that nothing joins',
    changes: [withoutGateways, [huji, 'ipv4: 10.96.1.64/26', 'ipv4: 10.64.0.0/26']],
    finds: [],
  },
  {
    code: 'TY3205',
    title: 'the same addresses in two zones that a gateway joins',
    changes: [[huji, 'ipv4: 10.96.1.64/26', 'ipv4: 10.64.0.0/26']],
    finds: [{ file: huji, mark: 'ipv4: |10.64.0.0/26' }],
    article: 'XS-22.2',
  },
  {
    code: 'TY3205',
    title: 'a system of Ningwu',
    changes: [[xueji, 'ipv4: 10.96.0.0/26', 'ipv4: 10.96.0.64/26']],
    finds: [{ file: xueji, mark: 'ipv4: |10.96.0.64/26' }],
    article: 'NW-3.6',
  },
  {
    code: 'TY3205',
    title: 'a system of Datong',
    changes: [[yingji, 'fd6a:4b1e:96:1::/64', 'fd6a:4b1e:96::/64']],
    finds: [{ file: yingji, mark: 'ipv6: |fd6a:4b1e:96::/64' }],
    article: 'DT-22',
  },
  {
    code: 'TY3205',
    title: 'a system of Zhejiang',
    changes: [[pucha, 'fd6a:4b1e:64:8::/64', 'fd6a:4b1e:64:3::/64']],
    finds: [{ file: pucha, mark: 'ipv6: |fd6a:4b1e:64:3::/64' }],
    article: 'ZJ-20',
  },
]
