import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import { datong, platform, shebao, shipin, shuiqing, xishuangbanna, zhejiang } from './files.ts'
import { appended, filed } from './history-edits.ts'

export const trialOn = (day: string): Change => [
  shuiqing,
  'trial-started\n    on: 2024-03-18',
  `trial-started\n    on: ${day}`,
]
const passed = at(shuiqing, 'trial-passed\n    on: |2024-04-15')
const retired = (day: string): Change => appended(shebao, `event: old-system-retired, on: ${day}`)
/** Whoever leaves says so three working days ahead, by retiring what was there before. */
export const noticeOfExit: Change = [
  xishuangbanna,
  '\ndeadlines:\n',
  '\ndeadlines:\n  - { id: exit-notice, name: 提前告知, article: XS-23, from: [old-system-retired], until: [exit-submitted], days: { working: 3 }, direction: ahead, responsible: using-unit }\n',
]
const leaving = (notice: string, day: string): Change =>
  appended(shebao, `event: old-system-retired, on: ${notice}`, `event: exit-submitted, on: ${day}`)
const left = at(shebao, 'event: exit-submitted, on: |2026')

const periods = casesOf('TY4301', [
  ['a trial ends on its fourteenth day', [trialOn('2024-04-01')], [passed], { article: 'ZJ-9a' }],
  ['a trial ends on its fifteenth day', [trialOn('2024-03-31')], []],
  ['a trial ends on its sixteenth day', [trialOn('2024-03-30')], []],
  ['a trial that lasts too long is not too short', [trialOn('2024-02-18')], []],
  ['a trial ends tomorrow', [trialOn('2024-04-01')], [], { day: '2024-04-14' }],
  ['a trial ends today', [trialOn('2024-04-01')], [passed], { day: '2024-04-15' }],
  [
    'an old system goes a day before its month is over',
    [retired('2025-09-24')],
    [at(shebao, 'event: old-system-retired, on: |2025-09-24')],
    { article: 'XS-19.3' },
  ],
  ['an old system goes when its month is over', [retired('2025-09-25')], []],
  [
    'the month that begins with the last of August ends with the last of September',
    [retired('2025-09-29'), [shebao, 'on: 2025-08-25', 'on: 2025-08-31']],
    [at(shebao, 'event: old-system-retired, on: |2025-09-29')],
  ],
  [
    'on the last of September that month is over',
    [retired('2025-09-30'), [shebao, 'on: 2025-08-25', 'on: 2025-08-31']],
    [],
  ],
  [
    'a new system leaves no old one',
    [retired('2025-09-24'), [shebao, 'origin: migrated', 'origin: new']],
    [],
  ],
  [
    'notice is given a day too late',
    [noticeOfExit, leaving('2026-11-11', '2026-11-13')],
    [left],
    { article: 'XS-23' },
  ],
  ['notice is given in time', [noticeOfExit, leaving('2026-11-11', '2026-11-14')], []],
  [
    'notice is not given at all',
    [noticeOfExit, appended(shebao, 'event: exit-submitted, on: 2026-11-13')],
    [left],
    { article: 'XS-23' },
  ],
  ['a period that ends late is the matter of others', [[shipin, 'on: 2025-03-14\n', 'on: 2025-06-14\n']], []],
  [
    'without its regulation nobody knows the period',
    [trialOn('2024-04-01'), unreadable(zhejiang)],
    [],
    { breaks: true },
  ],
])

interface Marks {
  readonly jurisdiction?: string
  readonly major?: boolean
  readonly interrupts?: boolean
  readonly emergency?: boolean
}

/** A change to the platform with these events, each the inside of a flow mapping. */
export function changing(
  events: readonly string[],
  { jurisdiction = 'datong', major = false, interrupts = true, emergency }: Marks = {},
): Change {
  const urgent = emergency === undefined ? '' : `    emergency: ${emergency}\n`
  const history = events.map(event => `      - { ${event} }\n`).join('')
  const change = `  - id: switch-upgrade
    name: 核心交换机升级
    jurisdiction: ${jurisdiction}
    major: ${major}
    interrupts: ${interrupts}
${urgent}    history:
${history}`
  return [platform, '\n# 两地三中心', `\nchanges:\n${change}\n# 两地三中心`]
}

export const plan = (day = '2026-09-01') =>
  filed(`event: platform-change-submitted, on: ${day}`, '平台调整方案')
export const approved = 'event: platform-change-approved, on: 2026-09-08'
/** A Friday: three working days ahead of Wednesday the 16th. */
const notified = 'event: platform-change-notified, on: 2026-09-11'
export const done = (day: string) => `event: platform-change-done, on: ${day}`
const requested = filed('event: maintenance-requested, on: 2026-09-11', '平台维护申请')
const allowed = 'event: maintenance-approved, on: 2026-09-12'
const started = (day: string) => `event: maintenance-started, on: ${day}`
const here = (event: string) => at(platform, `event: |${event}`)

const papers = casesOf('TY4303', [
  [
    'a change has no plan in Datong',
    [changing([filed('event: platform-change-submitted, on: 2026-09-01')])],
    [here('platform-change-submitted')],
    { article: 'DT-18' },
  ],
  ['a change has its plan', [changing([plan()])], []],
  [
    'a change has no papers at all',
    [changing(['event: platform-change-submitted, on: 2026-09-01'])],
    [here('platform-change-submitted')],
    { article: 'DT-18' },
  ],
  [
    'a major change has no assessment',
    [changing([plan()], { major: true })],
    [here('platform-change-submitted')],
    { article: 'DT-18' },
  ],
  [
    'a major change has its assessment',
    [
      changing(
        [filed('event: platform-change-submitted, on: 2026-09-01', '平台调整方案', '平台调整评估报告')],
        { major: true },
      ),
    ],
    [],
  ],
  [
    'a major change has neither',
    [changing(['event: platform-change-submitted, on: 2026-09-01'], { major: true })],
    [here('platform-change-submitted'), here('platform-change-submitted')],
  ],
  ['an urgent change is not a major one', [changing([plan()], { emergency: true })], []],
  [
    'a plan came with an event after it was wanted',
    [changing(['event: platform-change-submitted, on: 2026-09-01', filed(approved, '平台调整方案')])],
    [here('platform-change-submitted')],
  ],
  [
    'a plan was there before it was wanted again',
    [
      changing([
        plan(),
        'event: platform-change-refused, on: 2026-09-02',
        'event: platform-change-submitted, on: 2026-09-03',
      ]),
    ],
    [],
  ],
  [
    'a change has no plan in Ningwu',
    [changing(['event: platform-change-submitted, on: 2026-09-01'], { jurisdiction: 'ningwu' })],
    [here('platform-change-submitted')],
    { article: 'NW-3.2' },
  ],
  [
    'key equipment is changed in Jiuquan without a request',
    [changing([plan()], { jurisdiction: 'jiuquan' })],
    [here('platform-change-submitted')],
    { article: 'JQ-21' },
  ],
  [
    'maintenance begins in Jiuquan without a request',
    [changing(['event: maintenance-requested, on: 2026-09-11'], { jurisdiction: 'jiuquan' })],
    [here('maintenance-requested')],
    { article: 'JQ-13' },
  ],
  ['maintenance has its request', [changing([requested], { jurisdiction: 'jiuquan' })], []],
  [
    'a regulation that wants no papers gets none',
    [
      changing(['event: platform-change-submitted, on: 2026-09-01'], {
        jurisdiction: 'zhejiang',
        major: true,
      }),
    ],
    [],
  ],
  [
    'a change goes by a regulation that nobody can read',
    [
      changing(['event: platform-change-submitted, on: 2026-09-01'], { jurisdiction: 'zhejiang' }),
      unreadable(zhejiang),
    ],
    [],
    { breaks: true },
  ],
])

const otherArticle: Change = [
  datong,
  'change: platform-major\n    article: DT-18',
  'change: platform-major\n    article: DT-6',
]
const unapproved = casesOf('TY4304', [
  [
    'a change is announced and done before it was approved',
    [changing([plan(), notified, done('2026-09-16')])],
    [here('platform-change-notified'), here('platform-change-done')],
    { article: 'DT-18' },
  ],
  ['a change was approved first', [changing([plan(), approved, notified, done('2026-09-16')])], []],
  [
    'a change was approved on the day on which it was announced',
    [changing([plan(), approved.replace('09-08', '09-11'), notified])],
    [],
  ],
  [
    'a change was approved, by its date, on the day after it was announced',
    [changing([plan(), approved.replace('09-08', '09-12'), notified, done('2026-09-16')])],
    [here('platform-change-notified')],
  ],
  [
    'a change was approved only once it was announced',
    [changing([plan(), notified, approved, done('2026-09-16')])],
    [here('platform-change-notified')],
  ],
  [
    'a change was refused',
    [changing([plan(), 'event: platform-change-refused, on: 2026-09-08', done('2026-09-16')])],
    [here('platform-change-done')],
  ],
  ['a change that is only asked for needs no approval', [changing([plan()])], []],
  [
    'a major change cites the article of its own approval',
    [otherArticle, changing([plan(), done('2026-09-16')], { major: true })],
    [here('platform-change-done')],
    { article: 'DT-6' },
  ],
  [
    'a change that is not major cites its own',
    [otherArticle, changing([plan(), done('2026-09-16')])],
    [here('platform-change-done')],
    { article: 'DT-18' },
  ],
  [
    'a change is done before it was approved in Ningwu',
    [changing([plan(), done('2026-09-16')], { jurisdiction: 'ningwu' })],
    [here('platform-change-done')],
    { article: 'NW-3.2' },
  ],
  [
    'maintenance begins before it was approved',
    [changing([requested, started('2026-09-15'), allowed], { jurisdiction: 'jiuquan' })],
    [here('maintenance-started')],
    { article: 'JQ-13' },
  ],
  [
    'maintenance begins with approval',
    [changing([requested, allowed, started('2026-09-15')], { jurisdiction: 'jiuquan' })],
    [],
  ],
  [
    'the approval of a change is none of maintenance',
    [changing([requested, approved, started('2026-09-15')], { jurisdiction: 'jiuquan' })],
    [here('maintenance-started')],
  ],
  [
    'the approval of maintenance is none of a change',
    [changing([plan(), allowed, done('2026-09-16')])],
    [here('platform-change-done')],
  ],
  [
    'maintenance that ends needs no approval of its own',
    [changing(['event: maintenance-done, on: 2026-09-15'], { jurisdiction: 'jiuquan' })],
    [],
  ],
  [
    'a change goes by a regulation that nobody can read',
    [changing([done('2026-09-16')], { jurisdiction: 'zhejiang' }), unreadable(zhejiang)],
    [],
    { breaks: true },
  ],
])

export const announced = (day: string, marks?: Marks): Change =>
  changing([plan(), approved, notified, done(day)], marks)
const doneOn = (day: string) => at(platform, `event: platform-change-done, on: |${day}`)
const maintained = (day: string, marks: Marks = {}): Change =>
  changing([requested, allowed, started(day)], { jurisdiction: 'jiuquan', ...marks })
const startedOn = (day: string) => at(platform, `event: maintenance-started, on: |${day}`)

const notice = casesOf('TY4305', [
  [
    'systems were told two working days before',
    [announced('2026-09-15')],
    [doneOn('2026-09-15')],
    { article: 'DT-18' },
  ],
  ['systems were told three working days before', [announced('2026-09-16')], []],
  ['systems were told four working days before', [announced('2026-09-17')], []],
  [
    'systems were told two working days before in Ningwu',
    [announced('2026-09-15', { jurisdiction: 'ningwu' })],
    [doneOn('2026-09-15')],
    { article: 'NW-3.2' },
  ],
  [
    'systems were told three working days before in Ningwu',
    [announced('2026-09-16', { jurisdiction: 'ningwu' })],
    [],
  ],
  [
    'systems were told nothing',
    [changing([plan(), approved, done('2026-09-16')])],
    [doneOn('2026-09-16')],
    { article: 'DT-18' },
  ],
  [
    'systems were told afterwards',
    [changing([plan(), approved, done('2026-09-10'), notified])],
    [doneOn('2026-09-10')],
  ],
  [
    'a change that disturbs nobody is not announced',
    [changing([plan(), approved, done('2026-09-16')], { interrupts: false })],
    [],
  ],
  [
    'a change that disturbs nobody may be announced late',
    [announced('2026-09-11', { interrupts: false })],
    [],
  ],
  ['a change was announced and is not done yet', [changing([plan(), approved, notified])], []],
  ['a change will be done too early', [announced('2026-09-15')], [], { day: '2026-09-14' }],
  [
    'a change is done too early today',
    [announced('2026-09-15')],
    [doneOn('2026-09-15')],
    { day: '2026-09-15' },
  ],
  [
    'an urgent change is announced all the same in Datong',
    [announced('2026-09-15', { emergency: true })],
    [doneOn('2026-09-15')],
  ],
  [
    'maintenance was asked for one working day before',
    [maintained('2026-09-14')],
    [startedOn('2026-09-14')],
    { article: 'JQ-13' },
  ],
  ['maintenance was asked for two working days before', [maintained('2026-09-15')], []],
  [
    'maintenance was not asked for',
    [changing([allowed, started('2026-09-15')], { jurisdiction: 'jiuquan' })],
    [startedOn('2026-09-15')],
    { article: 'JQ-13' },
  ],
  ['urgent maintenance was asked for on the same day', [maintained('2026-09-12', { emergency: true })], []],
  [
    'urgent maintenance was not asked for',
    [changing([started('2026-09-15')], { jurisdiction: 'jiuquan', emergency: true })],
    [],
  ],
  [
    'maintenance that is said not to be urgent was asked for too late',
    [maintained('2026-09-14', { emergency: false })],
    [startedOn('2026-09-14')],
  ],
  [
    'a regulation that wants no notice gets none',
    [announced('2026-09-11', { jurisdiction: 'xishuangbanna' })],
    [],
  ],
  [
    'a change goes by a regulation that nobody can read',
    [announced('2026-09-15', { jurisdiction: 'datong' }), unreadable(datong)],
    [],
    { breaks: true },
  ],
])

/** What Datong would not allow. */
const frozen = (parts: string): Change => [
  datong,
  '\ndeadlines:\n',
  `\nprohibitions:\n  - { id: frozen, name: 封网期间不得调整平台, article: DT-18, ${parts} }\n\ndeadlines:\n`,
]
const wholeChange = (marks?: Marks) => changing([plan(), approved, notified, done('2026-09-16')], marks)
const onDone = 'on: [platform-change-done]'
const inSeptember = (to: number) =>
  `during: [{ yearly: { from: { month: 9, day: 1 }, to: { month: 9, day: ${to} } } }]`

const prohibited = casesOf('TY4306', [
  [
    'a change is carried out on the last day of a freeze',
    [wholeChange(), frozen(`${onDone}, ${inSeptember(16)}`)],
    [here('platform-change-done')],
    { article: 'DT-18' },
  ],
  [
    'a change is carried out on the day after a freeze',
    [wholeChange(), frozen(`${onDone}, ${inSeptember(15)}`)],
    [],
  ],
  [
    'an emergency is left out of a freeze',
    [
      wholeChange({ emergency: true }),
      frozen(`${onDone}, ${inSeptember(16)}, unless: { flags: [emergency] }`),
    ],
    [],
  ],
  [
    'a change is carried out after it was announced, which forbids it',
    [wholeChange(), frozen(`${onDone}, when: { after: [platform-change-notified] }`)],
    [here('platform-change-done')],
  ],
  [
    'a freeze of another regulation forbids nothing',
    [wholeChange({ jurisdiction: 'ningwu' }), frozen(`${onDone}, ${inSeptember(16)}`)],
    [],
  ],
])

export const platformChangeCases: readonly RuleCase[] = [
  ...periods,
  ...papers,
  ...unapproved,
  ...notice,
  ...prohibited,
]
