import { describe, expect, it } from 'vitest'
import type { Condition } from '../../generated/types/condition.ts'
import { outlineOf } from '../../lib/desired-state/index.ts'
import { conditionInWords } from '../../lib/profile/condition-words.ts'
import { liftInWords } from '../../lib/profile/prohibition-words.ts'
import { stepOf, systemStatusOf } from '../../lib/profile/system-status.ts'
import { caseSummaries } from '../../lib/summary/case-summary.ts'
import { statusData } from '../../scripts/terminal/status-json.ts'
import { statusLines } from '../../scripts/terminal/status-lines.ts'
import { loaded, positionOf } from '../example-repository.ts'
import { address, type Edit, pointedAt, written } from './language.ts'

const owing: readonly Edit[] = [
  [
    'profile',
    'scope:\n',
    'facts:\n  arrears: { name: 是否欠费, of: unit, type: boolean, article: QY-2 }\n  staff: { name: 编制人数, of: unit, type: number, unit: 人, article: QY-2 }\n\nscope:\n',
  ],
  ['unit', 'category: county', 'category: county\nfacts: { arrears: true }'],
]

const forbids = (parts: string): Edit => [
  'profile',
  'deadlines:\n',
  `prohibitions:\n  - { id: no-more, name: 欠费的单位不得办理, article: QY-2, ${parts} }\n\ndeadlines:\n`,
]

const waiting: Edit = [
  'system',
  `  - event: granted
    on: 2026-03-04
    grants:
      extranet:
        services:
          - { item: ecs.domestic.4c8g, quantity: 1 }
  - event: handed-over
    on: 2026-03-09
    source: { paper: QY-02 }
    papers:
      - { type: 交付单, number: QY-02, on: 2026-03-09 }
  - event: closing
    on: 2026-09-01
    reason: 机构撤并
    papers:
      - { type: 退云申请, number: QY-03, on: 2026-09-01 }
  - event: closed
    on: 2026-09-03
`,
  '',
]

describe('what a unit owes', () => {
  const inArrears = 'when: { facts: { arrears: { equals: true } } }'

  it('forbids what it asks for, at the event', () => {
    const result = written([...owing, waiting, forbids(`on: [filed], ${inArrears}`)])
    expect(result.own.map(({ code, article }) => [code, article])).toEqual([['TY4212', 'QY-2']])
    const [found] = result.own
    expect(found?.range.start).toEqual(positionOf(result.textOf('system'), '- event: |filed'))
  })

  it('forbids nothing once it is paid, where nobody has said so, and of what was settled', () => {
    const paid: Edit = ['unit', 'arrears: true', 'arrears: false']
    const unsaid: Edit = ['unit', '\nfacts: { arrears: true }', '']
    const forbidden = forbids(`on: [filed], ${inArrears}`)
    expect(written([...owing, paid, waiting, forbidden]).own).toEqual([])
    expect(written([...owing, unsaid, waiting, forbidden]).own).toEqual([])
    expect(written([...owing, forbidden]).own).toEqual([])
  })

  it('is told of the step that would come next, which is not taken from what may come', () => {
    const { model, own } = written([...owing, waiting, forbids(`on: [granted], ${inArrears}`)])
    expect(own).toEqual([])
    const profile = model.catalogue.jurisdictions.get('qingyuan')?.value
    const system = model.systemByAddress.get(address)
    if (profile === undefined || system === undefined) throw new Error('the small regulation is not there')
    const [one] = stepOf(model, profile, system, 'granted').prohibited
    expect([one?.prohibition.id, one?.freeOn]).toEqual(['no-more', undefined])
    expect(one && liftInWords(model, profile, one).zh).toContain('是否欠费为“是”')
    expect(stepOf(model, profile, system, 'filed').prohibited).toEqual([])

    const row = { profile, system, outlook: systemStatusOf(model, profile, system) }
    const said = { zh: statusLines('zh', model, row), en: statusLines('en', model, row) }
    expect(said.zh).toContain('目前不得办理：欠费的单位不得办理  第2条')
    expect(said.en).toContain('not allowed at present: no more  QY-2')
    const { steps } = statusData(model, row)
    expect(
      steps.map(({ event, prohibited }) => [event.id, prohibited.map(({ prohibition }) => prohibition.id)]),
    ).toEqual([['granted', ['no-more']]])
    const [summary] = caseSummaries(model, outlineOf(model))
    expect(summary?.steps.map(({ prohibited }) => prohibited)).toEqual(['欠费的单位不得办理'])
  })
})

describe('days on which something is forbidden', () => {
  it('tell the first day that is free', () => {
    const inMarch = 'during: [{ yearly: { from: { month: 3, day: 1 }, to: { month: 3, day: 4 } } }]'
    const { model, own } = written([forbids(`on: [filed, granted], ${inMarch}`)])
    expect(own.map(({ code, path }) => [code, path])).toEqual([
      ['TY4212', ['history', 0, 'event']],
      ['TY4212', ['history', 1, 'event']],
    ])
    expect(own.map(({ fix }) => fix?.message.zh)).toEqual([
      '自 2026-03-05 起可以办理',
      '自 2026-03-05 起可以办理',
    ])
    expect(model.catalogue.jurisdictions.size).toBe(1)
  })
})

describe('a prohibition in a regulation', () => {
  it.each([
    ['names an event that is not there', 'on: [field], when: { mlpsAtLeast: 3 }', 'TY2205', 'field'],
    [
      'excepts what is not defined',
      'on: [filed], unless: { facts: { owed: { equals: true } } }',
      'TY2217',
      'owed',
    ],
    ['would lock in what was handed over', 'on: [closing], when: { after: [handed-over] }', 'TY2232', 'on'],
    [
      'is on nothing but a day of another form',
      'on: [filed], during: [{ monthly: { from: 0, to: 5 } }]',
      'TY2007',
      '0',
    ],
  ])('is refused where it %s', (_title, parts, code, at) => {
    const result = written([forbids(parts)])
    const [found] = result.own
    expect([found?.code, found && pointedAt(result, found)]).toEqual([code, at])
  })

  it.each([
    ['excepts something', 'on: [closing], when: { after: [handed-over] }, unless: { flags: [emergency] }'],
    [
      'ends by itself',
      'on: [closing], when: { after: [handed-over] }, during: [{ monthly: { from: 1, to: 5 } }]',
    ],
    ['can be mended', 'on: [closing], when: { after: [handed-over], mlpsAtLeast: 3 }'],
    ['only warns', 'on: [closing], when: { after: [closed] }, severity: warning'],
    ['comes when all is over', 'on: [filed, closing], when: { after: [closed] }'],
    ['is of another origin', 'on: [filed], when: { origin: [migrated] }'],
  ])('locks nobody in that %s', (_title, parts) => {
    const codes = written([forbids(parts)]).own.map(({ code }) => code)
    expect(codes.filter(code => code.startsWith('TY22'))).toEqual([])
  })
})

describe('a condition in words', () => {
  const { model } = loaded()
  const profile = model.catalogue.jurisdictions.get('xishuangbanna')?.value
  if (profile === undefined) throw new Error('no profile')

  it.each<[Condition, string, string]>([
    [{}, '任何情形', 'any case'],
    [
      { mlpsAtLeast: 3, zones: ['internet'] },
      '等保级别不低于三级，且资源在互联网区域',
      'its MLPS level is 3 or more, and it stands in the Internet zone',
    ],
    [
      { changes: ['enlarge', 'add-zone'] },
      '变更内容为扩容或新增分区',
      'it would be enlarged or come into another zone',
    ],
    [
      { opens: { directions: ['ingress'], peers: ['internet'], ports: [443] } },
      '新开放互联网入向访问（443）',
      'it opens ingress with the internet (443)',
    ],
    [{ opens: {} }, '新开放访问', 'it opens anything'],
    [{ after: ['live'] }, '已有“正式上线运行”', 'there has been “live”'],
    [{ not: { important: true } }, '并非（属于重要应用系统）', 'not (it is important)'],
    [{ domesticAdapted: false }, '未完成信创适配', 'it is not adapted to domestic products'],
    [
      { places: { zones: ['internet'], dedicated: false } },
      '资源在互联网区域共享资源池',
      'it stands in a shared pool of the Internet zone',
    ],
    [{ pool: 'shared' }, '使用共享资源池', 'it uses a shared pool'],
  ])('%j', (condition, zh, en) => {
    expect(conditionInWords(model, profile, condition)).toEqual({ zh, en })
  })
})
