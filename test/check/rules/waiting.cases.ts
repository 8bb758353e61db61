import { exampleText } from '../../example-repository.ts'
import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { chengxin, datong, jingqu, xinchou, xueji } from './files.ts'

/** A history without one of its events. */
export function without(file: string, event: string): Change {
  const text = new RegExp(`  - event: ${event}\\n(?: {4}.*\\n)+`).exec(exampleText(file))?.[0]
  if (text === undefined) throw new Error(`${file} has no ${event}`)
  return [file, text, '']
}

const waiting = casesOf('TY4211', [
  [
    'a system went live without an agreement',
    [without(chengxin, 'agreement-signed')],
    [at(chengxin, '- event: |live')],
    { article: 'DT-13' },
  ],
  [
    'it did so in another jurisdiction',
    [without(xueji, 'agreement-signed')],
    [at(xueji, '- event: |live')],
    { article: 'NW-2.3b' },
  ],
  [
    'an agreement that is signed and not filed is late, and there',
    [without(chengxin, 'agreement-filed')],
    [],
  ],
  [
    'a delivery order came before the advice was filed',
    [without(xinchou, 'advice-filed')],
    [at(xinchou, '- event: |delivered')],
    { article: 'XS-21.1' },
  ],
  [
    'a backup was handed out that nobody asked for',
    [without(jingqu, 'backup-release-submitted')],
    [at(jingqu, '- event: |backup-released')],
    { article: 'JQ-19' },
  ],
  [
    'one answer answers one request, and not the next',
    [
      [
        jingqu,
        '  - event: exit-submitted\n',
        '  - event: backup-released\n    on: 2025-11-20\n    source: { paper: X }\n  - event: exit-submitted\n',
      ],
    ],
    [at(jingqu, '- event: |backup-released\n    on: 2025-11-20')],
    { article: 'JQ-19' },
  ],
  [
    'a second request has an answer of its own',
    [
      [
        jingqu,
        '  - event: exit-submitted\n',
        `  - event: backup-release-submitted
    on: 2025-11-19
    source: { forge: gitea, change: 14 }
    papers: [{ type: 数据备份提取申请, on: 2025-11-19 }]
  - event: backup-released
    on: 2025-11-20
    source: { paper: X }
  - event: exit-submitted
`,
      ],
    ],
    [],
  ],
])

/** An event of Datong that no article knows, decided on a day. */
export const noted = (on: string, to = ''): Change => [
  datong,
  '# 各条款的概述',
  `  - id: noting
    name: 备注
    leftOpen: 办法没有规定备注。
    decided: { by: manager, on: ${on}, paper: 示例${to} }
    lifecycle:
      events:
        noted: { name: 备注, from: [live], basis: 示例, actor: provider }

# 各条款的概述`,
]
export const note: Change = [
  chengxin,
  '  - event: exit-submitted\n',
  '  - { event: noted, on: 2025-06-30, source: { paper: X } }\n  - event: exit-submitted\n',
]
const onNote = at(chengxin, 'event: noted, on: |2025-06-30')

const undecided = casesOf('TY3510', [
  ['an event came a day before it was decided that there is one', [noted('2025-07-01'), note], [onNote]],
  ['it was decided on the day', [noted('2025-06-30'), note], []],
  ['the decision had ended the day before', [noted('2025-01-01', ', to: 2025-06-29'), note], [onNote]],
  ['it was the last day of the decision', [noted('2025-01-01', ', to: 2025-06-30'), note], []],
])

export const waitingCases: readonly RuleCase[] = waiting
export const undecidedCases: readonly RuleCase[] = undecided
