import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable, withoutLine } from './file-edits.ts'
import {
  gonganUnit,
  huji,
  jiuye,
  lvyou,
  rensheUnit,
  shebao,
  shipin,
  shuiqing,
  xinchou,
  xishuangbanna,
  zhaosheng,
} from './files.ts'
import { appended, filed, papersMayFollow } from './history-edits.ts'

/** Makes the request of the employment service an emergency, so that some of its papers may follow. */
export const marked = (mark: string): Change => [
  jiuye,
  'change: 27 }\n',
  `change: 27 }\n    conditions: [${mark}]\n`,
]
const plan = withoutLine(jiuye, 'JY-FA-2026')
const ownReview = withoutLine(jiuye, 'JY-NS-01')
export const papersOfJiuye = at(jiuye, '    by: 玉罕\n    |papers:')

const changing = (event: string, ...types: readonly string[]): Change =>
  appended(shebao, filed(`${event}, on: 2026-11-20`, ...types))
const changePapers = at(shebao, 'on: 2026-11-20, |papers:')
const emergencyBefore = 'event: old-system-retired, on: 2026-02-02, conditions: [emergency]'
const changeApplied = filed('event: change-submitted, on: 2026-11-20', '内部审核意见')
const completed = filed('event: papers-completed, on: 2026-03-02', '政务云资源申请')

const orderPapers = '    papers:\n      - { type: 云资源交付工单, number: XSJF-2025-001, on: 2025-07-15 }\n'
/** Lets the delivery note, which comes long after the request, follow in an emergency. */
const slipMayFollow: Change = [
  xishuangbanna,
  '    papers: [云资源交付工单]\n',
  '    papers: [云资源交付工单]\n    deferrable: true\n',
]
/** Marks the event that rests on this change in the forge: 1 for the request, 2 for the opening. */
const emergencyAt = (change: string): Change => [
  shebao,
  `source: { forge: gitea, ${change}\n`,
  `source: { forge: gitea, ${change}\n    conditions: [emergency]\n`,
]
const madeGood: Change = [
  shebao,
  '  - event: opened\n',
  '  - { event: papers-completed, on: 2025-07-11 }\n  - event: opened\n',
]
const asking = (item: string, before: number, after: number): Change => [
  shebao,
  `      - { item: ${item}, quantity: ${before} }\n`,
  `      - { item: ${item}, quantity: ${after} }\n`,
]
/** What the food safety system asks for, on which its size is judged until it is granted something. */
const size = (before: string, after: string): Change => [
  shipin,
  `      - { item: ${before} }\n`,
  `      - { item: ${after} }\n`,
]
const budget = (current: string): Change => [lvyou, 'current: "3350000.00"', `current: "${current}"`]
const promise = withoutLine(shebao, '西人社承〔2025〕1号')
const unitPromise = withoutLine(rensheUnit, '西人社承〔2025〕1号')

export const missingPaperCases: readonly RuleCase[] = casesOf('TY4201', [
  [
    'a request lacks a paper',
    [withoutLine(zhaosheng, '宁教安〔2024〕1号')],
    [at(zhaosheng, 'source: { forge: gitea, change: 11 }\n    |papers:')],
    { article: 'NW-2.1a' },
  ],
  [
    'an event without any paper is named itself',
    [[shebao, orderPapers, '']],
    [at(shebao, '- event: |delivered')],
    { article: 'XS-21.1' },
  ],
  [
    'each paper that is missing is named',
    [withoutLine(zhaosheng, '宁教安〔2024〕1号'), withoutLine(zhaosheng, 'NWSQ-2024-002')],
    [
      at(zhaosheng, 'source: { forge: gitea, change: 11 }\n    |papers:'),
      at(zhaosheng, 'source: { forge: gitea, change: 11 }\n    |papers:'),
    ],
  ],
  ['a paper of the unit is enough', [promise], []],
  ['a paper of the request is enough later on', [unitPromise], []],
  [
    'a paper is nowhere',
    [promise, unitPromise],
    [at(shebao, 'source: { paper: XSJF-2025-001 }\n    |papers:')],
    { article: 'XS-34' },
  ],
  [
    'a paper of the system that belongs to no event is enough',
    [promise, unitPromise, [shebao, '\nhistory:\n', '\npapers: [{ type: 上云安全承诺书 }]\nhistory:\n']],
    [],
  ],
  [
    'a paper of another unit does not count',
    [promise, unitPromise, [gonganUnit, '西公承〔2026〕2号', '西公承〔2025〕2号']],
    [at(shebao, 'source: { paper: XSJF-2025-001 }\n    |papers:')],
  ],
  [
    'a paper that was filed with a later event came too late',
    [
      withoutLine(shebao, 'LS-2025-0081'),
      [shebao, '    on: 2025-08-25\n', '    on: 2025-08-25\n    papers: [{ type: 漏洞扫描报告 }]\n'],
    ],
    [at(shebao, 'on: 2025-08-20\n    source: { forge: gitea, change: 3 }\n    |papers:')],
    { article: 'XS-21.3' },
  ],
  [
    'a change wants papers of its own, whatever the request had',
    [withoutLine(xinchou, 'XC-NS-02')],
    [at(xinchou, '申请扩容。\n    |papers:')],
    { article: 'XS-22.1' },
  ],
  [
    'a change wants papers of its own, whatever the unit has',
    [
      withoutLine(xinchou, 'XC-NS-02'),
      [
        rensheUnit,
        '\npapers:\n',
        '\npapers:\n  - { type: 内部审核意见, number: 总〔2026〕1号, on: 2026-01-05 }\n',
      ],
    ],
    [at(xinchou, '申请扩容。\n    |papers:')],
    { article: 'XS-22.1' },
  ],
  [
    'none of two papers is there of which each would do, by both articles that want one',
    [withoutLine(shebao, 'SB-HT-2020-03')],
    [
      at(shebao, 'on: 2025-07-02\n    source: { forge: gitea, change: 1 }\n    |papers:'),
      at(shebao, 'on: 2025-07-02\n    source: { forge: gitea, change: 1 }\n    |papers:'),
    ],
  ],
  [
    'of two papers of which each would do the second is there',
    [[shebao, '原云服务合同到期证明', '原平台无法满足需求证明']],
    [],
  ],
  [
    'a system that is new need not say why it leaves its old place',
    [withoutLine(shebao, 'SB-HT-2020-03'), [shebao, 'origin: migrated', 'origin: new']],
    [],
  ],
  [
    'a system that is rolled out from above lacks the paper that rolls it out',
    [[zhaosheng, 'origin: new', 'origin: rolled-out-from-above']],
    [at(zhaosheng, 'source: { forge: gitea, change: 11 }\n    |papers:')],
    { article: 'NW-2.1b' },
  ],
  [
    'a load that comes and goes wants a plan',
    [[jiuye, '\ndomestic:', '\nload: { pattern: burst, plan: 招聘会期间突增 }\ndomestic:']],
    [papersOfJiuye],
    { article: 'XS-19.2' },
  ],
  [
    'a load that swings is none that comes and goes in Xishuangbanna',
    [[jiuye, '\ndomestic:', '\nload: { pattern: elastic, plan: 招聘会期间突增 }\ndomestic:']],
    [],
  ],
  [
    'a dedicated pool wants a reason in writing',
    [withoutLine(huji, '云公科函〔2026〕0号')],
    [at(huji, 'conditions: [major]\n    |papers:')],
    { article: 'XS-15.3' },
  ],
  [
    'the shared pool wants none',
    [withoutLine(huji, '云公科函〔2026〕0号'), [huji, '    pool: dedicated\n', '']],
    [],
  ],
  [
    'a system that is not adapted explains itself',
    [[jiuye, 'domestic: { adapted: true }', 'domestic: { adapted: false, exception: 暂缺中间件 }']],
    [papersOfJiuye],
    { article: 'XS-19.4' },
  ],
  [
    'a request that is marked as large is argued by experts',
    [[shipin, 'change: 2 }\n    papers:', 'change: 2 }\n    conditions: [large]\n    papers:']],
    [at(shipin, '2023-09-06\n    source: { forge: gitea, change: 2, review: 4 }\n  - event: |reviewed')],
    { article: 'DT-12' },
  ],
  [
    'a request of 200 vCPUs is large',
    [size('ecs.domestic.8c16g, quantity: 3', 'ecs.domestic.8c16g, quantity: 23')],
    [at(shipin, '- event: |reviewed')],
    { article: 'DT-12' },
  ],
  [
    'a request of 199 vCPUs is not large',
    [
      size('ecs.domestic.8c16g, quantity: 3', 'ecs.domestic.8c16g, quantity: 22'),
      size('ecs.general.4c8g, quantity: 4', 'ecs.general.4c8g, quantity: 5'),
      size('sec.bastion, quantity: 1', 'ecs.general.1c2g, quantity: 3'),
    ],
    [],
  ],
  [
    'a request of 800 GiB of memory is large',
    [
      size('ecs.domestic.8c16g, quantity: 3', 'ecs.domestic.8c16g, quantity: 4'),
      size('sec.bastion, quantity: 1', 'ecs.memory.4c32g, quantity: 22'),
    ],
    [at(shipin, '- event: |reviewed')],
  ],
  [
    'a request of 798 GiB of memory is not large',
    [
      size('sec.bastion, quantity: 1', 'ecs.memory.4c32g, quantity: 22'),
      size('sec.log-audit, quantity: 1', 'ecs.general.1c2g, quantity: 7'),
    ],
    [],
  ],
  [
    'a request of 50000 GiB of volumes is large',
    [size('evs.domestic, quantity: 800, unit: GiB', 'evs.domestic, quantity: 49800, unit: GiB')],
    [at(shipin, '- event: |reviewed')],
  ],
  [
    'a request of 49999 GiB of volumes is not large',
    [size('evs.domestic, quantity: 800, unit: GiB', 'evs.domestic, quantity: 49799, unit: GiB')],
    [],
  ],
  [
    'an investment grows by more than a tenth, at the request and at the end',
    [budget('3520000.01')],
    [
      at(lvyou, '2023-02-27\n    source: { paper: JQSQ-2023-004 }\n    |papers:'),
      at(lvyou, '2023-04-14\n    source: { paper: LY-CS-2023 }\n    |papers:'),
    ],
    { article: 'JQ1-12' },
  ],
  ['an investment grows by less than a tenth', [budget('3519999.99')], []],
  ['an emergency lets the papers of its request follow', [plan, marked('emergency')], []],
  [
    'the mark that another regulation has for it does not',
    [plan, marked('green-channel')],
    [papersOfJiuye],
    { article: 'XS-19.1' },
  ],
  ['an emergency lets the own review of its request follow', [ownReview, marked('emergency')], []],
  [
    'an emergency that the regulation does not know lets nothing follow',
    [plan, marked('emergency'), [xishuangbanna, '\nemergency: {', '\n# emergency: {']],
    [papersOfJiuye],
    { article: 'XS-19.1' },
  ],
  [
    'the green channel lets the papers of its request follow, where that was decided',
    [
      withoutLine(lvyou, 'LY-FA-2022'),
      [lvyou, 'source: { paper: JQSQ-2023-004 }\n    papers', 'conditions: [green-channel]\n    papers'],
      papersMayFollow,
    ],
    [],
  ],
  [
    'the green channel lets nothing follow while nobody has decided it',
    [
      withoutLine(lvyou, 'LY-FA-2022'),
      [lvyou, 'source: { paper: JQSQ-2023-004 }\n    papers', 'conditions: [green-channel]\n    papers'],
    ],
    [at(lvyou, 'conditions: [green-channel]\n    |papers:')],
    { article: 'JQ-8' },
  ],
  [
    'without the green channel the papers come with the request',
    [withoutLine(lvyou, 'LY-FA-2022')],
    [at(lvyou, '2023-02-27\n    source: { paper: JQSQ-2023-004 }\n    |papers:')],
    { article: 'JQ-8' },
  ],
  [
    'an ordinary change has its papers when it is asked for',
    [changing('event: change-submitted', '内部审核意见')],
    [changePapers],
    { article: 'XS-22.1' },
  ],
  [
    'the papers of a change in an emergency may follow',
    [changing('event: change-submitted, conditions: [emergency]', '内部审核意见')],
    [],
  ],
  [
    'a mark that comes later lets nothing follow',
    [appended(shebao, changeApplied, 'event: change-refused, on: 2026-11-21, conditions: [emergency]')],
    [changePapers],
    { article: 'XS-22.1' },
  ],
  [
    'an emergency lets papers follow to the end of its request',
    [slipMayFollow, [shebao, orderPapers, ''], emergencyAt('change: 1 }')],
    [],
  ],
  [
    'what may follow in an emergency comes in time without one',
    [slipMayFollow, [shebao, orderPapers, '']],
    [at(shebao, '- event: |delivered')],
    { article: 'XS-21.1' },
  ],
  [
    'an emergency that was made good in its request lets nothing follow',
    [slipMayFollow, [shebao, orderPapers, ''], emergencyAt('change: 1 }'), madeGood],
    [at(shebao, '- event: |delivered')],
  ],
  [
    'an emergency that was never made good lets nothing follow in the next request',
    [appended(shebao, emergencyBefore, changeApplied)],
    [changePapers],
    { article: 'XS-22.1' },
  ],
  [
    'an emergency that was made good lets nothing follow',
    [appended(shebao, emergencyBefore, completed, changeApplied)],
    [changePapers],
    { article: 'XS-22.1' },
  ],
  [
    'what made an earlier emergency good does not close a later one',
    [slipMayFollow, [shebao, orderPapers, ''], emergencyAt('change: 2 }'), madeGood],
    [],
  ],
  [
    'what makes an emergency good brings the papers that were to follow',
    [
      appended(jiuye, filed('event: papers-completed, on: 2026-11-20', '资源需求测算依据')),
      plan,
      marked('emergency'),
    ],
    [at(jiuye, '2026-11-20, |papers:')],
    { article: 'XS-19.1' },
  ],
  [
    'whoever enlarges says what was tried before',
    [withoutLine(xinchou, 'XC-YH-01')],
    [at(xinchou, '申请扩容。\n    |papers:')],
    { article: 'XS-25.2' },
  ],
  [
    'whoever asks for more because of lasting high use says what was tried before, while the answer is out',
    [
      asking('ecs.domestic.4c8g', 2, 3),
      changing('event: change-submitted, conditions: [high-utilisation]', '云服务调整申请', '内部审核意见'),
    ],
    [changePapers],
    { article: 'XS-25.2' },
  ],
  [
    'whoever asks for more for another reason need not',
    [
      asking('ecs.domestic.4c8g', 2, 3),
      changing('event: change-submitted', '云服务调整申请', '内部审核意见'),
    ],
    [],
  ],
  [
    'whoever asks for less need not',
    [
      asking('ecs.domestic.4c8g', 2, 1),
      changing('event: change-submitted', '云服务调整申请', '内部审核意见'),
    ],
    [],
  ],
  [
    'a major change brings the papers of a request anew',
    [withoutLine(shuiqing, 'SQ-FA-2026')],
    [at(shuiqing, 'conditions: [major]\n    |papers:')],
    { article: 'ZJ-11' },
  ],
  [
    'a change that is not major does not',
    [withoutLine(shuiqing, 'SQ-FA-2026'), [shuiqing, '    conditions: [major]\n', '']],
    [],
  ],
  [
    'a major change is tested before it is done, since its mark holds to the end',
    [withoutLine(shuiqing, 'RJCP-2026-0051')],
    [at(shuiqing, '2026-04-28\n    source: { forge: gitea, change: 45 }\n    |papers:')],
    { article: 'ZJ-11' },
  ],
  [
    'a mark ends where the next request begins',
    [
      withoutLine(shuiqing, 'RJCP-2026-0051'),
      [shuiqing, '    conditions: [major]\n', ''],
      [shuiqing, '    on: 2024-04-22\n', '    on: 2024-04-22\n    conditions: [major]\n'],
    ],
    [],
  ],
  [
    'a mark begins with the event that bears it',
    [
      withoutLine(shuiqing, 'SQ-FA-2026'),
      [shuiqing, '    conditions: [major]\n', ''],
      [shuiqing, '    on: 2026-04-28\n', '    on: 2026-04-28\n    conditions: [major]\n'],
    ],
    [],
  ],
  [
    'the safety test of a system below level 3 may come from anywhere, and is three reports',
    [[shuiqing, 'mlps: { level: 3', 'mlps: { level: 2']],
    [
      at(shuiqing, 'source: { paper: RJCP-2024-0062 }\n    |papers:'),
      at(shuiqing, 'source: { paper: RJCP-2024-0062 }\n    |papers:'),
    ],
    { article: 'ZJ-9b' },
  ],
  [
    'without the file of its unit nobody knows what a system lacks',
    [[shebao, orderPapers, ''], unreadable(rensheUnit)],
    [],
    { breaks: true },
  ],
  [
    'without its regulation nobody knows what is wanted',
    [[shebao, orderPapers, ''], unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])
