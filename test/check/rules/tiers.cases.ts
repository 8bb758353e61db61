import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import { chengguan, jiuquan, jiuye, xinchou } from './files.ts'
import {
  app,
  asks,
  asksInstead,
  db,
  grants,
  own,
  request,
  tiered,
  tieredInstead,
  tiers,
  web,
} from './tier-edits.ts'

const toApp = '{ to: "tier:app", protocol: tcp, ports: [8080] }'
const fromApp = '{ from: "tier:app", protocol: tcp, ports: [3306] }'

/** Nothing of `chengguan` is in no tier of the internet zone. */
const allInTiers: readonly Change[] = [
  [chengguan, '    network: { ipv4: 10.64.1.192/26, ipv6: fd6a:4b1e:64:1::/64 }\n', ''],
  asks(tiers),
]

/** What it exchanges, asked for and granted, between other ends. */
function exchangeBetween(from: string, to = 'extranet'): Change {
  return [
    chengguan,
    '\nexchange:\n  - { through: gap-01, from: internet, to: extranet',
    `\nexchange:\n  - { through: gap-01, from: ${from}, to: ${to}`,
  ]
}

const peers: readonly RuleCase[] = [
  ...casesOf('TY3420', [
    ['tiers name each other', tiered, []],
    [
      'a tier names one that there is not',
      tieredInstead('to: "tier:app"', 'to: "tier:ap"'),
      [
        at(
          chengguan,
          'ipv4: 10.64.9.0/26 }\n        ingress:\n          - { from: internet, protocol: tcp, ports: [443] }\n        egress:\n          - { to: |"tier:ap"',
        ),
      ],
    ],
    [
      'a tier names one of the other zone',
      [
        ...tieredInstead('to: "tier:db"', 'to: "tier:store"'),
        [
          chengguan,
          '    network: { ipv4: 10.96.1.192/26, ipv6: fd6a:4b1e:96:2::/64 }\n',
          '    network: { ipv4: 10.96.1.192/26, ipv6: fd6a:4b1e:96:2::/64 }\n    tiers: { store: { network: { ipv4: 10.96.9.0/26 } } }\n',
        ],
      ],
      [at(chengguan, 'egress:\n          - { to: |"tier:store"')],
    ],
    [
      'a zone without tiers names one',
      [
        [
          chengguan,
          '      - { from: self, protocol: tcp, ports: [22, 3306] }\n  extranet:',
          '      - { from: "tier:web", protocol: tcp, ports: [22] }\n  extranet:',
        ],
      ],
      [at(chengguan, 'from: |"tier:web"')],
    ],
    [
      'a tier names what is in none',
      tieredInstead(fromApp, '{ from: untiered, protocol: tcp, ports: [3306] }'),
      [],
    ],
    [
      'a tier names what is in none where every server is in a tier',
      [
        [chengguan, '    network: { ipv4: 10.64.1.192/26, ipv6: fd6a:4b1e:64:1::/64 }\n', ''],
        asks(tiers.replace(fromApp, '{ from: untiered, protocol: tcp, ports: [3306] }')),
      ],
      [
        at(
          chengguan,
          'db:\n        network: { ipv4: 10.64.9.128/26 }\n        ingress:\n          - { from: |untiered',
        ),
      ],
    ],
  ]),
  ...casesOf('TY3421', [
    ['tiers answer each other', tiered, []],
    [
      'a tier sends to one that does not let it in',
      asksInstead('from: "tier:web"', 'from: untiered'),
      [at(chengguan, `egress:\n          - |${toApp}`), at(chengguan, '- |{ from: untiered')],
    ],
    [
      'a tier sends to a port that the other does not open',
      asksInstead(
        '{ from: "tier:web", protocol: tcp, ports: [8080] }',
        '{ from: "tier:web", protocol: tcp, ports: [8081] }',
      ),
      [
        at(chengguan, `egress:\n          - |${toApp}`),
        at(chengguan, '- |{ from: "tier:web", protocol: tcp, ports: [8081] }'),
      ],
    ],
    [
      'a tier lets in what the other sends to nobody',
      asksInstead('        egress:\n          - { to: "tier:db", protocol: tcp, ports: [3306] }\n', ''),
      [at(chengguan, `ingress:\n          - |${fromApp}`)],
    ],
    [
      'a tier lets in on two rules what the other sends on one',
      asksInstead(
        '- { from: "tier:web", protocol: tcp, ports: [8080] }',
        '- { from: "tier:web", protocol: tcp, ports: [80] }\n          - { from: "tier:web", protocol: tcp, ports: ["81-8080"] }',
      ),
      [
        at(chengguan, '- |{ from: "tier:web", protocol: tcp, ports: [80] }'),
        at(chengguan, '- |{ from: "tier:web", protocol: tcp, ports: ["81-8080"] }'),
      ],
    ],
  ]),
  ...casesOf('TY3415', [
    [
      'a tier names itself',
      asksInstead(toApp, '{ to: "tier:web", protocol: tcp, ports: [8080] }'),
      [at(chengguan, 'to: |"tier:web"')],
    ],
    [
      'what is in no tier names itself',
      asksInstead(
        '- { from: self, protocol: tcp, ports: [22, 3306] }',
        '- { from: untiered, protocol: tcp, ports: [22, 3306] }',
      ),
      [at(chengguan, 'from: |untiered')],
    ],
    ['a tier says self', asksInstead(toApp, '{ to: self, protocol: tcp, ports: [8080] }'), []],
    [
      'a tier names its own system',
      asksInstead(toApp, '{ to: system:guazhou/zhihui-chengguan, protocol: tcp, ports: [8080] }'),
      [at(chengguan, 'to: |system:guazhou/zhihui-chengguan')],
    ],
  ]),
  ...casesOf('TY3409', [
    ['two tiers open the same', asksInstead(fromApp, '{ from: internet, protocol: tcp, ports: [443] }'), []],
    [
      'one tier opens the same twice',
      asksInstead(fromApp, `${fromApp}\n          - ${fromApp}`),
      [at(chengguan, `${fromApp}\n          - |${fromApp}`)],
    ],
  ]),
  ...casesOf('TY3410', [
    [
      'a tier writes another as a network',
      asksInstead(fromApp, '{ from: 10.64.9.64/26, protocol: tcp, ports: [3306] }'),
      [at(chengguan, 'from: |10.64.9.64/26')],
    ],
  ]),
  ...casesOf('TY3416', [
    [
      'a tier of IPv4 names a network of IPv6, which another tier has',
      asksInstead(fromApp, '{ from: "2001:db8::/32", protocol: tcp, ports: [3306] }'),
      [at(chengguan, 'from: |"2001:db8::/32"')],
    ],
    ['a tier of both names a network of IPv6', asksInstead('from: "tier:web"', 'from: "2001:db8::/32"'), []],
    [
      'a tier of IPv6 alone names one of IPv4 alone',
      asksInstead(
        'network: { ipv4: 10.64.9.64/26, ipv6: fd6a:4b1e:64:77::/64 }',
        'network: { ipv6: fd6a:4b1e:64:77::/64 }',
      ),
      [
        at(chengguan, 'egress:\n          - { to: |"tier:app"'),
        at(chengguan, 'ingress:\n          - { from: |"tier:web"'),
        at(chengguan, 'egress:\n          - { to: |"tier:db"'),
        at(chengguan, 'ingress:\n          - { from: |"tier:app"'),
      ],
    ],
    [
      'a tier of IPv6 alone exchanges through an address of IPv4',
      [
        ...asksInstead(
          'network: { ipv4: 10.64.9.0/26 }\n        ingress:\n          - { from: internet, protocol: tcp, ports: [443] }\n        egress:\n          - { to: "tier:app", protocol: tcp, ports: [8080] }\n',
          'network: { ipv6: fd6a:4b1e:64:78::/64 }\n',
        ),
        exchangeBetween('internet, fromTier: web'),
      ],
      [at(chengguan, '\nexchange:\n  - { through: |gap-01')],
    ],
    [
      'a tier of IPv4 exchanges through an address of IPv4',
      [...tiered, exchangeBetween('internet, fromTier: db')],
      [],
    ],
  ]),
  ...casesOf('TY3414', [
    ['what is in no tier exchanges', tiered, []],
    [
      'every server is in a tier, and nobody could exchange',
      [[chengguan, '    network: { ipv4: 10.64.1.192/26, ipv6: fd6a:4b1e:64:1::/64 }\n', ''], asks(tiers)],
      [at(chengguan, '\nexchange:\n  - { through: gap-01, from: |internet')],
    ],
    [
      'a tier exchanges, and nothing is in none',
      [...allInTiers, exchangeBetween('internet, fromTier: app')],
      [],
    ],
    ['a tier exchanges beside what is in none', [...tiered, exchangeBetween('internet, fromTier: db')], []],
    [
      'a tier exchanges that there is not',
      [...tiered, exchangeBetween('internet, fromTier: store')],
      [at(chengguan, '\nexchange:\n  - { through: gap-01, from: internet, fromTier: |store')],
    ],
    [
      'a tier exchanges on the other side, which has none',
      [...tiered, exchangeBetween('internet', 'extranet, toTier: app')],
      [at(chengguan, '\nexchange:\n  - { through: gap-01, from: internet, to: extranet, toTier: |app')],
    ],
    [
      'neither side says which of its tiers',
      [...allInTiers, exchangeBetween('internet, toTier: app', 'extranet')],
      [
        at(chengguan, '\nexchange:\n  - { through: gap-01, from: |internet'),
        at(chengguan, '\nexchange:\n  - { through: gap-01, from: internet, toTier: |app'),
      ],
    ],
  ]),
]

const networks: readonly RuleCase[] = [
  ...casesOf('TY3208', [
    ['every tier has a network', tiered, []],
    [
      'a granted tier has none',
      asksInstead('        network: { ipv4: 10.64.9.128/26 }\n', ''),
      [at(chengguan, '|db:\n        ingress')],
    ],
    [
      'a tier has none that is not granted',
      [
        asks(own, tiers.replace('        network: { ipv4: 10.64.9.128/26 }\n', '')),
        grants(own, '    tiers:\n', web, app),
      ],
      [],
    ],
    [
      'what is in no tier has none, though it has a rule',
      [...tiered, [chengguan, '    network: { ipv4: 10.64.1.192/26, ipv6: fd6a:4b1e:64:1::/64 }\n', '']],
      [
        at(
          chengguan,
          '|internet:\n    services:\n      - { item: ecs.general.2c4g, quantity: 2 }\n      - { item: evs.sas, quantity: 100, unit: GiB }\n      - { item: eip.bgp.5m, quantity: 1 }\n      - { item: sec.waf, quantity: 1 }\n      - { item: sec.host-protection, quantity: 2 }\n    ingress',
        ),
      ],
    ],
    [
      'nothing is in no tier',
      [
        [chengguan, '    network: { ipv4: 10.64.1.192/26, ipv6: fd6a:4b1e:64:1::/64 }\n', ''],
        asks(tiers),
        grants(tiers),
      ],
      [],
    ],
  ]),
  ...casesOf('TY3209', [
    [
      'a tier has IPv4 alone where the zone has both',
      tiered,
      [at(chengguan, 'web:\n        |network:'), at(chengguan, 'db:\n        |network:')],
    ],
  ]),
  ...casesOf('TY3205', [
    ['tiers lie beside each other', tiered, []],
    [
      'two tiers overlap',
      asksInstead('ipv4: 10.64.9.128/26', 'ipv4: 10.64.9.64/27'),
      [at(chengguan, 'ipv4: |10.64.9.64/27')],
    ],
    [
      'a tier lies in the network of what is in none',
      asksInstead('ipv4: 10.64.9.128/26', 'ipv4: 10.64.1.192/26'),
      [at(chengguan, 'db:\n        network: { ipv4: |10.64.1.192/26')],
    ],
  ]),
  ...casesOf('TY3203', [
    [
      'a tier lies outside the pools',
      asksInstead('ipv4: 10.64.9.128/26', 'ipv4: 10.128.9.128/26'),
      [at(chengguan, 'ipv4: |10.128.9.128/26')],
    ],
  ]),
  ...casesOf('TY3225', [
    [
      'the networks of all tiers have room together',
      [
        ...tiered,
        [
          chengguan,
          '    services:\n      - { item: ecs.general.2c4g, quantity: 2 }\n      - { item: evs.sas, quantity: 100, unit: GiB }\n      - { item: eip.bgp.5m, quantity: 1 }\n',
          '    services:\n      - { item: ecs.general.2c4g, quantity: 236 }\n      - { item: evs.sas, quantity: 100, unit: GiB }\n      - { item: eip.bgp.5m, quantity: 1 }\n',
        ],
      ],
      [],
    ],
    [
      'they have room for one server less',
      [
        ...tiered,
        [
          chengguan,
          '    services:\n      - { item: ecs.general.2c4g, quantity: 2 }\n      - { item: evs.sas, quantity: 100, unit: GiB }\n      - { item: eip.bgp.5m, quantity: 1 }\n',
          '    services:\n      - { item: ecs.general.2c4g, quantity: 237 }\n      - { item: evs.sas, quantity: 100, unit: GiB }\n      - { item: eip.bgp.5m, quantity: 1 }\n',
        ],
      ],
      [at(chengguan, 'network: { ipv4: |10.64.1.192/26')],
    ],
    [
      'one tier has IPv6 alone, which has room for all',
      [
        ...asksInstead(
          'network: { ipv4: 10.64.9.64/26, ipv6: fd6a:4b1e:64:77::/64 }',
          'network: { ipv6: fd6a:4b1e:64:77::/64 }',
        ),
        [
          chengguan,
          '    services:\n      - { item: ecs.general.2c4g, quantity: 2 }\n      - { item: evs.sas, quantity: 100, unit: GiB }\n      - { item: eip.bgp.5m, quantity: 1 }\n',
          '    services:\n      - { item: ecs.general.2c4g, quantity: 999 }\n      - { item: evs.sas, quantity: 100, unit: GiB }\n      - { item: eip.bgp.5m, quantity: 1 }\n',
        ],
      ],
      [],
    ],
  ]),
]

/** A tier in the zone of a system that has one zone, and no other tier. */
const tier = (file: string): Change => [file, '    ingress:\n', '    tiers: { web: {} }\n    ingress:\n']

/** The last grant of `xinchou` says what it opens: nothing. */
const statesOpenings: Change = [
  xinchou,
  'review: 20 }\n    grants:\n      internet:\n',
  'review: 20 }\n    grants:\n      internet:\n        ingress: []\n',
]

/** The first grant of `xinchou` has a tier. */
const grantedTier: Change = [
  xinchou,
  'review: 4 }\n    grants:\n      internet:\n',
  'review: 4 }\n    grants:\n      internet:\n        tiers: { web: {} }\n',
]

const granted: readonly RuleCase[] = [
  ...casesOf('TY3508', [
    ['each tier opens what it was granted', tiered, []],
    [
      'a tier opens what another was granted',
      asksInstead(fromApp, '{ from: internet, protocol: tcp, ports: [443] }'),
      [at(chengguan, 'ipv4: 10.64.9.128/26 }\n        ingress:\n          - |{ from: internet')],
    ],
    [
      'a tier opens what the zone was granted beside its tiers',
      asksInstead(fromApp, '{ from: self, protocol: tcp, ports: [22] }'),
      [at(chengguan, '- |{ from: self, protocol: tcp, ports: [22] }')],
    ],
    [
      'what is in no tier opens what a tier was granted',
      asksInstead(
        '- { from: self, protocol: tcp, ports: [22, 3306] }',
        '- { from: internet, protocol: tcp, ports: [443] }',
      ),
      [at(chengguan, '    ingress:\n      - |{ from: internet, protocol: tcp, ports: [443] }')],
    ],
    [
      'two tiers change places',
      [
        asks(own, '    tiers:\n', web.replace('web:', 'db:'), app, db.replace('db:', 'web:')),
        grants(own, tiers),
      ],
      [
        at(
          chengguan,
          '- |{ from: internet, protocol: tcp, ports: [443] }\n        egress:\n          - { to: "tier:app", protocol: tcp, ports: [8080] }\n      app',
        ),
        at(chengguan, '- |{ to: "tier:app", protocol: tcp, ports: [8080] }\n      app:\n        network'),
        at(chengguan, '10.64.9.128/26 }\n        ingress:\n          - |{ from: "tier:app"'),
      ],
    ],
  ]),
  ...casesOf('TY3515', [
    ['every tier is granted', tiered, []],
    [
      'a tier is not granted',
      [asks(own, tiers), grants(own, '    tiers:\n', web, app)],
      [at(chengguan, '|db:\n        network')],
    ],
    [
      'a grant of before tiers lists none',
      [asks(own, tiers), grants(own)],
      [
        at(chengguan, '|web:\n        network'),
        at(chengguan, '|app:\n        network'),
        at(chengguan, '|db:\n        network'),
      ],
    ],
    [
      'a request for one more waits for its answer',
      [asks(own, tiers), grants(own, '    tiers:\n', web, app), request],
      [],
    ],
    ['nothing is granted yet', [tier(jiuye)], []],
    [
      'a system that is about to end has a tier that is not granted',
      [tier(xinchou), statesOpenings],
      [at(xinchou, '|web: {}')],
      { day: '2026-09-20' },
    ],
    ['a system that has ended has one', [tier(xinchou), statesOpenings], [], { day: '2026-09-21' }],
    [
      'without its regulation nobody knows which grant settled a request',
      [asks(own, tiers), grants(own, '    tiers:\n', web, app), unreadable(jiuquan)],
      [],
      { breaks: true },
    ],
  ]),
  ...casesOf('TY3516', [
    ['the manifest has every granted tier', tiered, []],
    [
      'a granted tier is not in the manifest',
      [asks(own, '    tiers:\n', web, app), grants(own, tiers)],
      [at(chengguan, '|db:\n            ingress')],
    ],
    [
      'a grant of before, which counts to the day before the next, has a tier that the manifest does not',
      [grantedTier],
      [at(xinchou, '|web: {}')],
      { day: '2026-03-12' },
    ],
    ['such a grant counts no more from the day of the next', [grantedTier], [], { day: '2026-03-13' }],
  ]),
]

/** What is said of tiers, by the rules of several groups. */
export const tierCases = { peers, networks, granted } as const
