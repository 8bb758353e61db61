import type { Mark, RuleCase } from '../rule-table.ts'
import { gapInternet, network, ofEnded, ofNetworks, secondPool, untilTheEnd } from './address-edits.ts'
import {
  chengguan,
  huji,
  jiankang,
  platform,
  shebao,
  shipin,
  shuiqing,
  wenwu,
  xueji,
  yingji,
  zhaosheng,
} from './files.ts'
import { withoutGateways } from './platform-edits.ts'

const extranetNetworks: readonly Mark[] = [
  [yingji, 'fd6a:4b1e:96:1::/64'],
  [shipin, 'fd6a:4b1e:96::/64'],
  [chengguan, 'fd6a:4b1e:96:2::/64'],
  [wenwu, 'fd6a:4b1e:96:3::/64'],
  [xueji, 'fd6a:4b1e:96:4::/64'],
  [jiankang, 'fd6a:4b1e:96:7::/64'],
  [huji, '"fd6a:4b1e:96:5::/64"'],
  [shebao, 'fd6a:4b1e:96:8::/64'],
  [shuiqing, '"fd6a:4b1e:96:6::/64"'],
].map(([file = '', cidr = '']) => ({ file, mark: `ipv6: |${cidr}` }))

const extranetPool6 =
  '      - { id: extranet-ipv6, cidr: "fd6a:4b1e:96::/48", prefixLength: { min: 64, default: 64, max: 64 } }\n'

const outsidePools: readonly RuleCase[] = [
  ...ofNetworks('TY3203', [
    ['finds', 'the network right before the pool', 'ipv4', '10.63.255.192/26'],
    ['passes', 'the first network of the pool', 'ipv4', '10.64.0.0/26'],
    ['passes', 'the last network of the pool', 'ipv4', '10.79.255.192/26'],
    ['finds', 'the network right after the pool', 'ipv4', '10.80.0.0/26'],
    ['passes', 'the whole pool', 'ipv4', '10.64.0.0/12'],
    ['finds', 'what is wider than the pool by one bit', 'ipv4', '10.64.0.0/11'],
    ['finds', 'a network of another zone', 'ipv4', '10.96.5.0/26'],
    ['finds', 'the IPv6 network right before the pool', 'ipv6', 'fd6a:4b1e:63:ffff::/64'],
    ['passes', 'the last IPv6 network of the pool', 'ipv6', 'fd6a:4b1e:64:ffff::/64'],
    ['finds', 'the IPv6 network right after the pool', 'ipv6', 'fd6a:4b1e:65::/64'],
    ['finds', 'an IPv6 network of another zone', 'ipv6', 'fd6a:4b1e:96:9::/64'],
    ['passes', 'what is of the other version', 'ipv6', '10.20.0.0/26'],
    ['passes', 'what cannot be read', 'ipv4', '10.20.0/26'],
  ]),
  {
    code: 'TY3203',
    title: 'a network outside the extranet zone',
    changes: [[huji, 'ipv4: 10.96.1.64/26', 'ipv4: 10.64.9.0/26']],
    finds: [{ file: huji, mark: 'ipv4: |10.64.9.0/26' }],
  },
  {
    code: 'TY3203',
    title: 'a network in the second pool of its zone',
    changes: [secondPool('10.20.0.0/16', 22, 28), network('ipv4', '10.20.0.0/26')],
    finds: [],
  },
  {
    code: 'TY3203',
    title: 'IPv6 networks in a zone that has no IPv6 pool',
    changes: [[platform, extranetPool6, '']],
    finds: extranetNetworks,
  },
  ...untilTheEnd('TY3203', [ofEnded('ipv4', '10.20.0.0/26')], 'ipv4: |10.20.0.0/26'),
]

const sizes: readonly RuleCase[] = [
  ...ofNetworks('TY3204', [
    ['finds', 'larger than allowed by one bit', 'ipv4', '10.66.0.0/21'],
    ['passes', 'as large as allowed', 'ipv4', '10.66.0.0/22'],
    ['passes', 'as small as allowed', 'ipv4', '10.66.0.0/28'],
    ['finds', 'smaller than allowed by one bit', 'ipv4', '10.66.0.0/29'],
    ['finds', 'IPv6 larger than allowed', 'ipv6', 'fd6a:4b1e:64:10::/63'],
    ['passes', 'IPv6 of the only size', 'ipv6', 'fd6a:4b1e:64:10::/64'],
    ['finds', 'IPv6 smaller than allowed', 'ipv6', 'fd6a:4b1e:64:10::/65'],
    ['passes', 'a large network in no pool', 'ipv4', '10.20.0.0/16'],
    ['passes', 'a network around the pool', 'ipv4', '10.64.0.0/11'],
    ['passes', 'a large network in the pool of another zone', 'ipv4', '10.96.0.0/16'],
    ['passes', 'what cannot be read', 'ipv4', '10.66.0/20'],
    ['passes', 'what is of the other version', 'ipv6', '10.66.0.0/20'],
  ]),
  ...(
    [
      ['passes', 'the size that the pool around it allows', '10.20.0.0/20'],
      ['finds', 'a size that only another pool of the zone allows', '10.20.0.0/22'],
      ['finds', 'a size that only another pool of the zone allows, the other way', '10.66.0.0/20'],
    ] as const
  ).map(
    ([verdict, title, cidr]): RuleCase => ({
      code: 'TY3204',
      title,
      changes: [secondPool('10.20.0.0/16', 18, 20), network('ipv4', cidr)],
      finds: verdict === 'finds' ? [{ file: shebao, mark: `ipv4: |${cidr}` }] : [],
    }),
  ),
  {
    code: 'TY3204',
    title: 'a network next to a pool that cannot be read',
    changes: [[platform, 'cidr: 10.64.0.0/12', 'cidr: 10.64.0/12'], network('ipv4', '10.66.0.0/20')],
    finds: [],
  },
  ...untilTheEnd('TY3204', [ofEnded('ipv4', '10.66.0.0/20')], 'ipv4: |10.66.0.0/20'),
]

const onPlatform: readonly RuleCase[] = [
  ...ofNetworks('TY3206', [
    ['finds', 'a part of the egress network', 'ipv4', '203.0.113.0/26'],
    ['finds', 'what is around the egress network', 'ipv4', '203.0.112.0/22'],
    ['passes', 'the network right before the egress network', 'ipv4', '203.0.112.192/26'],
    ['finds', 'the last addresses of the egress network', 'ipv4', '203.0.113.192/26'],
    ['passes', 'the network right after the egress network', 'ipv4', '203.0.114.0/26'],
    ['finds', 'a gateway address', 'ipv4', gapInternet],
    ['passes', 'the network right after a gateway address', 'ipv4', '172.31.64.16/28'],
    ['finds', 'the egress network beyond the gateway', 'ipv4', '198.51.100.0/26'],
    ['finds', 'the gateway address beyond the gateway', 'ipv4', '172.31.96.0/28'],
    ['finds', 'the IPv6 egress network', 'ipv6', '2001:db8:64::/64'],
    ['finds', 'the IPv6 egress network beyond the gateway', 'ipv6', '2001:db8:96::/64'],
    ['passes', 'the IPv6 network right after it', 'ipv6', '2001:db8:64:1::/64'],
    ['passes', 'what is of the other version', 'ipv6', '203.0.113.0/26'],
    ['passes', 'another network of the pool', 'ipv4', '10.66.0.0/26'],
  ]),
  {
    code: 'TY3206',
    title: 'a gateway address that was taken out of the pool',
    changes: [[platform, gapInternet, '10.64.0.192/28']],
    finds: [{ file: shebao, mark: 'ipv4: |10.64.0.192/26' }],
  },
  {
    code: 'TY3206',
    title: 'an IPv6 gateway address',
    changes: [[platform, gapInternet, 'fd6a:4b1e:64:7::/126']],
    finds: [{ file: shebao, mark: 'ipv6: |fd6a:4b1e:64:7::/64' }],
  },
  {
    code: 'TY3206',
    title: 'the egress network of a zone that nothing joins',
    changes: [withoutGateways, [zhaosheng, 'ipv4: 10.64.0.0/26', 'ipv4: 198.51.100.0/26']],
    finds: [],
  },
  {
    code: 'TY3206',
    title: 'a network that is two of the platform at once',
    changes: [[platform, gapInternet, '203.0.113.0/28'], network('ipv4', '203.0.113.0/26')],
    finds: [
      { file: shebao, mark: 'ipv4: |203.0.113.0/26' },
      { file: shebao, mark: 'ipv4: |203.0.113.0/26' },
    ],
  },
  ...untilTheEnd('TY3206', [ofEnded('ipv6', '2001:db8:64::/64')], 'ipv6: |2001:db8:64::/64'),
]

/** Where the network of a system may lie, and how large it may be. */
export const systemNetworks: readonly RuleCase[] = [...outsidePools, ...sizes, ...onPlatform]
