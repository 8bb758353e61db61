import type { Change, Mark, RuleCase, Verdict } from '../rule-table.ts'
import { huji, jiuye, shebao, shuiqing, zhaosheng } from './files.ts'
import { gateway, withoutGateways, zone } from './platform-edits.ts'
import { bothWays, more } from './traffic-edits.ts'

const outward = 'system:gonganju/huji-guanli, protocol: tcp, ports: [8443]'
const inward = 'from: system:rensheju/shebao-jingban, protocol: tcp, ports: [8443]'
const atShebao: Mark = { file: shebao, mark: '- |{ to: system:gonganju/huji-guanli' }
const atHuji: Mark = { file: huji, mark: '- |{ from: system:rensheju/shebao-jingban' }

const says = (said: string): Change => [shebao, outward, said]
const answers = (said: string): Change => [huji, inward, said]

const withPorts = (ports: string, protocol = 'tcp') => ({
  out: says(`system:gonganju/huji-guanli, protocol: ${protocol}, ports: [${ports}]`),
  in: answers(`from: system:rensheju/shebao-jingban, protocol: ${protocol}, ports: [${ports}]`),
})

function oneSided(title: string, changes: readonly Change[], ...finds: readonly Mark[]): RuleCase {
  return { code: 'TY3412', title, changes, finds }
}

const inZone = 'system:jiuye-zhongxin/jiuye-fuwu, protocol: tcp'

const sides: readonly RuleCase[] = [
  oneSided('egress that nobody lets in', [answers('from: self, protocol: udp, ports: [8443]')], atShebao),
  oneSided('ingress that nobody sends', [says('self, protocol: udp, ports: [8443]')], atHuji),
  oneSided(
    'ingress from a system without egress',
    [[shebao, `    egress:\n      - { to: ${outward} }\n`, '']],
    atHuji,
  ),
  oneSided('more ports of egress than are let in, by one', [withPorts('"8443-8444"').out], atShebao),
  oneSided('more ports of ingress than are sent, by one', [withPorts('"8442-8443"').in], atHuji),
  oneSided('other ports on both sides', [withPorts('9443').out], atShebao, atHuji),
  oneSided('a range on both sides', [withPorts('"8443-8444"').out, withPorts('8443, 8444').in]),
  oneSided('UDP on one side and TCP on the other', [withPorts('8443', 'udp').out], atShebao, atHuji),
  oneSided('UDP on both sides', [withPorts('8443', 'udp').out, withPorts('8443', 'udp').in]),
  oneSided('ICMP on both sides', [
    says('system:gonganju/huji-guanli, protocol: icmp'),
    answers('from: system:rensheju/shebao-jingban, protocol: icmp'),
  ]),
  oneSided(
    'one kind of ICMP message, where all are let in',
    [
      says('system:gonganju/huji-guanli, protocol: icmp, icmpTypes: [echo-request]'),
      answers('from: system:rensheju/shebao-jingban, protocol: icmp'),
    ],
    atHuji,
  ),
  oneSided('ports that two rules of the other side let in together', [
    withPorts('8443, 9443').out,
    answers(`${inward} }\n      - { from: system:rensheju/shebao-jingban, protocol: tcp, ports: [9443]`),
  ]),
  oneSided(
    'all ports, though only one is let in',
    [says('system:gonganju/huji-guanli, protocol: tcp')],
    atShebao,
  ),
  oneSided(
    'ports that cannot be read, which nobody asks for',
    [withPorts('"9-8"', 'udp').out],
    atShebao,
    atHuji,
  ),
  oneSided('ports that cannot be read, where others are let in', [withPorts('"9-8"').out], atHuji),
  oneSided('ports of the other side that cannot be read', [withPorts('"9-8"').in], atShebao),
  oneSided(
    'a third system on the other side',
    [answers('from: system:rensheju/xinchou-chaxun, protocol: tcp, ports: [8443]')],
    atShebao,
  ),
  oneSided('the network of the system on the other side', [
    answers('from: 10.96.1.0/26, protocol: tcp, ports: [8443]'),
  ]),
  oneSided('a network around that of the system on the other side', [
    answers('from: 10.96.0.0/16, protocol: tcp, ports: [8443]'),
  ]),
  oneSided(
    'a part of that network on the other side',
    [answers('from: 10.96.1.0/27, protocol: tcp, ports: [8443]')],
    atShebao,
  ),
  oneSided(
    'the network of the system in its other zone',
    [answers('from: 10.64.0.192/26, protocol: tcp, ports: [8443]')],
    atShebao,
  ),
  oneSided(
    'a network on the other side, and a system without one',
    [
      answers('from: 10.96.1.0/26, protocol: tcp, ports: [8443]'),
      [shebao, '    network: { ipv4: 10.96.1.0/26, ipv6: fd6a:4b1e:96:8::/64 }\n', ''],
    ],
    atShebao,
  ),
  oneSided(
    'the IPv6 network of the system alone on the other side',
    [answers('from: fd6a:4b1e:96:8::/64, protocol: tcp, ports: [8443]')],
    atShebao,
  ),
  oneSided(
    'the IPv6 network on the other side of a system whose IPv4 network cannot be read',
    [
      answers('from: fd6a:4b1e:96:8::/64, protocol: tcp, ports: [8443]'),
      [shebao, 'ipv4: 10.96.1.0/26', 'ipv4: 10.96.1.0/026'],
    ],
    atShebao,
  ),
  oneSided('the network of the one asked for in egress', [
    says('10.96.1.64/26, protocol: tcp, ports: [8443]'),
  ]),
  oneSided('the internet on the other side', [more('internet', 'egress', `${inZone}, ports: [443]`)]),
  oneSided(
    'a port that the other side opens to nobody',
    [more('internet', 'egress', `${inZone}, ports: [444]`)],
    { file: shebao, mark: `- |{ to: ${inZone}, ports: [444]` },
  ),
  oneSided(
    'ingress that the other side does not send to the internet',
    [more('internet', 'ingress', `${inZone}, ports: [443]`)],
    { file: shebao, mark: `- |{ from: ${inZone}, ports: [443]` },
  ),
  oneSided('ingress that the other side sends to the internet', [
    more('internet', 'ingress', `${inZone}, ports: [443]`),
    [
      jiuye,
      '[22, 3306] }\n',
      '[22, 3306] }\n    egress:\n      - { to: internet, protocol: tcp, ports: [443] }\n',
    ],
  ]),
  oneSided(
    'an answer in the other zone',
    [[shebao, `    egress:\n      - { to: ${outward} }\n`, ''], more('internet', 'egress', outward)],
    atHuji,
  ),
  ...bothWays('TY3412', 'internet', 'rule', [
    ['passes', 'a system of the other zone', 'system:gonganju/huji-guanli, protocol: tcp, ports: [80]'],
    ['passes', 'an unknown system', 'system:gonganju/huji, protocol: tcp, ports: [80]'],
    ['passes', 'the system by its own name', 'system:rensheju/shebao-jingban, protocol: tcp, ports: [80]'],
    ['passes', 'a network', '10.64.2.0/26, protocol: tcp, ports: [80]'],
  ]),
]

const through = 'through: gap-01, from: internet, to: extranet'
const ofExchange = (text: string): Change => [shebao, through, text]
const lab = zone('lab', '10.112.0.0/16', '192.0.2.0/24')
const addressesIn = (...zones: readonly string[]): string =>
  `, addresses: { ${zones.map((id, index) => `${id}: 172.31.65.${16 * index}/28`).join(', ')} }`

/** One more exchange for a system that has none. */
const exchangeFor = (file: string, from: string, to: string): Change => [
  file,
  '\nhistory:\n',
  `\nexchange:\n  - { through: gap-01, from: ${from}, to: ${to}, protocol: tcp, ports: [80], authorisedBy: 示例 }\n\nhistory:\n`,
]

function exchangeCase(title: string, changes: readonly Change[], ...finds: readonly Mark[]): RuleCase {
  return { code: 'TY3414', title, changes, finds, ...(finds[0]?.file === shebao && { article: 'XS-15.2' }) }
}

const gapRows: readonly (readonly [Verdict | 'finds two', string, Change])[] = [
  [
    'passes',
    'addresses in both zones',
    gateway('gap-02', 'internet', 'extranet', addressesIn('internet', 'extranet')),
  ],
  [
    'passes',
    'the zones the other way round',
    gateway('gap-02', 'extranet', 'internet', addressesIn('internet', 'extranet')),
  ],
  [
    'finds',
    'no address where the exchange ends',
    gateway('gap-02', 'internet', 'extranet', addressesIn('internet')),
  ],
  [
    'finds',
    'no address where the exchange begins',
    gateway('gap-02', 'internet', 'extranet', addressesIn('extranet')),
  ],
  ['finds two', 'no address at all', gateway('gap-02', 'internet', 'extranet')],
  [
    'finds',
    'another zone instead of the one where the exchange begins',
    gateway('gap-02', 'lab', 'extranet', addressesIn('lab', 'internet', 'extranet')),
  ],
  [
    'finds',
    'another zone instead of the one where the exchange ends',
    gateway('gap-02', 'internet', 'lab', addressesIn('lab', 'internet', 'extranet')),
  ],
]
const atGap: Mark = { file: shebao, mark: 'through: |gap-02' }

const exchanges: readonly RuleCase[] = [
  exchangeCase('an exchange in one zone', [ofExchange('through: gap-01, from: internet, to: internet')], {
    file: shebao,
    mark: 'from: internet, to: |internet',
  }),
  exchangeCase(
    'an exchange in one zone, where the system is not',
    [exchangeFor(huji, 'internet', 'internet')],
    {
      file: huji,
      mark: 'from: internet, to: |internet',
    },
  ),
  exchangeCase('an exchange the other way round', [
    ofExchange('through: gap-01, from: extranet, to: internet'),
  ]),
  exchangeCase(
    'an exchange that begins where the system is not',
    [exchangeFor(huji, 'internet', 'extranet')],
    {
      file: huji,
      mark: 'from: |internet, to: extranet',
    },
  ),
  exchangeCase(
    'an exchange that ends where the system is not',
    [exchangeFor(zhaosheng, 'internet', 'extranet')],
    {
      file: zhaosheng,
      mark: 'from: internet, to: |extranet',
    },
  ),
  exchangeCase(
    'an exchange between two zones where the system is not',
    [lab, exchangeFor(huji, 'internet', 'lab')],
    { file: huji, mark: 'from: |internet, to: lab' },
    { file: huji, mark: 'from: internet, to: |lab' },
  ),
  exchangeCase('a gateway that there is not', [withoutGateways]),
  ...gapRows.map(([verdict, title, gap]) =>
    exchangeCase(
      `a gateway with ${title}`,
      [lab, gap, ofExchange('through: gap-02, from: internet, to: extranet')],
      ...{ passes: [], finds: [atGap], 'finds two': [atGap, atGap] }[verdict],
    ),
  ),
  {
    ...exchangeCase(
      'an exchange of Zhejiang',
      [
        [
          shuiqing,
          'through: gap-01, from: extranet, to: internet',
          'through: gap-01, from: extranet, to: extranet',
        ],
      ],
      { file: shuiqing, mark: 'from: extranet, to: |extranet' },
    ),
    article: 'ZJ-24',
  },
]

/** Rules that two sides have to agree on, and exchanges between two zones. */
export const twoSides: readonly RuleCase[] = [...sides, ...exchanges]
