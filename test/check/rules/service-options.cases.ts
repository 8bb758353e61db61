import { at, type Change, casesOf, type Mark, type RuleCase } from '../rule-table.ts'
import { jiuye, operations, shebao } from './files.ts'
import { asked, duty, granted, onDuty, today, tomorrow, yesterday } from './service-edits.ts'
import { askedFor, sold } from './service-quantities.cases.ts'

/** The item that the cases add stands beside two servers and one firewall for web pages. */
const itemAsked: Mark = at(jiuye, '{ item: |ops.on-duty')
const itemGranted: Mark = at(shebao, '{ item: |ops.on-duty')
const firewall = '      - { item: sec.waf, quantity: 1 }\n'
const withoutFirewall: Change = [jiuye, firewall, '']
const firewallFor = (days: string): Change => [jiuye, firewall, firewall.replace(' }', `, ${days} }`)]
const serversFor = (days: string): Change => [
  jiuye,
  '{ item: ecs.domestic.4c8g, quantity: 2 }',
  `{ item: ecs.domestic.4c8g, quantity: 2, ${days} }`,
]
const option = '{ optionOf: { items: [sec.waf, sec.bastion] } }'
const forMonitoring = '{ optionOf: { items: [ops.monitoring] } }'
const extranet = 'ipv6: fd6a:4b1e:96:8::/64 }\n    services:\n'
const monitoringAsked: Change = [
  shebao,
  extranet,
  `${extranet}      - { item: ops.monitoring, quantity: 1 }\n`,
]
const bundled = (member: string) => `{ by: bundle, items: [{ item: ${member} }] }`
/** Terms for another item, which no system of the example asks for by itself. */
export const monitoring = (terms: string): Change => [
  operations,
  'fee: { price: "150.00", per: month,',
  `order: ${terms}\n        fee: { price: "150.00", per: month,`,
]

const alone: readonly RuleCase[] = casesOf('TY3117', [
  [
    'finds an option without any of what it is for',
    [...sold(option), withoutFirewall, asked(duty(1))],
    [itemAsked],
  ],
  ['lets an option beside one of what it is for pass', [...sold(option), asked(duty(1))], []],
  [
    'lets an option pass whose other zone has nothing that it is for',
    [...sold('{ optionOf: { items: [eip.bgp.5m] } }'), asked(duty(1))],
    [],
  ],
  [
    'finds an option in a grant, where only the other zone has what it is for',
    [...sold('{ optionOf: { items: [sec.waf] } }'), granted(duty(1))],
    [itemGranted],
  ],
  [
    'finds an item that lacks one of two that it needs',
    [...sold('{ needs: [eip.bgp.5m, sec.waf] }'), withoutFirewall, asked(duty(1))],
    [itemAsked],
  ],
  [
    'lets an item beside both that it needs pass',
    [...sold('{ needs: [eip.bgp.5m, sec.waf] }'), asked(duty(1))],
    [],
  ],
  [
    'finds an option that outlasts what it is for',
    [...sold(option), firewallFor(`to: ${today}`), asked(duty(1))],
    [itemAsked],
  ],
  [
    'lets an option pass that ends with what it is for',
    [...sold(option), firewallFor(`to: ${tomorrow}`), asked(duty(1, `to: ${tomorrow}`))],
    [],
  ],
  [
    'finds an option that begins before what it is for',
    [...sold(option), firewallFor(`from: ${tomorrow}`), asked(duty(1))],
    [itemAsked],
  ],
  [
    'finds a grant of an option that has what it is for in the request alone',
    [...sold(forMonitoring), monitoringAsked, granted(duty(1))],
    [itemGranted],
  ],
  [
    'lets an option pass that had nothing to go with before today',
    [...sold(forMonitoring), granted(duty(1), `{ item: ops.monitoring, quantity: 1, from: ${today} }`)],
    [],
  ],
  [
    'finds an option that has nothing to go with until tomorrow',
    [...sold(forMonitoring), granted(duty(1), `{ item: ops.monitoring, quantity: 1, from: ${tomorrow} }`)],
    [itemGranted],
  ],
  [
    'lets a bundle stand for what it holds',
    [
      ...sold('{ least: 1 }', bundled('sec.bastion')),
      monitoring('{ needs: [sec.bastion] }'),
      asked(duty(1), '{ item: ops.monitoring, quantity: 1 }'),
    ],
    [],
  ],
  [
    'finds a bundle that holds an option without what it is for',
    [
      onDuty([['2022-01-01']], bundled('ops.monitoring')),
      monitoring('{ needs: [sec.bastion] }'),
      asked(duty(1)),
    ],
    [itemAsked],
  ],
  [
    'lets a grant pass that was made before the terms',
    [
      onDuty([['2022-01-01', yesterday], [today]]),
      [operations, `- from: ${today}\n`, `- from: ${today}\n        order: ${option}\n`],
      granted(duty(1)),
    ],
    [],
  ],
])

export const each = (counts: string) =>
  sold(`{ optionOf: { items: [ecs.domestic.4c8g, ecs.domestic.8c16g], ${counts} } }`)

const counts: readonly RuleCase[] = casesOf('TY3118', [
  ['finds more than go with two servers', [...each('most: 2'), asked(duty(5))], [askedFor(5)]],
  ['lets as many pass as go with two servers', [...each('most: 2'), asked(duty(4))], []],
  ['finds fewer than have to go with two servers', [...each('least: 1'), asked(duty(1))], [askedFor(1)]],
  ['lets the least for two servers pass', [...each('least: 1'), asked(duty(2))], []],
  [
    'counts all that an option is for',
    [...each('most: 1'), asked(duty(3), '{ item: ecs.domestic.8c16g, quantity: 1 }')],
    [],
  ],
  [
    'finds what is too much once some of the servers have gone',
    [
      ...each('most: 1'),
      serversFor(`to: ${today}`),
      asked(duty(2), '{ item: ecs.domestic.8c16g, quantity: 1 }'),
    ],
    [askedFor(2)],
  ],
  [
    'finds how many a bundle comes to with the line beside it',
    [
      onDuty([['2022-01-01']], '{ by: bundle, items: [{ item: ops.monitoring, quantity: 3 }] }'),
      monitoring('{ optionOf: { items: [ecs.domestic.4c8g], most: 1 } }'),
      asked(duty(1)),
    ],
    [askedFor(1)],
  ],
  [
    'leaves an option with nothing to go with to the other rule',
    [...sold('{ optionOf: { items: [sec.waf], most: 1 } }'), withoutFirewall, asked(duty(2))],
    [],
  ],
])

const exclusions: readonly RuleCase[] = casesOf('TY3119', [
  ['finds two that exclude each other', [...sold('{ excludes: [sec.waf] }'), asked(duty(1))], [itemAsked]],
  ['lets one of the two pass', [...sold('{ excludes: [sec.waf] }'), withoutFirewall, asked(duty(1))], []],
  [
    'finds the first day on which both are there',
    [...sold('{ excludes: [sec.waf] }'), firewallFor(`to: ${tomorrow}`), asked(duty(1, `from: ${tomorrow}`))],
    [itemAsked],
  ],
  [
    'lets one pass that begins when the other has ended',
    [...sold('{ excludes: [sec.waf] }'), firewallFor(`to: ${today}`), asked(duty(1, `from: ${tomorrow}`))],
    [],
  ],
  [
    'finds what a bundle holds beside what it excludes',
    [
      ...sold('{ least: 1 }', bundled('sec.bastion')),
      monitoring('{ excludes: [sec.bastion] }'),
      asked(duty(1), '{ item: ops.monitoring, quantity: 1 }'),
    ],
    [at(jiuye, '{ item: |ops.monitoring')],
  ],
])

/** What an item is asked for beside, and what not. */
export const optionCases: readonly RuleCase[] = [...alone, ...counts, ...exclusions]
