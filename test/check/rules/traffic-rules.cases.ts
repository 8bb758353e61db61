import { exampleText } from '../../example-repository.ts'
import type { Change, RuleCase, Verdict } from '../rule-table.ts'
import { huji, platform, shebao, shuiqing } from './files.ts'
import { bothWays, type Direction, markOf, more, type RuleRow, type Zone } from './traffic-edits.ts'

const tcp = (peer: string): string => `${peer}, protocol: tcp, ports: [443]`

/** The extranet zone of a class of its own. */
const ownClass = (facesInternet: boolean): readonly Change[] => [
  [platform, 'class: extranet', 'class: business'],
  [
    platform,
    'zones:\n  internet:',
    `classes: { business: { name: { zh: 业务专网区, en: Business }, facesInternet: ${facesInternet} } }\nzones:\n  internet:`,
  ],
]
const publicPage = 'internet, protocol: tcp, ports: [80]'

const internetOutOfReach: readonly RuleCase[] = [
  ...bothWays('TY3404', 'extranet', 'peer', [
    ['finds', 'the internet', 'internet, protocol: tcp, ports: [80]', 'XS-15.2'],
    ['finds', 'every IPv4 address', tcp('0.0.0.0/0')],
    ['finds', 'an IPv4 network as good as the internet', tcp('172.0.0.0/7')],
    ['passes', 'an IPv4 network longer by one bit', tcp('172.0.0.0/8')],
    ['finds', 'every IPv6 address', tcp('::/0')],
    ['finds', 'an IPv6 network as good as the internet', tcp('2000::/15')],
    ['passes', 'an IPv6 network longer by one bit', tcp('2000::/16')],
    ['passes', 'the system itself', `self, protocol: tcp, ports: [80]`],
    ['passes', 'a system', `system:gonganju/huji-guanli, protocol: tcp, ports: [80]`],
    ['passes', 'what cannot be read', tcp('0.0.0.0/00')],
  ]),
  ...bothWays('TY3404', 'internet', 'peer', [
    ['passes', 'the internet', `internet, protocol: tcp, ports: [80]`],
    ['passes', 'every address', tcp('0.0.0.0/0')],
  ]),
  {
    code: 'TY3404',
    title: 'a system of Zhejiang',
    changes: [[shuiqing, '{ from: self, protocol: udp', '{ from: internet, protocol: udp']],
    finds: [{ file: shuiqing, mark: 'from: |internet, protocol: udp' }],
    article: 'ZJ-24',
  },
  {
    code: 'TY3404',
    title: 'a zone of a class of its own that is apart from the internet',
    changes: [...ownClass(false), more('extranet', 'ingress', publicPage)],
    finds: [{ file: shebao, mark: markOf('ingress', publicPage, 'peer') }],
    article: 'XS-15.2',
  },
  {
    code: 'TY3404',
    title: 'a zone of a class of its own that faces the internet',
    changes: [...ownClass(true), more('extranet', 'ingress', publicPage)],
    finds: [],
  },
]

const networkMeansInternet: readonly RuleCase[] = [
  ...bothWays('TY3405', 'internet', 'peer', [
    ['finds', 'every IPv4 address', tcp('0.0.0.0/0')],
    ['finds', 'an IPv4 network as good as the internet', tcp('172.0.0.0/7')],
    ['passes', 'an IPv4 network longer by one bit', tcp('172.0.0.0/8')],
    ['finds', 'every IPv6 address', tcp('::/0')],
    ['finds', 'an IPv6 network as good as the internet', tcp('2000::/15')],
    ['passes', 'an IPv6 network longer by one bit', tcp('2000::/16')],
    ['passes', 'the internet by its name', `internet, protocol: tcp, ports: [80]`],
    ['passes', 'what cannot be read', tcp('0.0.0.0/00')],
  ]),
  ...bothWays('TY3405', 'extranet', 'peer', [['passes', 'every address', tcp('0.0.0.0/0')]]),
  {
    code: 'TY3405',
    title: 'every address in a zone of a class of its own that faces the internet',
    changes: [...ownClass(true), more('extranet', 'ingress', tcp('0.0.0.0/0'))],
    finds: [{ file: shebao, mark: markOf('ingress', tcp('0.0.0.0/0'), 'peer') }],
  },
]

/** Without ports of their own. */
const portless = ['icmp', 'vrrp', 'esp', 'ah', 'gre'] as const

const portsMissing: readonly RuleCase[] = bothWays('TY3406', 'internet', 'protocol', [
  ['finds', 'TCP without ports', 'system:jiuye-zhongxin/jiuye-fuwu, protocol: tcp'],
  ['finds', 'UDP without ports', 'self, protocol: udp'],
  ...portless.map(
    (protocol): RuleRow => ['passes', `${protocol} without ports`, `self, protocol: ${protocol}`],
  ),
  ['passes', 'TCP with a port', 'self, protocol: tcp, ports: [80]'],
])

const exchange = (protocol: string, ports: string): string =>
  `to: extranet, protocol: ${protocol}, ports: [${ports}]`
const exchanged = (protocol: string, ports = '8443'): Change => [
  shebao,
  exchange('tcp', '8443'),
  exchange(protocol, ports),
]

const portlessProtocol: readonly RuleCase[] = [
  ...bothWays('TY3407', 'internet', 'ports', [
    ...portless.flatMap((protocol): RuleRow[] => [
      ['finds', `a port of ${protocol}`, `self, protocol: ${protocol}, ports: [8]`],
      ['passes', protocol, `self, protocol: ${protocol}`],
    ]),
    ['passes', 'a port of UDP', 'self, protocol: udp, ports: [8]'],
    ['passes', 'a kind of ICMP message', 'self, protocol: icmp, icmpTypes: [echo-request]'],
  ]),
  {
    code: 'TY3407',
    title: 'an exchange by ICMP',
    changes: [exchanged('icmp')],
    finds: [{ file: shebao, mark: 'protocol: |icmp' }],
  },
  {
    code: 'TY3407',
    title: 'an exchange by GRE',
    changes: [exchanged('gre')],
    finds: [{ file: shebao, mark: 'protocol: |gre' }],
  },
  { code: 'TY3407', title: 'an exchange by UDP', changes: [exchanged('udp')], finds: [] },
]

const icmpTypesElsewhere: readonly RuleCase[] = bothWays('TY3418', 'internet', 'icmpTypes', [
  ['finds', 'a kind of message of TCP', 'self, protocol: tcp, ports: [8], icmpTypes: [echo-request]'],
  ['finds', 'a kind of message of GRE', 'self, protocol: gre, icmpTypes: [echo-request]'],
  ['passes', 'a kind of message of ICMP', 'self, protocol: icmp, icmpTypes: [echo-request]'],
  ['passes', 'TCP', 'self, protocol: tcp, ports: [8]'],
])

const vrrpBeyondSelf: readonly RuleCase[] = bothWays('TY3419', 'internet', 'peer', [
  ['finds', 'VRRP and the internet', 'internet, protocol: vrrp'],
  ['finds', 'VRRP and a network', '10.64.0.0/26, protocol: vrrp'],
  ['finds', 'VRRP and a system', 'system:gonganju/huji-guanli, protocol: vrrp'],
  ['passes', 'VRRP inside the system', 'self, protocol: vrrp'],
  ['passes', 'ESP and a network', '10.64.0.0/26, protocol: esp'],
])

type PortRow = readonly [verdict: Verdict, title: string, port: string]

const portRows: readonly PortRow[] = [
  ['finds', 'a range that goes back by one', '"8001-8000"'],
  ['passes', 'a range of one port', '"8000-8000"'],
  ['passes', 'a range of two ports', '"8000-8001"'],
  ['passes', 'the last port', '"65535-65535"'],
  ['finds', 'a range up to the port after the last', '"8000-65536"'],
  ['finds', 'a range from the port after the last', '"65536-65536"'],
  ['passes', 'every port', '"1-65535"'],
  ['passes', 'the last port alone', '65535'],
]

/** The second entry of a list of ports. */
const portRange: readonly RuleCase[] = portRows.flatMap(([verdict, title, port]): RuleCase[] => {
  const marks = verdict === 'finds' ? [`ports: [9, |${port}]`] : []
  const cases = bothWays('TY3408', 'internet', 'ports', [
    ['passes', title, `self, protocol: udp, ports: [9, ${port}]`],
  ]).map(one => ({ ...one, finds: marks.map(mark => ({ file: shebao, mark })) }))
  const between: RuleCase = {
    code: 'TY3408',
    title: `exchange with ${title}`,
    changes: [exchanged('tcp', `9, ${port}`)],
    finds: marks.map(mark => ({ file: shebao, mark })),
  }
  return [...cases, between]
})

type CoverRow = readonly [title: string, first: string, second: string, found?: 'first' | 'second']

/** Of two rules of one list, which opens nothing of its own. */
function covered(zone: Zone, direction: Direction, rows: readonly CoverRow[]): RuleCase[] {
  return rows.map(([title, first, second, found]) => ({
    code: 'TY3409',
    title: `${direction} with ${title}`,
    changes: [more(zone, direction, first, second)],
    finds:
      found === undefined
        ? []
        : [{ file: shebao, mark: markOf(direction, found === 'first' ? first : second, 'rule') }],
  }))
}

const ofPorts = (ports: string, protocol = 'tcp'): string =>
  `192.168.0.0/16, protocol: ${protocol}, ports: [${ports}]`
const ofKinds = (kinds: string): string => `self, protocol: icmp, icmpTypes: ${kinds}`
const ofPeer = (peer: string): string => `${peer}, protocol: udp, ports: [53]`

const coverRows: readonly CoverRow[] = [
  ['another port', ofPorts('8000'), ofPorts('8001')],
  ['a port before a range', ofPorts('7999'), ofPorts('"8000-8009"')],
  ['the first port of a range', ofPorts('8000'), ofPorts('"8000-8009"'), 'first'],
  ['the last port of a range', ofPorts('"8000-8009"'), ofPorts('8009'), 'second'],
  ['a port after a range', ofPorts('"8000-8009"'), ofPorts('8010')],
  ['a range that two ports make up', ofPorts('8001, 8000'), ofPorts('"8000-8001"'), 'second'],
  ['a range within two that touch', ofPorts('"8005-8009", "8000-8004"'), ofPorts('"8001-8008"'), 'second'],
  ['a range over a gap of one port', ofPorts('"8000-8004", "8006-8009"'), ofPorts('"8001-8008"')],
  ['a port in a range around another', ofPorts('"8000-8009", "8002-8004"'), ofPorts('8009'), 'second'],
  ['one of two ports', ofPorts('8000'), ofPorts('8000, 8001'), 'first'],
  ['one port in common', ofPorts('8000, 8001'), ofPorts('8001, 8002')],
  ['all ports but the first', ofPorts('"2-65535"'), '192.168.0.0/16, protocol: tcp', 'first'],
  ['all ports but the last', ofPorts('"1-65534"'), '192.168.0.0/16, protocol: tcp', 'first'],
  ['all ports, written and not', '192.168.0.0/16, protocol: tcp', ofPorts('"1-65535"'), 'second'],
  ['TCP and UDP', ofPorts('8000'), ofPorts('8000', 'udp')],
  ['no ports, which is all of them', ofPorts('8000'), '192.168.0.0/16, protocol: tcp', 'first'],
  ['a network in another', ofPeer('192.168.0.0/17'), ofPeer('192.168.0.0/16'), 'first'],
  ['a network beside another', ofPeer('192.168.0.0/17'), ofPeer('192.168.128.0/17')],
  ['an IPv6 network in another', ofPeer('2001:db8::/32'), ofPeer('2001:db8:8000::/33'), 'second'],
  ['an IPv6 network beside another', ofPeer('2001:db8::/33'), ofPeer('2001:db8:8000::/33')],
  ['networks of both versions', ofPeer('0.0.0.0/0'), ofPeer('2001:db8::/32')],
  ['the internet around a network', ofPeer('192.168.0.0/16'), ofPeer('internet'), 'first'],
  ['the internet around a system', ofPeer('internet'), ofPeer('system:gonganju/huji-guanli'), 'second'],
  ['the internet around the system itself', ofPeer('internet'), ofPeer('self'), 'second'],
  ['the system itself and another', ofPeer('self'), ofPeer('system:gonganju/huji-guanli')],
  ['two systems', ofPeer('system:rensheju/xinchou-chaxun'), ofPeer('system:gonganju/huji-guanli')],
  ['a network and a system', ofPeer('10.96.0.0/12'), ofPeer('system:gonganju/huji-guanli')],
  ['a system and a network', ofPeer('system:gonganju/huji-guanli'), ofPeer('10.96.1.64/26')],
  [
    'one rule twice, whatever its note',
    `${ofPeer('self')}, note: 甲`,
    `${ofPeer('self')}, note: 乙`,
    'second',
  ],
  ['ICMP twice', 'self, protocol: icmp, note: 甲', 'self, protocol: icmp, note: 乙', 'second'],
  ['a kind of ICMP and all of it', ofKinds('[echo-request]'), 'self, protocol: icmp', 'first'],
  [
    'a kind of ICMP and it beside another',
    ofKinds('[time-exceeded]'),
    ofKinds('[echo-request, time-exceeded]'),
    'first',
  ],
  ['two kinds of ICMP', ofKinds('[echo-request]'), ofKinds('[time-exceeded]')],
  ['two protocols without ports', 'self, protocol: esp', 'self, protocol: ah'],
  ['ports that cannot be read', ofPorts('8000'), ofPorts('"9-8"')],
  ['a network that cannot be read', ofPeer('0.0.0.0/00'), ofPeer('192.168.0.0/16')],
]

const shadowed: readonly RuleCase[] = [
  ...covered('extranet', 'ingress', coverRows),
  ...covered('extranet', 'egress', coverRows),
  {
    code: 'TY3409',
    title: 'a rule that is written again',
    changes: [
      [
        shebao,
        `- { from: ${tcp('internet')} }`,
        `- { from: ${tcp('internet')} }
      - { from: ${tcp('internet')} }`,
      ],
    ],
    finds: [
      {
        file: shebao,
        mark: `ports: [443] }
      - |{ from: ${tcp('internet')} }`,
      },
    ],
  },
  {
    code: 'TY3409',
    title: 'a rule that is written three times',
    changes: [
      more('extranet', 'ingress', ...['甲', '乙', '丙'].map(note => `${ofPorts('8000')}, note: ${note}`)),
    ],
    finds: ['乙', '丙'].map(note => ({
      file: shebao,
      mark: markOf('ingress', `${ofPorts('8000')}, note: ${note}`, 'rule'),
    })),
  },
  {
    code: 'TY3409',
    title: 'one rule in both directions',
    changes: [more('internet', 'ingress', ofPorts('8000')), more('internet', 'egress', ofPorts('8000'))],
    finds: [],
  },
  {
    code: 'TY3409',
    title: 'one rule in both zones',
    changes: [more('internet', 'ingress', ofPorts('8000')), more('extranet', 'ingress', ofPorts('8000'))],
    finds: [],
  },
  {
    code: 'TY3409',
    title: 'one rule in two systems',
    changes: [
      more('extranet', 'ingress', ofPorts('8000')),
      [huji, '{ from: self, protocol: tcp, ports: [22, 5236, 8443] }', `{ from: ${ofPorts('8000')} }`],
    ],
    finds: [],
  },
  {
    code: 'TY3409',
    title: 'a rule that only two others together make up for',
    changes: [more('extranet', 'ingress', ofPorts('8000'), ofPorts('8001'), ofPorts('8000, 8001, 8002'))],
    finds: [
      { file: shebao, mark: markOf('ingress', ofPorts('8000'), 'rule') },
      { file: shebao, mark: markOf('ingress', ofPorts('8001'), 'rule') },
    ],
  },
  {
    code: 'TY3409',
    title: 'the rules of a second file of one system',
    changes: [['tenants/xishuangbanna/rensheju/zzz.yaml', '', exampleText(shebao)]],
    finds: [],
  },
]

/** What a rule is about: the internet, protocols, ports, and whether it opens anything of its own. */
export const trafficRules: readonly RuleCase[] = [
  ...internetOutOfReach,
  ...networkMeansInternet,
  ...portsMissing,
  ...portlessProtocol,
  ...icmpTypesElsewhere,
  ...vrrpBeyondSelf,
  ...portRange,
  ...shadowed,
]
