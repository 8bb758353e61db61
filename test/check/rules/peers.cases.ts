import { exampleText } from '../../example-repository.ts'
import type { Change, RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import {
  huji,
  lvyou,
  platform,
  pucha,
  shebao,
  shuiqing,
  tousu,
  xinchou,
  xueji,
  yingji,
  zhaosheng,
} from './files.ts'
import { withoutGateways } from './platform-edits.ts'
import { bothWays, ingressFor, markOf, more, oneWay } from './traffic-edits.ts'

const tcp = (peer: string, port = 443): string => `${peer}, protocol: tcp, ports: [${port}]`
const toHuji = { file: shebao, mark: 'to: |system:gonganju/huji-guanli' }

const unknown: readonly RuleCase[] = [
  ...bothWays('TY3401', 'extranet', 'peer', [
    ['finds', 'a system that its unit does not have', tcp('system:gonganju/huji')],
    ['finds', 'a system of another unit', tcp('system:rensheju/huji-guanli')],
    ['finds', 'a system of another jurisdiction', tcp('system:jiaoyuju/xueji-guanli')],
    ['passes', 'a system of the jurisdiction', tcp('system:jiuye-zhongxin/jiuye-fuwu')],
    ['passes', 'the system itself', tcp('self')],
    ['passes', 'the internet', tcp('internet')],
    ['passes', 'a network', tcp('192.168.0.0/16')],
  ]),
  {
    code: 'TY3401',
    title: 'a system whose file is taken away',
    changes: [[huji, exampleText(huji), undefined]],
    finds: [toHuji],
  },
  {
    code: 'TY3401',
    title: 'a system whose file cannot be read',
    changes: [unreadable(huji)],
    finds: [],
    breaks: true,
  },
  {
    code: 'TY3401',
    title: 'an unknown system next to a file that cannot be read',
    changes: [unreadable(xinchou), more('extranet', 'egress', tcp('system:gonganju/huji'))],
    finds: [{ file: shebao, mark: 'to: |system:gonganju/huji,' }],
  },
]

const notInZone: readonly RuleCase[] = [
  ...bothWays('TY3402', 'internet', 'peer', [
    ['finds', 'a system that is only in the extranet zone', tcp('system:gonganju/huji-guanli'), 'XS-15.2'],
    ['passes', 'a system of the internet zone', tcp('system:jiuye-zhongxin/jiuye-fuwu')],
    ['passes', 'an unknown system', tcp('system:gonganju/huji')],
    ['passes', 'the system itself by its name', tcp('system:rensheju/shebao-jingban')],
    ['passes', 'a network', tcp('10.96.1.64/26')],
  ]),
  ...bothWays('TY3402', 'extranet', 'peer', [
    [
      'finds',
      'a system that is only in the internet zone',
      tcp('system:jiuye-zhongxin/jiuye-fuwu'),
      'XS-15.2',
    ],
    ['passes', 'a system of the extranet zone', tcp('system:gonganju/huji-guanli', 80)],
  ]),
  {
    code: 'TY3402',
    title: 'a system of Zhejiang that names one of the other zone',
    changes: [
      [
        shuiqing,
        '{ from: self, protocol: udp, ports: [5683]',
        '{ from: system:tongjiju/pucha-caiji, protocol: udp, ports: [5683]',
      ],
    ],
    finds: [{ file: shuiqing, mark: 'from: |system:tongjiju/pucha-caiji' }],
    article: 'ZJ-24',
  },
]

const authorised = ', authorisedBy: 西公函〔2026〕61号'

const unauthorised: readonly RuleCase[] = [
  {
    code: 'TY3403',
    title: 'another unit that loses its authorisation',
    changes: [[huji, authorised, '']],
    finds: [{ file: huji, mark: 'from: |system:rensheju/shebao-jingban' }],
    article: 'XS-36',
  },
  {
    code: 'TY3403',
    title: 'a unit of Datong that loses its authorisation',
    changes: [[yingji, ', authorisedBy: 同应急函〔2024〕40号', '']],
    finds: [{ file: yingji, mark: 'from: |system:shichangju/shipin-zhuisu' }],
    article: 'DT-22',
  },
  ...(
    [
      [xueji, 'system:weijianju/jiankang-dangan', 'NW-3.6'],
      [shuiqing, 'system:tongjiju/pucha-caiji', 'ZJ-20'],
      [lvyou, 'system:guazhou/zhihui-chengguan', 'JQ-18'],
    ] as const
  ).map(
    ([file, peer, article]): RuleCase => ({
      code: 'TY3403',
      title: `${peer} without an authorisation`,
      changes: [ingressFor(file, tcp(peer))],
      finds: [{ file, mark: `from: |${peer}` }],
      article,
    }),
  ),
  oneWay('TY3403', 'extranet', 'ingress', 'peer', [
    'finds',
    'an unknown system of another unit',
    tcp('system:gonganju/huji'),
  ]),
  oneWay('TY3403', 'extranet', 'ingress', 'peer', [
    'passes',
    'the authorisation of another unit',
    `${tcp('system:gonganju/huji-guanli')}, authorisedBy: 西公函〔2026〕62号`,
  ]),
  oneWay('TY3403', 'extranet', 'ingress', 'peer', [
    'passes',
    'a system of the same unit',
    tcp('system:rensheju/xinchou-chaxun'),
  ]),
  oneWay('TY3403', 'extranet', 'ingress', 'peer', ['passes', 'a network', tcp('192.168.0.0/16')]),
  oneWay('TY3403', 'extranet', 'ingress', 'peer', ['passes', 'the internet', tcp('internet', 80)]),
  oneWay('TY3403', 'extranet', 'ingress', 'peer', ['passes', 'the system itself', tcp('self', 80)]),
  oneWay('TY3403', 'extranet', 'egress', 'peer', [
    'passes',
    'another unit',
    tcp('system:gonganju/huji-guanli'),
  ]),
]

/** Another pool for the extranet zone, far from those of the internet zone. */
const farPools: readonly Change[] = [
  [platform, 'cidr: 10.96.0.0/12', 'cidr: 172.16.0.0/12'],
  [platform, '"fd6a:4b1e:96::/48"', '"fc00:96::/48"'],
]

/** A pool for the extranet zone with the addresses of the internet zone, which nothing joins to it. */
const samePools: readonly Change[] = [withoutGateways, [platform, 'cidr: 10.96.0.0/12', 'cidr: 10.64.0.0/12']]

const unnamed: readonly RuleCase[] = [
  ...bothWays('TY3410', 'extranet', 'peer', [
    ['finds', 'the network of a system', tcp('10.96.1.64/26'), 'XS-36'],
    ['finds', 'the last address of a system', tcp('10.96.1.127/32')],
    ['finds', 'a network around those of some systems', tcp('10.96.0.0/16')],
    ['finds', 'the widest network that is not the internet', tcp('10.0.0.0/8')],
    ['passes', 'a network that is as good as the internet', tcp('10.0.0.0/7')],
    ['passes', 'addresses of the pool right after those of all systems', tcp('10.96.2.64/26')],
    ['passes', 'addresses right before those of all systems', tcp('10.95.255.192/26')],
    ['passes', 'the network of a system in another zone', tcp('10.64.0.0/26')],
    ['finds', 'the IPv6 network of a system', tcp('fd6a:4b1e:96:5::/64')],
    ['finds', 'a part of the IPv6 network of a system', tcp('fd6a:4b1e:96:5:8000::/65')],
    ['finds', 'the widest IPv6 network that is not the internet', tcp('fd6a::/16')],
    ['passes', 'an IPv6 network that is as good as the internet', tcp('fd6a::/15')],
    ['passes', 'IPv6 addresses of the pool right after those of all systems', tcp('fd6a:4b1e:96:9::/64')],
    ['finds', 'its own network', tcp('10.96.1.0/26')],
    ['passes', 'what cannot be read', tcp('10.96.1.64/026')],
    ['passes', 'a system by its name', tcp('system:gonganju/huji-guanli', 80)],
  ]),
  ...bothWays('TY3410', 'internet', 'peer', [
    ['finds', 'the network of a system of another jurisdiction', tcp('10.64.0.0/26')],
    ['passes', 'the network of a system whose life is over', tcp('10.64.3.64/26')],
  ]),
  {
    code: 'TY3410',
    title: 'the network of a system in its last days',
    changes: [more('internet', 'egress', tcp('10.64.3.64/26'))],
    finds: [{ file: shebao, mark: 'to: |10.64.3.64/26' }],
    day: '2026-03-05',
  },
  {
    code: 'TY3410',
    title: 'addresses that only a system of a zone apart has',
    changes: [
      ...samePools,
      [huji, 'ipv4: 10.96.1.64/26', 'ipv4: 10.64.9.0/26'],
      [zhaosheng, '{ to: internet', '{ to: 10.64.9.0/26'],
    ],
    finds: [],
  },
  {
    code: 'TY3410',
    title: 'addresses outside the pools, which no system may have',
    changes: [
      [huji, 'ipv4: 10.96.1.64/26', 'ipv4: 10.20.0.0/26'],
      more('extranet', 'egress', tcp('10.20.0.0/26')),
    ],
    finds: [],
  },
  ...(
    [
      [xueji, '10.96.0.64/26', 'NW-3.6'],
      [lvyou, '10.64.0.0/26', 'JQ-18'],
      [pucha, '10.64.0.0/26', 'ZJ-20'],
      [tousu, '10.64.0.0/26', 'DT-22'],
    ] as const
  ).map(
    ([file, cidr, article]): RuleCase => ({
      code: 'TY3410',
      title: `a system's network, by ${article}`,
      changes: [ingressFor(file, tcp(cidr))],
      finds: [{ file, mark: `from: |${cidr}` }],
      article,
    }),
  ),
]

const otherZone: readonly RuleCase[] = [
  ...bothWays('TY3411', 'extranet', 'peer', [
    ['finds', 'addresses of the other pool', tcp('10.70.0.0/16'), 'XS-15.2'],
    ['finds', 'the last addresses of the other pool', tcp('10.79.255.192/26')],
    ['passes', 'addresses right after the other pool', tcp('10.80.0.0/26')],
    ['passes', 'addresses right before the other pool', tcp('10.63.255.192/26')],
    ['finds', 'what is around the other pool alone', tcp('10.64.0.0/11')],
    ['passes', 'what is around both pools', tcp('10.64.0.0/10')],
    ['passes', 'addresses of its own pool', tcp('10.100.0.0/16')],
    ['finds', 'IPv6 addresses of the other pool', tcp('fd6a:4b1e:64:ff::/64')],
    ['passes', 'IPv6 addresses right after the other pool', tcp('fd6a:4b1e:65::/64')],
    ['passes', 'IPv6 addresses of its own pool', tcp('fd6a:4b1e:96:ff::/64')],
    ['passes', 'the egress network of the other zone', tcp('203.0.113.0/24')],
    ['passes', 'what cannot be read', tcp('10.70.0.0/016')],
    ['passes', 'the internet', tcp('internet')],
  ]),
  ...bothWays('TY3411', 'internet', 'peer', [
    ['finds', 'addresses of the pool of the extranet zone', tcp('10.100.0.0/16'), 'XS-15.2'],
  ]),
  ...(
    [
      ['passes', '10.0.0.0/7'],
      ['finds', '10.0.0.0/8'],
      ['passes', 'fd6a::/15'],
      ['finds', 'fd6a::/16'],
    ] as const
  ).map(
    ([verdict, cidr]): RuleCase => ({
      code: 'TY3411',
      title: `${cidr} in a zone whose pools lie elsewhere`,
      changes: [...farPools, more('extranet', 'egress', tcp(cidr))],
      finds: verdict === 'finds' ? [{ file: shebao, mark: markOf('egress', tcp(cidr), 'peer') }] : [],
    }),
  ),
  {
    code: 'TY3411',
    title: 'addresses of its own pool, which a zone apart has too',
    changes: [...samePools, [zhaosheng, '{ to: internet', '{ to: 10.70.0.0/16']],
    finds: [],
  },
  {
    code: 'TY3411',
    title: 'a system of Zhejiang',
    changes: [ingressFor(pucha, tcp('10.100.0.0/16'))],
    finds: [{ file: pucha, mark: 'from: |10.100.0.0/16' }],
    article: 'ZJ-24',
  },
]

const self: readonly RuleCase[] = bothWays('TY3415', 'extranet', 'peer', [
  ['finds', 'the system by its own name', tcp('system:rensheju/shebao-jingban', 80)],
  ['passes', 'another system of the unit', tcp('system:rensheju/xinchou-chaxun', 80)],
  ['passes', 'the name of the system in another unit', tcp('system:gonganju/shebao-jingban', 80)],
  ['passes', 'the system as self', tcp('self', 80)],
])

/** Who is at the other end of a rule. */
export const peers: readonly RuleCase[] = [
  ...unknown,
  ...notInZone,
  ...unauthorised,
  ...unnamed,
  ...otherZone,
  ...self,
]
