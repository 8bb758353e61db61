import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import { loaded } from '../../example-repository.ts'
import {
  type Change,
  changedFiles,
  describeRules,
  foundIn,
  type Mark,
  newFindings,
  placeOf,
  relatedPlaces,
} from '../rule-table.ts'
import {
  gonganUnit,
  huji,
  jiuye,
  lvyou,
  networkItems,
  ningwu,
  operations,
  platform as platformFile,
  recovery,
  shebao,
  storage,
  zhaosheng,
} from './files.ts'
import { serviceCases } from './service.cases.ts'
import { asked, duty, granted, grantedElsewhere, onDuty } from './service-edits.ts'
import { grantPool, withoutExtranet } from './service-items.cases.ts'
import { each, monitoring } from './service-options.cases.ts'
import { withoutFee } from './service-prices.cases.ts'
import { sold } from './service-quantities.cases.ts'

const prices = 'catalogue/prices/xishuangbanna.yaml'
const personDays: Change = [
  operations,
  'On-site duty }\n    unit: { zh: 人日, en: person-day }',
  'On-site duty }\n    unit: { zh: TB, en: TB }',
]

describeRules('the rules about zones, pools and service lines', ruleGroups.service, serviceCases)

describe('a finding about a service line', () => {
  it.each<[string, string, readonly Change[], readonly Mark[]]>([
    ['TY3102', 'the zones of the profile', [withoutExtranet], [{ file: ningwu, mark: '\n|zones:\n' }]],
    [
      'TY3104',
      'the zones of the item',
      [granted('{ item: eip.bgp.5m, quantity: 1 }')],
      [{ file: networkItems, mark: '5 Mbit/s }\n    unit: { zh: 个, en: piece }\n    zones: |[internet]' }],
    ],
    [
      'TY3106',
      'the item',
      [
        [
          shebao,
          '      internet:\n        services:\n',
          '      internet:\n        pool: dedicated\n        services:\n          - { item: obs.standard, quantity: 1 }\n',
        ],
      ],
      [{ file: storage, mark: '  - |id: obs.standard' }],
    ],
    [
      'TY3107',
      'the level of the system and the floor of the item',
      [grantedElsewhere('{ item: dr.remote, quantity: 1 }')],
      [
        { file: lvyou, mark: 'mlps: { level: |2' },
        { file: recovery, mark: 'mlpsFloor: |3' },
      ],
    ],
    [
      'TY3108',
      'the versions of the item',
      [granted(duty(1)), onDuty([['2026-01-01']])],
      [{ file: operations, mark: '|- from: 2026-01-01' }],
    ],
    [
      'TY3109',
      'the unit of the item',
      [granted('{ item: obs.archive, quantity: 1, unit: TiB }')],
      [{ file: storage, mark: 'Archive object storage }\n    unit: |{' }],
    ],
    [
      'TY3110',
      'the first day',
      [onDuty([['2025-06-01', '2025-05-31']])],
      [{ file: operations, mark: 'from: |2025-06-01' }],
    ],
    [
      'TY3110',
      'the day of an event',
      [[shebao, 'change: 1, review: 1 }\n', 'change: 1, review: 1 }\n    until: 2025-07-03\n']],
      [{ file: shebao, mark: 'on: |2025-07-04' }],
    ],
    [
      'TY3111',
      'the line that is written first',
      [asked(duty(1, 'from: 2027-06-01'), duty(2))],
      [
        {
          file: jiuye,
          mark: '- |{ item: ops.on-duty, quantity: 1',
        },
      ],
    ],
    [
      'TY3111',
      'the first of several lines without an end',
      [granted(duty(1), duty(2), duty(3))],
      [{ file: shebao, mark: '- |{ item: ops.on-duty, quantity: 1' }],
    ],
    [
      'TY3112',
      'the day of the grant',
      [granted(duty(1, 'to: 2025-07-09'))],
      [{ file: shebao, mark: 'event: approved\n    on: |2025-07-10' }],
    ],
    [
      'TY3110',
      'the first day of a project',
      [[zhaosheng, 'to: 2024-06-30 }', 'to: 2023-11-30 }']],
      [{ file: zhaosheng, mark: 'from: |2023-12-01' }],
    ],
    [
      'TY3110',
      'the day of an assessment of the platform',
      [[platformFile, 'until: 2027-05-11', 'until: 2026-05-11']],
      [{ file: platformFile, mark: 'on: |2026-05-12, until: 2026-05-11' }],
    ],
    [
      'TY3110',
      'the day of a paper',
      [[gonganUnit, 'papers:\n', 'papers:\n  - { type: 保密协议, on: 2025-06-01, until: 2025-05-31 }\n']],
      [{ file: gonganUnit, mark: 'on: |2025-06-01, until: 2025-05-31' }],
    ],
    [
      'TY3113',
      'the unit of the item',
      [personDays, onDuty([['2022-01-01']], '{ by: volume, volume: { volumeType: bulk } }')],
      [{ file: operations, mark: 'On-site duty }\n    unit: |{ zh: TB' }],
    ],
    [
      'TY3114',
      'the terms of the item',
      [...sold('{ least: 4 }'), asked(duty(3))],
      [{ file: operations, mark: 'order: |{ least' }],
    ],
    [
      'TY3116',
      'the price list of the jurisdiction',
      [onDuty([['2022-01-01']]), withoutFee, asked(duty(1))],
      [{ file: prices, mark: '\njurisdiction: |xishuangbanna' }],
    ],
    [
      'TY3116',
      'nothing where the jurisdiction has no price list',
      [[prices, '', undefined], onDuty([['2022-01-01']]), withoutFee, asked(duty(1))],
      [],
    ],
    [
      'TY3117',
      'the terms of the item',
      [...sold('{ needs: [sec.bastion] }'), asked(duty(1))],
      [{ file: operations, mark: 'order: |{ needs' }],
    ],
    [
      'TY3118',
      'the terms of the item',
      [...sold('{ optionOf: { items: [sec.waf], most: 1 } }'), asked(duty(2))],
      [{ file: operations, mark: 'order: |{ optionOf' }],
    ],
    [
      'TY3119',
      'the terms of the item',
      [...sold('{ excludes: [sec.waf] }'), asked(duty(1))],
      [{ file: operations, mark: 'order: |{ excludes' }],
    ],
  ])('%s leads to %s', (code, _place, changes, marks) => {
    const findings = newFindings(code, changes)
    expect(findings.length).toBeGreaterThan(0)
    expect(relatedPlaces(findings)).toEqual(findings.map(() => marks.map(mark => placeOf(mark, changes))))
  })

  it.each<[string, string, readonly Change[], string | undefined]>([
    [
      'TY3103',
      'an item of a like name',
      [granted('{ item: ecs.domestic.8c17g, quantity: 1 }')],
      'ecs.domestic.8c16g',
    ],
    ['TY3103', 'nothing where no name is near', [granted('{ item: fax, quantity: 1 }')], undefined],
    ['TY3105', 'a pool of a like name', [grantPool(shebao, 'dedicate')], 'dedicated'],
    ['TY3105', 'nothing where no name is near', [grantPool(shebao, 'exclusive')], undefined],
    ['TY3118', 'the most that may go with it', [...each('most: 2'), asked(duty(5))], '4'],
    ['TY3118', 'the least that has to go with it', [...each('least: 2'), asked(duty(1))], '4'],
    [
      'TY3118',
      'nothing where another line brings too many',
      [
        onDuty([['2022-01-01']], '{ by: bundle, items: [{ item: ops.monitoring, quantity: 3 }] }'),
        monitoring('{ optionOf: { items: [ecs.domestic.4c8g], most: 1 } }'),
        asked(duty(1)),
      ],
      undefined,
    ],
    [
      'TY3118',
      'nothing where a bundle brings too many',
      [
        onDuty([['2022-01-01']], '{ by: bundle, items: [{ item: ops.monitoring }] }'),
        monitoring('{ optionOf: { items: [ecs.domestic.4c8g], most: 1 } }'),
        asked(duty(3)),
      ],
      undefined,
    ],
    ['TY3114', 'the nearest quantity', [...sold('{ least: 4 }'), asked(duty(3))], '4'],
    ['TY3109', 'the unit of the catalogue', [granted(duty(1, 'unit: 月'))], '人日'],
  ])('%s offers %s', (code, _offer, changes, replacement) => {
    expect(newFindings(code, changes).map(({ fix }) => fix?.replacement)).toEqual([replacement])
  })

  it.each<[string, string]>([
    ['TY3103', 'ecs.domestic.4c9g'],
    ['TY3104', 'eip.extranet.100m'],
    ['TY3108', 'ops.on-duty'],
  ])('%s cites no article where the regulation is silent', (code, item) => {
    const changes = [grantedElsewhere(`{ item: ${item}, quantity: 1 }`), onDuty([['2024-01-01']])]
    expect(newFindings(code, changes).map(({ article }) => article)).toEqual([undefined])
  })

  it.each([
    [1, '2'],
    [5, '4'],
  ])('TY3118 says of %i beside two servers how many there may be', (quantity, bound) => {
    const found = newFindings('TY3118', [...each('least: 1, most: 2'), asked(duty(quantity))])
    expect(found.map(({ message }) => /and so (\S+)/.exec(message.en)?.[1])).toEqual([bound])
  })

  it('TY3108 names the first day that has no version', () => {
    const days = (...versions: Parameters<typeof onDuty>[0]) =>
      newFindings('TY3108', [granted(duty(1)), onDuty(versions)]).map(
        ({ message }) => message.en.match(/\d{4}-\d\d-\d\d/)?.[0],
      )
    expect(days(['2025-07-11'])).toEqual(['2025-07-10'])
    expect(days(['2022-01-01', '2025-12-31'], ['2026-01-02'])).toEqual(['2026-01-01'])
    expect(days(['2025-08-01'], ['2022-01-01', '2025-07-20'])).toEqual(['2025-07-21'])
  })
})

describe('a model that no schema has held back', () => {
  const { model } = loaded()
  const { catalogue } = model
  const platform = catalogue.platform.value
  const placesIn = (findings: ReturnType<typeof foundIn>) =>
    findings.map(({ file, range }) => ({ file, start: range.start }))

  it('has a zone that the platform has not, which is for the schemas to say', () => {
    const changed = loaded(changedFiles([withoutExtranet])).model
    const { extranet: _gone, ...zones } = platform.zones
    const without = { ...changed.catalogue.platform, value: { ...platform, zones } }
    expect(foundIn('TY3102', changed)).not.toEqual([])
    expect(foundIn('TY3102', { ...changed, catalogue: { ...changed.catalogue, platform: without } })).toEqual(
      [],
    )
    expect(foundIn('TY3105', { ...changed, catalogue: { ...changed.catalogue, platform: without } })).toEqual(
      [],
    )
  })

  it('asks for an item that the catalogue has not, in other words than those of a grant', () => {
    const items = new Map([...catalogue.items].filter(([id]) => id !== 'app.domestic'))
    const findings = foundIn('TY3103', { ...model, catalogue: { ...catalogue, items } })
    expect(placesIn(findings)).toEqual([
      placeOf({ file: shebao, mark: '\n      - { item: |app.domestic' }),
      placeOf({ file: shebao, mark: '\n          - { item: |app.domestic' }),
    ])
    expect(new Set(findings.map(({ message }) => message.en)).size).toBe(2)
  })

  it('asks for a pool that the zone has not', () => {
    const { extranet, internet } = platform.zones
    if (extranet === undefined || internet === undefined) throw new Error('the example has both zones')
    const pools = { shared: extranet.pools.shared }
    const zones = { internet, extranet: { ...extranet, pools } }
    const without = { ...catalogue.platform, value: { ...platform, zones } }
    const findings = foundIn('TY3105', { ...model, catalogue: { ...catalogue, platform: without } })
    expect(placesIn(findings)).toEqual([
      placeOf({ file: huji, mark: '\n    pool: |dedicated' }),
      placeOf({ file: huji, mark: '\n        pool: |dedicated' }),
    ])
  })
})
