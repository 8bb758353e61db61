import { at, type Change, casesOf, type Row, type RuleCase } from '../rule-table.ts'
import { internetPools, ofEnded, ofNetworks, untilTheEnd } from './address-edits.ts'
import { compute, platform, shebao, xueji } from './files.ts'
import { zone } from './platform-edits.ts'
import { ended, onDuty, yesterday } from './service-edits.ts'

const pool6 = 'id: internet-ipv6, cidr: "fd6a:4b1e:64::/48", prefixLength: '
const pool4 = `${internetPools}, prefixLength: `
const usual6 = '{ min: 64, default: 64, max: 64 }'
const usual4 = '{ min: 22, default: 26, max: 28 }'

const lengths = (pool: string, before: string, after: string): Change => [
  platform,
  `${pool}${before}`,
  `${pool}${after}`,
]

const ipv6Prefixes: readonly RuleCase[] = [
  ...ofNetworks('TY3223', [
    ['passes', 'a /64', 'ipv6', 'fd6a:4b1e:64:9::/64'],
    ['finds', 'a /63', 'ipv6', 'fd6a:4b1e:64:8::/63'],
    ['finds', 'a /65', 'ipv6', 'fd6a:4b1e:64:9::/65'],
    ['finds', 'a /60', 'ipv6', 'fd6a:4b1e:64:90::/60'],
    ['passes', 'an IPv4 network', 'ipv4', '10.64.0.192/26'],
  ]),
  ...untilTheEnd('TY3223', [ofEnded('ipv6', '"fd6a:4b1e:64:21::/65"')], 'ipv6: |"fd6a:4b1e:64:21::/65"'),
  ...casesOf('TY3223', [
    [
      'an IPv6 pool that gives /60',
      [lengths(pool6, usual6, '{ min: 56, default: 60, max: 64 }')],
      [at(platform, 'min: 56, default: |60')],
    ],
    ['an IPv6 pool that may give others', [lengths(pool6, usual6, '{ min: 56, default: 64, max: 72 }')], []],
    ['an IPv4 pool that gives /27', [lengths(pool4, usual4, '{ min: 22, default: 27, max: 28 }')], []],
  ]),
]

const dhcp: readonly RuleCase[] = [
  ...ofNetworks('TY3224', [
    ['passes', 'a /30', 'ipv4', '10.64.0.192/30'],
    ['finds', 'a /31', 'ipv4', '10.64.0.192/31'],
    ['finds', 'a /32', 'ipv4', '10.64.0.192/32'],
    ['passes', 'an IPv6 /126', 'ipv6', 'fd6a:4b1e:64:9::/126'],
    ['finds', 'an IPv6 /127', 'ipv6', 'fd6a:4b1e:64:9::/127'],
    ['finds', 'an IPv6 /128', 'ipv6', 'fd6a:4b1e:64:9::/128'],
  ]),
  ...casesOf('TY3224', [
    [
      'a pool that gives /30 at the smallest',
      [lengths(pool4, usual4, '{ min: 22, default: 26, max: 30 }')],
      [],
    ],
    [
      'a pool that gives /31',
      [lengths(pool4, usual4, '{ min: 22, default: 26, max: 31 }')],
      [at(platform, 'min: 22, default: 26, max: |31')],
    ],
    [
      'an IPv6 pool that gives /127',
      [lengths(pool6, usual6, '{ min: 64, default: 64, max: 127 }')],
      [at(platform, 'min: 64, default: 64, max: |127')],
    ],
    [
      'an IPv6 pool that gives /126 at the smallest',
      [lengths(pool6, usual6, '{ min: 64, default: 64, max: 126 }')],
      [],
    ],
  ]),
]

const small = (cidr: string): Change => [xueji, 'ipv4: 10.96.0.0/26', `ipv4: ${cidr}`]
const servers = (count: number | string): Change => [
  xueji,
  '    services:\n      - { item: ecs.domestic.4c8g, quantity: 2 }\n',
  `    services:\n      - { item: ecs.domestic.4c8g, quantity: ${count} }\n`,
]
const granted = (count: number | string): Change => [
  xueji,
  '        services:\n          - { item: ecs.domestic.4c8g, quantity: 2 }\n',
  `        services:\n          - { item: ecs.domestic.4c8g, quantity: ${count} }\n`,
]

/** Servers, and something else that takes addresses. */
const beside = (count: number, item: string, quantity: number): string =>
  `${count} }\n          - { item: ${item}, quantity: ${quantity}`
const asBalancer = onDuty([['2022-01-01']], '{ by: quota, quota: { loadBalancers: 1 } }')
const onlyIpv6: Change = [xueji, 'ipv4: 10.96.0.0/26, ', '']

const price =
  '        fee: { price: "322.00", per: month, basis: 财云〔2024〕17号《关于调整政务云服务目录费用标准的通知》（示例） }\n'

/** Cores are granted by themselves, and the smallest server that may have them takes two. */
const asCores: Change = [
  compute,
  `${price}        delivery:
          by: flavor
          flavor:
            vcpus: 4
            ramMib: 8192
            diskGib: 40
            extraSpecs:
              "trait:CUSTOM_DOMESTIC": "required"
`,
  `${price}        delivery: { by: quota, quota: { vcpus: 1 }, flavors: [ecs.domestic.2c4g] }
`,
]

const at28 = at(xueji, 'ipv4: |10.96.0.0/28')

const full: readonly RuleCase[] = casesOf('TY3225', [
  ['eleven servers in a /28', [small('10.96.0.0/28'), servers(11), granted(11)], []],
  ['twelve servers asked for in a /28', [small('10.96.0.0/28'), servers(12)], [at28]],
  ['twelve servers granted in a /28', [small('10.96.0.0/28'), granted(12)], [at28]],
  [
    'servers of a version that ended without a successor, which stand on',
    [small('10.96.0.0/28'), granted(12), ended(compute, 'ecs.domestic.4c8g', '2025-01-01', yesterday)],
    [at28],
  ],
  ['300 servers in a /28', [small('10.96.0.0/28'), servers(300), granted(300)], [at28]],
  [
    'what is asked for beside what is granted, which do not add up',
    [small('10.96.0.0/28'), servers(8), granted(8)],
    [],
  ],
  [
    'servers that come later',
    [
      small('10.96.0.0/28'),
      granted('2 }\n          - { item: ecs.domestic.4c8g, quantity: 11, from: 2027-01-01'),
    ],
    [at28],
  ],
  [
    'servers one after the other',
    [
      small('10.96.0.0/28'),
      granted('8, to: 2026-12-31 }\n          - { item: ecs.domestic.4c8g, quantity: 8, from: 2027-01-01'),
    ],
    [],
  ],
  [
    'cores that make a server more together than line by line',
    [small('10.96.0.0/28'), asCores, granted('23 }\n          - { item: ecs.domestic.4c8g, quantity: 1')],
    [at28],
  ],
  ['cores for eleven servers', [small('10.96.0.0/28'), asCores, granted(23)], []],
  ['servers of the past', [small('10.96.0.0/28'), granted('30, to: 2026-11-22')], []],
  ['servers whose last day is today', [small('10.96.0.0/28'), granted('30, to: 2026-11-23')], [at28]],
  ['two ports beside nine servers', [small('10.96.0.0/28'), granted(beside(9, 'net.ports', 2))], []],
  ['two ports beside ten servers', [small('10.96.0.0/28'), granted(beside(10, 'net.ports', 2))], [at28]],
  [
    'a load balancer beside eight servers',
    [small('10.96.0.0/28'), asBalancer, granted(beside(8, 'ops.on-duty', 1))],
    [],
  ],
  [
    'a load balancer beside nine servers, which takes three addresses',
    [small('10.96.0.0/28'), asBalancer, granted(beside(9, 'ops.on-duty', 1))],
    [at28],
  ],
  ['any number of servers in a network of IPv6 alone', [onlyIpv6, servers(300), granted(300)], []],
  ['a server in a /30', [small('10.96.0.0/30')], [at(xueji, 'ipv4: |10.96.0.0/30')]],
])

const pool = (cidr: string): Change => [platform, 'cidr: 10.64.0.0/12', `cidr: ${cidr}`]
const marked = (cidr: string) => at(platform, `cidr: |${cidr}`)
const unusable: readonly RuleCase[] = casesOf('TY3226', [
  ...['127.0.0.0/16', '224.0.0.0/16', '239.255.0.0/16', '169.254.0.0/16', '0.0.0.0/8'].map(
    (cidr): Row => [`a pool at ${cidr}`, [pool(cidr)], [marked(cidr)]],
  ),
  ['a pool around them', [pool('168.0.0.0/6')], [marked('168.0.0.0/6')]],
  ...['126.0.0.0/16', '128.0.0.0/16', '223.255.0.0/16', '169.253.0.0/16', '169.255.0.0/16'].map(
    (cidr): Row => [`a pool at ${cidr}`, [pool(cidr)], []],
  ),
  [
    'an IPv6 pool of links',
    [[platform, 'cidr: "fd6a:4b1e:64::/48"', 'cidr: "fe80::/48"']],
    [at(platform, 'cidr: |"fe80::/48"')],
  ],
  [
    'an IPv6 egress network of groups',
    [[platform, 'ipv6: "2001:db8:96::/64"', 'ipv6: "ff02::/64"']],
    [at(platform, 'ipv6: |"ff02::/64"')],
  ],
])

const v4 = '      ipv4: 198.51.100.0/24\n'
const egress = (...lines: readonly string[]): Change => [
  platform,
  v4,
  `${v4}${lines.map(line => `      ${line}\n`).join('')}`,
]
const allocation = (...ranges: readonly string[]): Change =>
  egress('allocation:', ...ranges.map(range => `  - { ${range} }`))
const range = (from: string, to: string) => `from: ${from}, to: ${to}`
const six = (from: string, to: string) => `from: "${from}", to: "${to}"`
const found = (mark: string) => [at(platform, mark)]

const egressIn = (family: 'ipv4' | 'ipv6', cidr: string): Change =>
  family === 'ipv4'
    ? [platform, 'ipv4: 198.51.100.0/24', `ipv4: ${cidr}`]
    : [platform, 'ipv6: "2001:db8:96::/64"', `ipv6: "${cidr}"`]

const egressAddresses: readonly RuleCase[] = casesOf('TY3227', [
  ['a network of two addresses', [egressIn('ipv4', '198.51.100.8/31')], found('ipv4: |198.51.100.8/31')],
  ['a network of one address', [egressIn('ipv4', '198.51.100.8/32')], found('ipv4: |198.51.100.8/32')],
  ['a network with one address beside the gateway', [egressIn('ipv4', '198.51.100.8/30')], []],
  [
    'a network whose other address is that of a name server',
    [egressIn('ipv4', '198.51.100.0/30')],
    found('ipv4: |198.51.100.0/30'),
  ],
  [
    'an IPv6 network of two addresses',
    [egressIn('ipv6', '2001:db8:96::/127')],
    found('ipv6: |"2001:db8:96::/127"'),
  ],
  [
    'an IPv6 network of one address',
    [egressIn('ipv6', '2001:db8:96::/128')],
    found('ipv6: |"2001:db8:96::/128"'),
  ],
  ['an IPv6 network of four addresses', [egressIn('ipv6', '2001:db8:96::/126')], []],
  ['a gateway at the end of the network', [egress('gateway: 198.51.100.254')], []],
  [
    'a gateway at the broadcast address',
    [egress('gateway: 198.51.100.255')],
    found('gateway: |198.51.100.255'),
  ],
  ['a gateway at the network’s address', [egress('gateway: 198.51.100.0')], found('gateway: |198.51.100.0')],
  ['a gateway outside', [egress('gateway: 198.51.101.1')], found('gateway: |198.51.101.1')],
  ['an IPv6 gateway', [egress('ipv6Gateway: "2001:db8:96::fe"')], []],
  [
    'an IPv6 gateway outside',
    [egress('ipv6Gateway: "2001:db8:97::1"')],
    found('ipv6Gateway: |"2001:db8:97::1"'),
  ],
  [
    'an IPv6 gateway without an IPv6 network',
    [egress('ipv6Gateway: "2001:db8:96::1"'), [platform, '      ipv6: "2001:db8:96::/64"\n', '']],
    found('ipv6Gateway: |"2001:db8:96::1"'),
  ],
  [
    'ranges apart from all else',
    [allocation(range('198.51.100.4', '198.51.100.99'), range('198.51.100.100', '198.51.100.254'))],
    [],
  ],
  ['a range of one address', [allocation(range('198.51.100.4', '198.51.100.4'))], []],
  ['an IPv6 range', [allocation(six('2001:db8:96::100', '2001:db8:96::1ff'))], []],
  [
    'a range with the first address, where the gateway is',
    [allocation(range('198.51.100.1', '198.51.100.1'))],
    found('from: |198.51.100.1,'),
  ],
  [
    'the same once the gateway is elsewhere',
    [egress('gateway: 198.51.100.254', 'allocation: [{ from: 198.51.100.1, to: 198.51.100.1 }]')],
    [],
  ],
  [
    'a range with the stated gateway',
    [egress('gateway: 198.51.100.254', 'allocation: [{ from: 198.51.100.4, to: 198.51.100.254 }]')],
    found('from: |198.51.100.4'),
  ],
  [
    'a range with a name server',
    [allocation(range('198.51.100.3', '198.51.100.9'))],
    found('from: |198.51.100.3'),
  ],
  [
    'a range to the broadcast address',
    [allocation(range('198.51.100.4', '198.51.100.255'))],
    found('to: |198.51.100.255'),
  ],
  [
    'a range from before the network',
    [allocation(range('198.51.99.250', '198.51.100.9'))],
    found('from: |198.51.99.250'),
  ],
  [
    'a range of the network’s own address alone',
    [allocation(range('198.51.100.0', '198.51.100.0'))],
    found('from: |198.51.100.0,'),
  ],
  [
    'a range with a name server, and after it one that shares addresses with that alone',
    [allocation(range('198.51.100.3', '198.51.100.20'), range('198.51.100.10', '198.51.100.30'))],
    found('from: |198.51.100.3,'),
  ],
  [
    'a range that ends before it begins',
    [allocation(range('198.51.100.9', '198.51.100.8'))],
    found('to: |198.51.100.8'),
  ],
  [
    'a range of two versions',
    [allocation('from: 198.51.100.9, to: "2001:db8:96::9"')],
    found('to: |"2001:db8:96::9"'),
  ],
  [
    'ranges that share an address',
    [allocation(range('198.51.100.4', '198.51.100.9'), range('198.51.100.9', '198.51.100.20'))],
    found('\n        - |{ from: 198.51.100.9'),
  ],
  [
    'an IPv6 range without an IPv6 network',
    [zone('lab', '10.112.0.0/16', '192.0.2.0/24, allocation: [{ from: "2001:db8::5", to: "2001:db8::9" }]')],
    found('from: |"2001:db8::5"'),
  ],
  ['what cannot be read', [allocation('from: 198.51.100, to: 198.51.100.9')], []],
])

const nameserver = (address: string): Change => [
  platform,
  'nameservers: [203.0.113.2, 203.0.113.3]',
  `nameservers: [${address}]`,
]

const onNameserver: readonly RuleCase[] = casesOf('TY3206', [
  ['a network with a name server', [nameserver('10.64.0.200')], [at(shebao, 'ipv4: |10.64.0.192/26')]],
  ['a name server in the pool, beside every network', [nameserver('10.64.200.1')], []],
  [
    'a name server of the zone that a gateway joins',
    [[platform, '[198.51.100.2, 198.51.100.3]', '[10.64.0.200]']],
    [at(shebao, 'ipv4: |10.64.0.192/26')],
  ],
])

const repeatedServers: readonly RuleCase[] = casesOf('TY3228', [
  [
    'a name server that is named twice',
    [nameserver('203.0.113.2, 203.0.113.3, 203.0.113.2')],
    [at(platform, '203.0.113.3, |203.0.113.2]')],
  ],
  [
    'two texts of one name server',
    [nameserver('"2001:db8:64::53", "2001:DB8:64:0::53"')],
    [at(platform, '|"2001:DB8:64:0::53"')],
  ],
  [
    'the name server of another zone',
    [[platform, '[198.51.100.2, 198.51.100.3]', '[203.0.113.2, 203.0.113.3]']],
    [],
  ],
  ['a name server that is the gateway too', [egress('gateway: 198.51.100.2')], []],
  ['name servers that cannot be read', [nameserver('203.0.113, 203.0.113')], []],
])

const addresses: readonly RuleCase[] = casesOf('TY3201', [
  ['a gateway that cannot be read', [egress('gateway: 198.51.100')], found('gateway: |198.51.100\n')],
  ['a gateway of IPv6', [egress('gateway: "2001:db8:96::1"')], found('gateway: |"2001:db8:96::1"')],
  [
    'an end of a range that cannot be read',
    [allocation('from: 198.51.100, to: 198.51.100.9')],
    found('from: |198.51.100,'),
  ],
])

/** What the cloud refuses in networks, whether a system's or the platform's own. */
export const cloudNetworks: readonly RuleCase[] = [
  ...ipv6Prefixes,
  ...dhcp,
  ...full,
  ...unusable,
  ...egressAddresses,
  ...onNameserver,
  ...repeatedServers,
  ...addresses,
]
