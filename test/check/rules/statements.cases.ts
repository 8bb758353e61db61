import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable, withoutLine } from './file-edits.ts'
import {
  backup,
  datong,
  jingqu,
  jiuquan,
  jiuye,
  lvyou,
  pucha,
  shebao,
  shipin,
  shuiqing,
  wenlvUnit,
  wenwu,
  xishuangbanna,
  xueji,
  zhaosheng,
} from './files.ts'
import { appended, filed, historyFrom, papersMayFollow } from './history-edits.ts'

const icp = 'icp: { required: true, number: 滇ICP备00000000号-1 }'
const withoutApproval: Change = [lvyou, '  approval: 酒发改社会〔2022〕140号\n', '']
const emergencyInJiuquan: Change = [
  lvyou,
  'source: { paper: JQSQ-2023-004 }\n    papers',
  'conditions: [emergency]\n    papers',
]

const facts = casesOf('TY4203', [
  [
    'nobody is named for audits',
    [[shuiqing, '  audit: { name: 倪虹,', '  security: { name: 倪虹,']],
    [at(shuiqing, '- event: |submitted')],
    { article: 'ZJ-18' },
  ],
  [
    'each of several facts is named',
    [withoutLine(pucha, '  audit: {'), withoutLine(pucha, '  secrecy: {')],
    [at(pucha, '- event: |submitted'), at(pucha, '- event: |submitted')],
    { article: 'ZJ-18' },
  ],
  [
    'a unit names nobody for emergencies, which each of its systems lacks',
    [withoutLine(wenlvUnit, '  emergency: {')],
    [at(lvyou, '- event: |submitted'), at(wenwu, '- event: |submitted'), at(jingqu, '- event: |submitted')],
    { article: 'JQ-26' },
  ],
  ['the contact of a system is none of its unit', [withoutLine(lvyou, '  emergency: {')], []],
  [
    'a system that is seen from everywhere goes live without its number',
    [[shebao, icp, 'icp: { required: true }']],
    [at(shebao, '- event: |live')],
    { article: 'XS-21.2' },
  ],
  [
    'a system that is not seen from everywhere needs no number',
    [[shebao, icp, 'icp: { required: false }']],
    [],
  ],
  ['a system that says nothing of it needs no number', [[shebao, `${icp}\n`, '']], []],
  ['a number is wanted when a system goes live, not before', [[jiuye, 'icp: { required: true }\n', '']], []],
  [
    'a new system of Ningwu says how long it is built',
    [[xueji, 'origin: migrated', 'origin: new']],
    [at(xueji, '- event: |submitted')],
    { article: 'NW-2.4b' },
  ],
  [
    'a system of level 3 states its cryptography',
    [[shipin, 'cryptography: { assessed: 2026-06-09 }\n', '']],
    [at(shipin, '- event: |live')],
    { article: 'DT-23' },
  ],
  [
    'a system of level 2 need not',
    [
      [shipin, 'cryptography: { assessed: 2026-06-09 }\n', ''],
      [shipin, 'mlps: { level: 3', 'mlps: { level: 2'],
    ],
    [],
  ],
  [
    'a system of a level above 3 states it too',
    [
      [shipin, 'cryptography: { assessed: 2026-06-09 }\n', ''],
      [shipin, 'mlps: { level: 3', 'mlps: { level: 4'],
    ],
    [at(shipin, '- event: |live')],
  ],
  [
    'a system goes live without the number of its filing',
    [[xueji, 'filing: 14092-20-00011, ', '']],
    [at(xueji, '- event: |live')],
    { article: 'NW-3.5' },
  ],
  [
    'what is answered with no is answered',
    [
      [xishuangbanna, '    facts: [icp.number]', '    facts: [classified, domestic.adapted, mlps.level]'],
      [shebao, 'adapted: true', 'adapted: false, exception: 示例'],
    ],
    [],
  ],
  [
    'a project of Jiuquan has an approval',
    [withoutApproval],
    [at(lvyou, '- event: |submitted')],
    { article: 'JQ1-7' },
  ],
  ['in an emergency the approval may follow', [withoutApproval, emergencyInJiuquan, papersMayFollow], []],
  [
    'in an emergency it is known who answers for the project',
    [[lvyou, '  responsible: 马晓东\n', ''], emergencyInJiuquan],
    [at(lvyou, '- event: |submitted')],
    { article: 'JQ1-13' },
  ],
  [
    'the file of a unit is so broken that nobody knows what it states',
    [withoutLine(wenlvUnit, '  emergency: {'), unreadable(wenlvUnit)],
    [],
    { breaks: true },
  ],
  [
    'without its regulation nobody knows what is to be stated',
    [[shebao, icp, 'icp: { required: true }'], unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])

const refused = (file: string, on: string, rest = ''): Change =>
  historyFrom(file, 'accepted', `event: refused, on: ${on}${rest}`)
const services = '{ services: [{ item: sec.log-audit, quantity: 1 }] }'
const emergency = (rest: string): Change =>
  appended(
    jiuye,
    `event: emergency-approved, on: 2026-11-20, conditions: [emergency]${rest}, grants: { internet: ${services} }`,
  )
const selfProcured = 'conditions: [self-procurement]'
const procured = filed('event: change-submitted, on: 2026-11-20', '自行采购申请')
const dedicated: Change = [zhaosheng, '  internet:\n', '  internet:\n    pool: dedicated\n']

const reasons = casesOf('TY4204', [
  [
    'a refusal gives no reason in Xishuangbanna',
    [refused(shebao, '2025-07-04')],
    [at(shebao, '- { event: |refused')],
    { article: 'XS-20' },
  ],
  ['a refusal gives its reason', [refused(shebao, '2025-07-04', ', reason: 立项批复已过期')], []],
  ['an acceptance needs no reason', [appended(jiuye, 'event: accepted, on: 2026-11-20')], []],
  [
    'a refusal gives no reason in Zhejiang',
    [refused(shuiqing, '2024-03-13')],
    [at(shuiqing, '- { event: |refused')],
    { article: 'ZJ-8' },
  ],
  [
    'a refusal gives no reason in Jiuquan',
    [[lvyou, '  - event: approved\n', '  - event: refused\n']],
    [at(lvyou, '- event: |refused')],
  ],
  [
    'a change is refused without a reason in Ningwu',
    [
      appended(
        xueji,
        filed('event: change-submitted, on: 2026-11-18', '资源变更申请单'),
        'event: change-refused, on: 2026-11-20',
      ),
    ],
    [at(xueji, '- { event: |change-refused')],
  ],
  [
    'an end is refused without a reason in Datong',
    [
      appended(
        shipin,
        filed('event: exit-submitted, on: 2026-11-18', '退出申请'),
        'event: exit-refused, on: 2026-11-20',
      ),
    ],
    [at(shipin, '- { event: |exit-refused')],
  ],
  [
    'an emergency gives neither its reason nor the day agreed',
    [emergency('')],
    [at(jiuye, '- { event: |emergency-approved'), at(jiuye, '- { event: |emergency-approved')],
    { article: 'XS-26' },
  ],
  [
    'an emergency does not say until when its papers follow',
    [emergency(', reason: 防汛')],
    [at(jiuye, '- { event: |emergency-approved')],
  ],
  [
    'an emergency does not say why',
    [emergency(', until: 2026-12-20')],
    [at(jiuye, '- { event: |emergency-approved')],
  ],
  ['an emergency says why, and until when', [emergency(', reason: 防汛, until: 2026-12-20')], []],
  [
    'whoever buys elsewhere says why',
    [[jiuye, '    by: 玉罕\n', `    ${selfProcured}\n`]],
    [at(jiuye, '- event: |submitted')],
    { article: 'XS-19.5' },
  ],
  [
    'whoever buys elsewhere gives a reason',
    [[jiuye, '    by: 玉罕\n', `    ${selfProcured}\n    reason: 目录无此项\n`]],
    [],
  ],
  [
    'a change buys elsewhere',
    [appended(shebao, `${procured}, ${selfProcured}`)],
    [at(shebao, '- { event: |change-submitted')],
    { article: 'XS-19.5' },
  ],
  [
    'what an earlier request bought elsewhere is not asked of the next',
    [
      [shebao, 'change: 1 }\n', `change: 1 }\n    reason: 目录无此项\n    ${selfProcured}\n`],
      appended(shebao, procured),
    ],
    [],
  ],
  [
    'what the event before a request bore is not asked of the request',
    [appended(shebao, `event: old-system-retired, on: 2026-01-05, ${selfProcured}`, procured)],
    [],
  ],
  [
    'what a request will bear is not asked of the one before',
    [
      historyFrom(
        jiuye,
        'submitted',
        'event: submitted, on: 2026-11-17',
        'event: refused, on: 2026-11-18, reason: 示例',
        `event: submitted, on: 2026-11-19, ${selfProcured}`,
      ),
    ],
    [at(jiuye, 'event: |submitted, on: 2026-11-19')],
  ],
  [
    'a dedicated pool is opened on a day agreed',
    [dedicated],
    [at(zhaosheng, '- event: |approved')],
    { article: 'NW-2.3a' },
  ],
  [
    'the day agreed stands with the approval',
    [dedicated, [zhaosheng, '    note: 报名季', '    until: 2024-03-20\n    note: 报名季']],
    [],
  ],
  [
    'a trial is extended to a day agreed',
    [appended(pucha, `${filed('event: trial-extended, on: 2026-11-20', '延长试用申请')}, reason: 测试排期`)],
    [at(pucha, '- { event: |trial-extended')],
    { article: 'ZJ-9a' },
  ],
  [
    'without its regulation nobody knows what needs a reason',
    [refused(shebao, '2025-07-04'), unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])

const volumes = '          - { item: cbr.volume, quantity: 800, unit: GiB }\n'
const instead = (line: string): Change => [shipin, volumes, line === '' ? '' : `          - { ${line} }\n`]
const grantsOfChange = 'review: 47 }\n    grants:\n      internet:\n        services:\n'
const grantedAt = at(shipin, '- event: |change-approved')
const abilities = casesOf('TY4205', [
  ['a system of level 3 is granted no backup in Datong', [instead('')], [grantedAt]],
  [
    'a system of level 3 is granted no backup in Ningwu',
    [[zhaosheng, 'mlps: { level: 2', 'mlps: { level: 3']],
    [at(zhaosheng, '- event: |approved')],
  ],
  [
    'a system of level 3 with a backup is granted what it needs',
    [[xueji, 'mlps: { level: 2', 'mlps: { level: 3']],
    [],
  ],
  [
    'a system of level 2 needs no backup',
    [instead(''), [shipin, 'mlps: { level: 3', 'mlps: { level: 2']],
    [],
  ],
  ['any item that backs up will do', [instead('item: cbr.database, quantity: 1')], []],
  ['an item that recovers does not back up', [instead('item: dr.local, quantity: 1')], [grantedAt]],
  ['a backup in one zone is enough', [instead(''), [shipin, grantsOfChange, grantsOfChange + volumes]], []],
  [
    'a backup begins on the day after the approval',
    [instead('item: cbr.volume, quantity: 800, unit: GiB, from: 2025-03-14')],
    [grantedAt],
  ],
  [
    'a backup begins on the day of the approval',
    [instead('item: cbr.volume, quantity: 800, unit: GiB, from: 2025-03-13')],
    [],
  ],
  [
    'a backup ends on the day of the approval',
    [instead('item: cbr.volume, quantity: 800, unit: GiB, to: 2025-03-13')],
    [],
  ],
  [
    'a backup ended on the day before the approval',
    [instead('item: cbr.volume, quantity: 800, unit: GiB, to: 2025-03-12')],
    [grantedAt],
  ],
  [
    'a backup that was granted first has gone with the next grant',
    [
      instead(''),
      [
        shipin,
        '          - { item: cbr.volume, quantity: 500, unit: GiB }\n',
        '          - { item: cbr.volume, quantity: 900, unit: GiB }\n',
      ],
    ],
    [grantedAt],
  ],
  [
    'a backup that is only asked for is not granted',
    [
      instead(''),
      [
        shipin,
        '      - { item: cbr.volume, quantity: 800, unit: GiB }\n',
        '      - { item: cbr.volume, quantity: 900, unit: GiB }\n',
      ],
    ],
    [grantedAt],
  ],
  [
    'what an emergency grants has what it needs at once',
    [instead(''), [shipin, 'reason: 接入经营主体', 'conditions: [emergency]\n    reason: 接入经营主体']],
    [grantedAt],
  ],
  [
    'while a part of the catalogue is broken nobody knows what backs up',
    [instead(''), unreadable(backup)],
    [],
    { breaks: true },
  ],
  [
    'while a part of the catalogue is broken that is no service, items are known',
    [instead(''), unreadable(jiuquan)],
    [grantedAt],
  ],
  [
    'without its regulation nobody knows what a grant needs',
    [instead(''), unreadable(datong)],
    [],
    { breaks: true },
  ],
])

/** What opened the employment service in an emergency, or changed the insurance system in one, and its last day. */
const opening = (until: string): Change => emergency(`, reason: 防汛, until: ${until}`)
const green = (mark: string): Change =>
  appended(lvyou, `event: change-submitted, on: 2026-10-12, conditions: [${mark}], until: 2026-11-22`)
const waitingInEmergency = (until: string): Change => [
  jiuye,
  'on: 2026-11-19\n',
  `on: 2026-11-19\n    conditions: [emergency]\n    until: ${until}\n`,
]
const takenBack = 'event: withdrawn, on: 2026-11-20'
const refusedAgain = 'event: refused, on: 2026-11-20, reason: 材料不全'
const made = 'event: papers-completed, on: 2026-11-23'
const openingOnce = (...rest: readonly string[]): Change =>
  appended(
    jiuye,
    'event: emergency-approved, on: 2026-11-20, conditions: [emergency], until: 2026-11-21',
    ...rest,
  )

const overdue = casesOf('TY4206', [
  [
    'the papers were due yesterday',
    [opening('2026-11-22')],
    [at(jiuye, 'until: |2026-11-22')],
    { article: 'XS-26' },
  ],
  ['the papers are due today', [opening('2026-11-23')], []],
  ['the papers are due tomorrow', [opening('2026-11-24')], []],
  ['an emergency names no day', [emergency('')], []],
  [
    'the papers of a change by the green channel were due yesterday',
    [green('green-channel'), papersMayFollow],
    [at(lvyou, 'until: |2026-11-22')],
  ],
  [
    'the papers of an emergency were due yesterday in Jiuquan',
    [green('emergency'), papersMayFollow],
    [at(lvyou, 'until: |2026-11-22')],
  ],
  ['a major change is no emergency', [green('major')], []],
  [
    'the papers of a request that waits in an emergency were due yesterday',
    [waitingInEmergency('2026-11-22')],
    [at(jiuye, 'until: |2026-11-22')],
    { article: 'XS-26' },
  ],
  [
    'a request in an emergency was taken back',
    [appended(jiuye, takenBack), waitingInEmergency('2026-11-22')],
    [],
  ],
  [
    'a request in an emergency was refused',
    [appended(jiuye, refusedAgain), waitingInEmergency('2026-11-22')],
    [],
  ],
  [
    'an opening answers a request in an emergency, and both name the day',
    [opening('2026-11-21'), waitingInEmergency('2026-11-22')],
    [at(jiuye, 'until: |2026-11-21')],
  ],
  [
    'a mark beside another makes an emergency too',
    [green('major, emergency'), papersMayFollow],
    [at(lvyou, 'until: |2026-11-22')],
  ],
  ['the papers followed', [openingOnce(made)], []],
  [
    'another event made nothing good',
    [openingOnce('event: opened, on: 2026-11-22')],
    [at(jiuye, 'until: |2026-11-21')],
  ],
  [
    'the first emergency was made good and the second was not',
    [openingOnce(made, 'event: opened, on: 2026-11-23, conditions: [emergency], until: 2026-11-22')],
    [at(jiuye, 'until: |2026-11-22')],
  ],
  [
    'a later day was agreed on',
    [openingOnce('event: opened, on: 2026-11-22, conditions: [emergency], until: 2026-12-21')],
    [],
  ],
  [
    'the last day agreed on was yesterday',
    [openingOnce('event: opened, on: 2026-11-22, conditions: [emergency], until: 2026-11-22')],
    [at(jiuye, 'until: |2026-11-22')],
  ],
  [
    'a regulation without emergencies waits for no papers',
    [appended(xueji, 'event: change-submitted, on: 2026-10-12, conditions: [emergency], until: 2026-11-22')],
    [],
  ],
  [
    'a day agreed on for something else is no day for papers',
    [appended(shebao, 'event: change-submitted, on: 2026-10-12, until: 2026-11-22')],
    [],
  ],
  [
    'without its regulation nobody knows what was to follow',
    [opening('2026-11-22'), unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])

export const statementCases: readonly RuleCase[] = [...facts, ...reasons, ...abilities, ...overdue]
