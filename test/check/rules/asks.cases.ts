import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { chengxin, jiuye, xinchou } from './files.ts'
import { appended } from './history-edits.ts'

const services =
  '{ item: ecs.domestic.4c8g, quantity: 2 }, { item: evs.domestic, quantity: 200 }, { item: eip.bgp.5m, quantity: 1 }, { item: sec.waf, quantity: 1 }, { item: sec.host-protection, quantity: 2 }, { item: sec.vulnerability-scan, quantity: 1 }, { item: sec.penetration-test, quantity: 1 }'
const logAudit = '{ item: sec.log-audit, quantity: 1 }'
const web = '{ from: internet, protocol: tcp, ports: [443] }'
const own = '{ from: self, protocol: tcp, ports: [3306, 22] }'
export const written = `asks: { zones: { internet: { services: [${services}], ingress: [${web}, ${own}] } } }`

/** What the waiting request records. */
export const recorded = (text: string): Change => [jiuye, 'change: 27 }\n', `change: 27 }\n    ${text}\n`]

const differ = casesOf('TY3512', [
  ['a waiting request records what the manifest asks for, in other words', [recorded(written)], []],
  [
    'it records fewer of an item',
    [recorded(written.replace('quantity: 200', 'quantity: 199'))],
    [at(jiuye, 'change: 27 }\n    |asks')],
  ],
  [
    'it records one rule less',
    [recorded(written.replace(`${web}, `, ''))],
    [at(jiuye, 'change: 27 }\n    |asks')],
  ],
  [
    'it records one port more',
    [recorded(written.replace('3306, 22', '3306, 22, 80'))],
    [at(jiuye, 'change: 27 }\n    |asks')],
  ],
  [
    'it records a tier that the manifest does not have, though it opens nothing',
    [recorded(written.replace(`${own}]`, `${own}], tiers: { web: {} }`))],
    [at(jiuye, 'change: 27 }\n    |asks')],
  ],
  [
    'the manifest has a tier that it does not record',
    [
      recorded(written),
      [
        jiuye,
        '    ingress:\n      - { from: internet',
        '    tiers: { web: {} }\n    ingress:\n      - { from: internet',
      ],
    ],
    [at(jiuye, 'change: 27 }\n    |asks')],
  ],
  [
    'of two zones, it records no tier of the second',
    [
      recorded(written.replace(/ \} \}$/, `, extranet: { services: [${logAudit}] } } }`)),
      [
        jiuye,
        '\nhistory:\n',
        `  extranet:\n    network: { ipv4: 10.96.9.0/26 }\n    services: [${logAudit}]\n    tiers: { web: {} }\n\nhistory:\n`,
      ],
    ],
    [at(jiuye, 'change: 27 }\n    |asks')],
  ],
  [
    'both have the same tiers, in another order',
    [
      recorded(written.replace(`${own}]`, `${own}], tiers: { web: {}, db: {} }`)),
      [
        jiuye,
        '    ingress:\n      - { from: internet',
        '    tiers: { db: {}, web: {} }\n    ingress:\n      - { from: internet',
      ],
    ],
    [],
  ],
  [
    'it records an exchange that the manifest does not ask for',
    [
      recorded(
        written.replace(
          /\}$/,
          ', exchange: [{ through: gap-01, from: internet, to: extranet, protocol: tcp, ports: [443], authorisedBy: 示例 }] }',
        ),
      ),
    ],
    [at(jiuye, 'change: 27 }\n    |asks')],
  ],
  [
    'a request that was refused records what the manifest no longer asks for',
    [
      appended(jiuye, 'event: refused, on: 2026-11-20, reason: 示例'),
      recorded(written.replace('quantity: 200', 'quantity: 199')),
    ],
    [],
  ],
  [
    'a request that was answered records what nobody asks for any more',
    [[xinchou, 'asks:\n      zones:\n        internet:\n', 'asks:\n      zones:\n        extranet:\n']],
    [],
  ],
])

const misplaced = casesOf('TY3511', [
  [
    'a note records what was asked for',
    [appended(chengxin, `event: exit-refused, on: 2026-11-05, ${written}`)],
    [at(chengxin, 'on: 2026-11-05, |asks')],
  ],
  ['a request records it', [recorded(written)], []],
])

export const asksCases: readonly RuleCase[] = [...differ, ...misplaced]
