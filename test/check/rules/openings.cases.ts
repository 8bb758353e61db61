import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import { chengguan, jiuquan, platform, shebao, shuiqing } from './files.ts'
import { appended } from './history-edits.ts'

const bare = '{ from: internet, protocol: tcp, ports: [443] }'
export const web = `- ${bare}`
/** The rule as the manifest asks for it, and as the grant gives it: the first and the second of the same text. */
export const asks = (text: string): Change => [
  chengguan,
  `    ingress:\n      ${web}\n`,
  `    ingress:\n      ${text}\n`,
]
const grants = (text: string): Change => [
  chengguan,
  `        ingress:\n          ${web}\n`,
  `        ingress:\n          ${text}\n`,
]
const exchange =
  '- { through: gap-01, from: internet, to: extranet, protocol: tcp, ports: [8443], authorisedBy: 瓜政办函〔2026〕71号 }'
const asksExchange = (text: string): Change => [
  chengguan,
  `exchange:\n  ${exchange}\n\n`,
  `exchange:\n  ${text}\n\n`,
]
const grantBefore = { since: 'since: 2026-11-18' }

const notGranted = casesOf('TY3508', [
  [
    'one port more is open',
    [asks(web.replace('443', '443, 8080'))],
    [at(chengguan, `    ingress:\n      - |${bare.replace('443', '443, 8080')}`)],
  ],
  [
    'a range of ports goes one beyond the grant',
    [asks(web.replace('443', '"443-444"')), grants(web)],
    [at(chengguan, '- |{ from: internet, protocol: tcp, ports: ["443-444"]')],
  ],
  [
    'a range of ports is granted in two that join',
    [asks(web.replace('443', '"443-446"')), grants(web.replace('443', '"443-444", "445-446"'))],
    [],
  ],
  [
    'a rule is granted as two, in another order',
    [asks(web.replace('443', '80, 443')), grants(`${web}\n          ${web.replace('443', '80')}`)],
    [],
  ],
  [
    'another protocol is open',
    [asks(web.replace('tcp', 'udp'))],
    [at(chengguan, '- |{ from: internet, protocol: udp')],
  ],
  ['a network is open that lies in what is granted', [asks(web.replace('internet', '198.18.0.0/16'))], []],
  [
    'the internet is open where a network is granted',
    [grants(web.replace('internet', '198.18.0.0/16'))],
    [at(chengguan, `    ingress:\n      - |${bare}\n      - { from: self`)],
  ],
  [
    'a network is open of which half is granted',
    [asks(web.replace('internet', '198.18.0.0/15')), grants(web.replace('internet', '198.18.0.0/16'))],
    [at(chengguan, '- |{ from: 198.18.0.0/15')],
  ],
  [
    'a network is open of which both halves are granted',
    [
      asks(web.replace('internet', '198.18.0.0/15')),
      grants(
        `${web.replace('internet', '198.18.0.0/16')}\n          ${web.replace('internet', '198.19.0.0/16')}`,
      ),
    ],
    [],
  ],
  [
    'the same is open in the other IP version',
    [asks(web.replace('internet', '"2001:db8::/32"')), grants(web.replace('internet', '198.18.0.0/15'))],
    [at(chengguan, '- |{ from: "2001:db8::/32"')],
  ],
  [
    'the system itself is let in by what it is granted',
    [grants(web.replace('internet', 'self'))],
    [at(chengguan, `    ingress:\n      - |${bare}\n      - { from: self`)],
  ],
  [
    'less is asked for than is granted',
    [[chengguan, `    ingress:\n      ${web}\n      - { from: self`, '    ingress:\n      - { from: self']],
    [],
  ],
  [
    'nothing of what is asked for is granted',
    [
      [
        chengguan,
        `        ingress:\n          ${web}\n          - { from: self, protocol: tcp, ports: [22, 3306] }\n`,
        '',
      ],
    ],
    [
      at(chengguan, `    ingress:\n      - |${bare}\n      - { from: self`),
      at(chengguan, `${web}\n      - |{ from: self, protocol: tcp, ports: [22, 3306] }\n  extranet`),
    ],
  ],
  [
    'an exchange goes the other way',
    [asksExchange(exchange.replace('from: internet, to: extranet', 'from: extranet, to: internet'))],
    [at(chengguan, 'exchange:\n  - |{ through: gap-01, from: extranet')],
  ],
  [
    'an exchange carries one port more',
    [asksExchange(exchange.replace('8443', '8443, 22'))],
    [
      at(
        chengguan,
        'exchange:\n  - |{ through: gap-01, from: internet, to: extranet, protocol: tcp, ports: [8443, 22]',
      ),
    ],
  ],
  [
    'an exchange rests on another paper',
    [asksExchange(exchange.replace('71', '72'))],
    [at(chengguan, 'exchange:\n  - |{ through: gap-01, from: internet')],
  ],
  [
    'an end is granted, and asked for without one',
    [grants(web.replace(' }', ', until: 2027-01-31 }'))],
    [at(chengguan, `    ingress:\n      - |${bare}\n      - { from: self`)],
  ],
  [
    'an end is granted, and asked for as it is granted, long after it',
    [asks(web.replace(' }', ', until: 2027-01-31 }')), grants(web.replace(' }', ', until: 2027-01-31 }'))],
    [],
    { day: '2030-01-01' },
  ],
  [
    'a beginning that is the day of the grant adds nothing',
    [grants(web.replace(' }', `, ${grantBefore.since} }`))],
    [],
  ],
  [
    'a request for more waits for its answer',
    [asks(web.replace('443', '443, 8080')), appended(chengguan, 'event: change-submitted, on: 2026-11-20')],
    [],
  ],
  [
    'without its regulation nobody knows which grant settled a request',
    [asks(web.replace('443', '443, 8080')), unreadable(jiuquan)],
    [],
    { breaks: true },
  ],
  ['a grant is from before openings were granted', [[shebao, web, web.replace('443', '443, 22')]], []],
  [
    'a grant is from the very day on which openings begin to be granted',
    [
      [platform, 'exposure: { from: 2026-11-01 }', 'exposure: { from: 2026-11-18 }'],
      asks(web.replace('443', '443, 22')),
    ],
    [at(chengguan, '    ingress:\n      - |{ from: internet, protocol: tcp, ports: [443, 22]')],
  ],
  [
    'a grant that says what it opens is from before they had to',
    [
      [platform, 'exposure: { from: 2026-11-01 }', 'exposure: { from: 2027-01-01 }'],
      asks(web.replace('443', '443, 22')),
    ],
    [at(chengguan, '    ingress:\n      - |{ from: internet, protocol: tcp, ports: [443, 22]')],
  ],
])

const record =
  'inherited: { zones: { internet: { ingress: [{ from: internet, protocol: tcp, ports: [443] }] } } }'

const misplaced = casesOf('TY3509', [
  [
    'a note says what is inherited',
    [appended(shebao, `event: old-system-retired, on: 2026-01-05, ${record}`)],
    [at(shebao, 'on: 2026-01-05, |inherited')],
  ],
  [
    'a request says what is inherited',
    [appended(shuiqing, `event: change-submitted, on: 2026-11-05, ${record}`)],
    [],
  ],
])

export const openingCases: readonly RuleCase[] = [...notGranted, ...misplaced]
