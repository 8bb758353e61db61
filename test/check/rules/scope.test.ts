import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import { type Change, describeRules, newFindings } from '../rule-table.ts'
import {
  agreementUntil,
  allButInternal,
  askedOn,
  institution,
  isCategory,
  jiuyePurpose,
  repealing,
} from './admission.cases.ts'
import { withoutLine } from './file-edits.ts'
import {
  compute,
  gonganUnit,
  jiuquan,
  jiuyeUnit,
  platform,
  shebao,
  shipin,
  xueji,
  zhaosheng,
  zhejiang,
} from './files.ts'
import { scopeCases } from './scope.cases.ts'

describeRules('rules about scope and what is due again', ruleGroups.scope, scopeCases, [
  ['TY4113', jiuquan, 9],
  ['TY4113', zhejiang, 8],
  ['TY4111', shipin, 32],
  ['TY4111', shipin, 33],
  ['TY4111', xueji, 25],
])

const texts = (code: string, changes: readonly Change[]) =>
  newFindings(code, changes).map(({ message, severity }) => [message.en, severity])

describe('a domestic counterpart', () => {
  /** The items that are named instead of one that is asked for, for the insurance system’s extranet or internet zone. */
  const namedFor = (item: string, zone: 'extranet' | 'internet' = 'extranet', ...more: readonly Change[]) => {
    const asked = zone === 'extranet' ? 'ecs.domestic.8c16g, quantity: 4' : 'ecs.domestic.4c8g, quantity: 2'
    const changes: readonly Change[] = [
      [shebao, `\n      - { item: ${asked} }`, `\n      - { item: ${item}, quantity: 4 }`],
      ...more,
    ]
    return newFindings('TY4111', changes)
      .filter(({ file }) => file === shebao)
      .map(({ message, severity }) => [/\(([^()]+)\)$/.exec(message.en)?.[1], severity])
  }

  it.each([
    ['ecs.general.1c2g', 'ecs.domestic.2c4g'],
    ['ecs.general.2c4g', 'ecs.domestic.2c4g'],
    ['ecs.general.8c16g', 'ecs.domestic.8c16g'],
    ['ecs.general.16c32g', 'ecs.domestic.16c64g'],
    ['ecs.memory.4c32g', 'ecs.domestic.16c64g'],
  ])('instead of %s the smallest domestic server is named that is as large', (asked, named) => {
    expect(namedFor(asked)).toEqual([[named, 'info']])
  })

  it('is the largest of the zone where all are smaller', () => {
    expect(namedFor('ecs.memory.16c128g')).toEqual([['ecs.domestic.16c64g', 'info']])
    expect(namedFor('ecs.general.16c32g', 'internet')).toEqual([['ecs.domestic.8c16g', 'info']])
  })

  const alsoDomestic = (name: string): Change => [
    compute,
    `en: ${name} }\n`,
    `en: ${name} }\n    domestic: true\n`,
  ]

  it('is the one with less memory of two with as many processors', () => {
    const memory = alsoDomestic('Memory server 4 vCPU 32 GiB')
    expect(namedFor('ecs.general.4c8g', 'extranet', memory)).toEqual([['ecs.domestic.4c8g', 'info']])
    expect(namedFor('ecs.memory.8c64g', 'extranet', memory)).toEqual([['ecs.domestic.16c64g', 'info']])
  })

  it('has a GPU where what is asked for has one, and only there', () => {
    const gpu = alsoDomestic('GPU server 32 vCPU 256 GiB 4 GPUs')
    expect(namedFor('ecs.gpu.8c64g.1g', 'extranet', gpu)).toEqual([['ecs.gpu.32c256g.4g', 'info']])
    expect(namedFor('ecs.memory.16c128g', 'extranet', gpu)).toEqual([['ecs.domestic.16c64g', 'info']])
    expect(namedFor('ecs.gpu.8c64g.1g')).toEqual([])
  })

  it('of a volume is a volume', () => {
    expect(namedFor('evs.ssd')).toEqual([['evs.domestic', 'info']])
  })
})

describe('what is due again', () => {
  it('gives the day on which it was due', () => {
    expect(texts('TY4106', [[shebao, 'assessed: 2026-06-15', 'assessed: 2025-11-22']])).toEqual([
      ['a system of level 3 is assessed every 12 months; the next was due by 2026-11-22', 'warning'],
    ])
    expect(texts('TY4107', [[shebao, 'assessed: 2026-06-22', 'assessed: 2025-11-22']])).toEqual([
      ['the assessment of commercial cryptography was due by 2026-11-22', 'warning'],
    ])
  })

  it('gives the last day on which it was done, or none, and of people no name', () => {
    const person = 'phone: 0691-0000201'
    expect(
      texts('TY4108', [[gonganUnit, `${person}, confirmed: 2026-10-15`, `${person}, confirmed: 2025-11-22`]]),
    ).toEqual([['the details of `contacts.responsible` were last confirmed on 2025-11-22', 'warning']])
    expect(texts('TY4108', [[gonganUnit, `${person}, confirmed: 2026-10-15`, person]])).toEqual([
      ['the details of `contacts.responsible` were never confirmed', 'warning'],
    ])
    expect(
      texts('TY4109', [[platform, 'catalogueReviewed: 2026-03-31', 'catalogueReviewed: 2025-03-31']]),
    ).toEqual([
      [
        'Xishuangbanna Prefecture wants the catalogue reviewed every 12 months; the last was on 2025-03-31',
        'warning',
      ],
    ])
    expect(texts('TY4109', [withoutLine(platform, 'catalogueReviewed')])).toEqual([
      [
        'Xishuangbanna Prefecture wants the catalogue reviewed every 12 months; no review is recorded',
        'warning',
      ],
    ])
  })

  it('names what the platform lacks', () => {
    expect(texts('TY4110', [withoutLine(platform, 'kind: cloud-service')])).toEqual([
      ['the platform has no valid cloud service assessment', 'error'],
      ['the platform has no valid cloud service assessment', 'error'],
      ['the platform has no valid cloud service assessment', 'error'],
    ])
    expect(texts('TY4110', [[platform, 'until: 2028-08-31', 'until: 2026-11-22']])).toEqual([
      ['the platform has no valid cloud service assessment', 'warning'],
      ['the platform has no valid cloud service assessment', 'warning'],
      ['the platform has no valid cloud service assessment', 'warning'],
    ])
  })

  it('says what ran out, and when', () => {
    expect(texts('TY4112', [agreementUntil('2026-11-22')])).toEqual([
      ['《政务云服务协议》 was valid until 2026-11-22', 'warning'],
    ])
  })
})

describe('a request outside the days of its regulation', () => {
  it('says on which side', () => {
    expect(texts('TY4105', [askedOn(xueji, '2023-05-15', '2022-03-22')])).toEqual([
      ['《宁武县人民政府办公室关于加强政务云管理的实施意见》 came into force on 2022-03-23', 'warning'],
    ])
    expect(texts('TY4105', [askedOn(zhaosheng, '2024-03-05', '2025-03-23')])).toEqual([
      ['《宁武县人民政府办公室关于加强政务云管理的实施意见》 expired on 2025-03-22', 'warning'],
    ])
  })

  it('says which other one took its place, and cites no article of its own', () => {
    const found = newFindings('TY4105', [repealing])
    const said = [
      '《浙江省电子政务云计算平台管理办法》 was repealed by 《西双版纳州州级政务云管理办法（试行）》 from 2025-06-24',
      undefined,
    ]
    expect(found.map(({ message, article }) => [message.en, article])).toEqual([said, said])
  })

  it('cites no article where the profile names none', () => {
    const found = newFindings('TY4105', [askedOn(shebao, '2025-07-02', '2025-06-23')])
    expect(found.map(({ article }) => article)).toEqual([undefined])
  })
})

describe('a unit or a purpose outside the scope', () => {
  it('is told what is within', () => {
    expect(texts('TY4101', [isCategory(jiuyeUnit, institution, 'county')])).toEqual([
      ['county is not among party organ, government organ, public institution 1', 'error'],
    ])
    expect(texts('TY4102', [allButInternal, jiuyePurpose])).toEqual([
      ['“内部管理” is not among “社会治理”, “政务服务”, “公共事业”', 'error'],
    ])
  })
})
